/**
 * Which of two semantic versions comes first: negative where `a` does, positive where `b` does, 0 where neither (Semantic
 * Versioning 2.0.0, section 11). What stands after a plus sign does not count.
 */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [partsOf(a), partsOf(b)];
	for (const [index, number] of left.core.entries()) {
		const difference = compareWords(number, right.core[index] ?? '0');
		if (difference !== 0) return difference;
	}
	// A version with a suffix comes before the same without one.
	if (left.suffix.length === 0 || right.suffix.length === 0) return right.suffix.length - left.suffix.length;
	for (const [index, word] of left.suffix.entries()) {
		const other = right.suffix[index];
		const difference = other === undefined ? 1 : compareWords(word, other);
		if (difference !== 0) return difference;
	}
	return left.suffix.length - right.suffix.length;
}

function partsOf(version: string): { core: string[]; suffix: string[] } {
	const [plain = ''] = version.split('+');
	const dash = plain.indexOf('-');
	const core = dash < 0 ? plain : plain.slice(0, dash);
	return { core: core.split('.'), suffix: dash < 0 ? [] : plain.slice(dash + 1).split('.') };
}

/** Numbers by their size, other words by their characters; a number comes before a word. */
function compareWords(a: string, b: string): number {
	const [isNumber, otherIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
	if (isNumber && otherIsNumber) return a.length - b.length || compareText(a, b);
	return isNumber === otherIsNumber ? compareText(a, b) : Number(otherIsNumber) - Number(isNumber);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
