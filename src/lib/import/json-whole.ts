import { freeName } from './feature-names';

/** The tokens that matter: texts, numbers, and the marks that part members. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[{}[\]:,]/g;

/** Numbers that may be longer than a double holds: what has them is looked at number by number. */
const LONG = /[\d.]{16}|\d[eE][-+\d]|-0\b(?!\.)/;

/** Whether a JSON text may hold a number that JSON.parse changes. */
export function hasLongNumber(text: string): boolean {
	return LONG.test(text);
}

/**
 * A JSON text that JSON.parse reads without loss: a number that a double does not hold as it is written stands as a text of
 * its digits, and a member whose name its object has already gets a number behind it. The text is well-formed.
 */
export function withoutLoss(text: string): string {
	/** For each object that is open its names so far, for each list null. */
	const open: (Set<string> | null)[] = [];
	let isName = false;
	return text.replaceAll(TOKEN, (token) => {
		const names = open.at(-1);
		switch (token) {
			case '{':
				open.push(new Set());
				isName = true;
				return token;
			case '[':
				open.push(null);
				isName = false;
				return token;
			case '}':
			case ']':
				open.pop();
				isName = false;
				return token;
			case ',':
				isName = Boolean(names);
				return token;
			case ':':
				isName = false;
				return token;
		}
		if (!token.startsWith('"')) return isHeld(token) ? token : `"${token}"`;
		if (!isName || !names) return token;
		const name = JSON.parse(token) as string;
		const free = freeName(name, names);
		names.add(free);
		return free === name ? token : JSON.stringify(free);
	});
}

/** Whether a double has the value that a number is written with. */
function isHeld(token: string): boolean {
	const value = Number(token);
	if (!Number.isFinite(value) || Object.is(value, -0)) return false;
	return digitsOf(token) === digitsOf(String(value));
}

/** The digits that count in a number: without sign, mark, exponent, and zeros before and after. */
function digitsOf(number: string): string {
	return number
		.replace(/[eE].*$/, '')
		.replaceAll(/[-.]/g, '')
		.replace(/^0+/, '')
		.replace(/0+$/, '');
}

/** How many members all objects of a value have; coordinates are taken to have none. */
export function countMembers(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	if (Array.isArray(value)) {
		if (typeof value[0] === 'number') return 0;
		return value.reduce((sum: number, item) => sum + countMembers(item), 0);
	}
	let count = 0;
	for (const [name, item] of Object.entries(value)) count += name === 'coordinates' ? 1 : 1 + countMembers(item);
	return count;
}
