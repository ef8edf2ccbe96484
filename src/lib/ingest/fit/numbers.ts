import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { countSame, quantitiesIn, type Quantity } from './quantities';
import { SAME_BOUND } from './tables/number-words';

/** Numbers, amounts, ordinals and their “about” or “more than” in a text that the passage does not give so. */
export function numberFindings(text: string, ground: Ground): Finding[] {
	const own = quantitiesIn(text).filter(({ implied }) => !implied);
	const inPassage = quantitiesIn(ground.passage, ground.language);
	const given = [...inPassage, ...ground.context.flatMap((part) => quantitiesIn(part, ground.language))];
	const unused = inPassage.filter(
		(other) => !other.implied && other.kind !== 'one' && !own.some((one) => isSameNumber(one, other))
	);
	return own.flatMap((one) => {
		const wrong = (message: string) => [finding('claim-number', one.text, `The text says “${one.text}”, ${message}.`)];
		const same = given.filter((other) => isSameNumber(one, other));
		const ofSame = inPassage.filter((other) => countSame(one, other) && isLike(one, other));
		if (isOfAnother(same, ofSame)) return wrong(`the passage “${ofSame[0]?.text ?? ''}” of the same thing`);
		if (one.kind === 'pair' && !given.some(({ kind }) => kind === 'pair')) return [];
		if (same.length === 0) {
			if (isCounted(one, text, ground) && !unused.some((other) => isLike(one, other))) return [];
			return wrong('a number that the passage does not give');
		}
		return boundFindings(one, same);
	});
}

/** True where the passage has the number of something else, and another number of the thing that the text counts. */
function isOfAnother(same: readonly Quantity[], ofSame: readonly Quantity[]): boolean {
	if (same.length === 0 || ofSame.length === 0) return false;
	return same.every((other) => other.counted !== null && !ofSame.includes(other));
}

function boundFindings(one: Quantity, same: readonly Quantity[]): Finding[] {
	const fits = same.some(({ bound }) =>
		one.bound === null ? bound === null : bound !== null && SAME_BOUND[one.bound].includes(bound)
	);
	if (fits || one.kind === 'ordinal' || one.kind === 'one' || same.some(({ implied }) => implied)) return [];
	const [said = '', other = ''] = [one, same[0]].map((number) =>
		number?.bound ? `“${SAID[number.bound]}”` : 'exactly'
	);
	return [finding('claim-number', one.text, `The text gives “${one.text}” as ${said}, the passage as ${other}.`)];
}

const SAID = {
	about: 'about',
	nearly: 'nearly',
	more: 'more than',
	least: 'at least',
	less: 'less than',
	most: 'at most'
};

/** True where two numbers are equal and of one kind; units of one kind are converted, shares told as parts or in per cent. */
function isSameNumber(one: Quantity, other: Quantity): boolean {
	// “A record of 33” may leave out what 33 days are of; “9.1 million” may be told of what the number before was of.
	const loose = (a: Quantity, b: Quantity) => a.kind === 'count' && b.kind === 'measure' && !b.implied;
	if (loose(one, other) || loose(other, one)) return one.bare === other.bare;
	if (one.kind === 'pair') return other.kind === 'pair' && one.from === other.from && one.to === other.to;
	if (!isLike(one, other)) return false;
	if (one.kind === 'rough' || other.kind === 'rough') {
		return one.kind === other.kind ? one.from === other.from : one.from <= other.to && other.from <= one.to;
	}
	const slack = one.kind === 'share' ? 0.005 : one.kind === 'measure' ? one.from * 0.01 : Math.abs(one.from) * 1e-9;
	return Math.abs(one.from - other.from) <= slack;
}

function isLike(one: Quantity, other: Quantity): boolean {
	const kind = ({ kind }: Quantity) => (kind === 'rough' || kind === 'one' ? 'count' : kind);
	return kind(one) === kind(other) && one.unit === other.unit;
}

/** True where a count needs no number of the passage: “a” ship is one, and a list or the claim's own features count themselves. */
function isCounted(one: Quantity, text: string, { passage, context, features }: Ground): boolean {
	if (one.kind === 'one') return true;
	if (one.kind !== 'count') return false;
	if (one.from === features) return true;
	return [passage, ...context, text].some((part) => listsIn(part).includes(one.from));
}

/** How many things each list of a text has: “a, b and c” has three. */
function listsIn(text: string): number[] {
	return text.split(/[.;:!?()]\s*/).flatMap((clause) => {
		const [list, last] = clause.split(/,?\s(?:and|or)\s(?!.*\s(?:and|or)\s)/);
		if (list === undefined || last === undefined) return [];
		const before = list.split(/,\s/).length;
		// What leads up to a list may have a comma of its own; “a and b” are two.
		return [before + 1, 2, ...(before > 2 ? [before] : [])];
	});
}
