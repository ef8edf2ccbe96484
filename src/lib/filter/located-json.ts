import type { TextOffset } from './filter-tree';
import { type Budget, fail } from './cql2-parts';

/** A value of JSON with the character that it begins at; an object is a Map, so that no key has a meaning of its own. */
export interface LocatedValue {
	at: TextOffset;
	value: string | number | boolean | null | readonly LocatedValue[] | ReadonlyMap<string, LocatedValue>;
}

const SPACE = /[\t\n\r ]*/y;

/** One token of JSON (RFC 8259): a bracket, comma or colon, a text, a number, or a word. */
const TOKEN =
	// The controls are those that JSON forbids in a text.
	// eslint-disable-next-line no-control-regex
	/[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Reads JSON with the places of its values, which JSON.parse does not tell. An object has each key once; brackets are
 * nested no deeper than the budget.
 */
export function readLocatedJson(text: string, budget: Budget): LocatedValue {
	let token = '';
	let start = 0;
	let end = 0;

	const advance = () => {
		SPACE.lastIndex = end;
		SPACE.exec(text);
		start = SPACE.lastIndex;
		TOKEN.lastIndex = start;
		token = TOKEN.exec(text)?.[0] ?? '';
		end = start + token.length;
	};
	const expected = (what: string): never => {
		const found = start === text.length ? 'the filter ends here' : `“${token || text.charAt(start)}” stands here`;
		return fail(start + 1, token, `${found.slice(0, 90)}, where ${what} should come.`);
	};
	const takes = (mark: string) => {
		if (token !== mark) return false;
		advance();
		return true;
	};
	/** What stands between the bracket that has just been read and `close`. */
	const members = (close: string, read: () => void) => {
		if (takes(close)) return;
		do read();
		while (takes(','));
		if (!takes(close)) expected(`a comma or “${close}”`);
	};
	const value = (): LocatedValue => {
		const at = start + 1;
		if (takes('{')) {
			const object = new Map<string, LocatedValue>();
			budget.deeper(at, () => members('}', () => member(object)));
			return { at, value: object };
		}
		if (takes('[')) {
			const items: LocatedValue[] = [];
			budget.deeper(at, () => members(']', () => items.push(value())));
			return { at, value: items };
		}
		if (!/^["\-\dtfn]/.test(token)) expected('a value of JSON');
		const scalar = JSON.parse(token) as string | number | boolean | null;
		if (typeof scalar === 'number' && !Number.isFinite(scalar)) {
			fail(at, token, `the number ${token.slice(0, 60)} is too large.`);
		}
		advance();
		return { at, value: scalar };
	};
	const member = (into: Map<string, LocatedValue>) => {
		if (!token.startsWith('"')) expected('a key in double quotes');
		const key = JSON.parse(token) as string;
		if (into.has(key)) fail(start + 1, token, `the key ${token.slice(0, 60)} stands twice in its object.`);
		advance();
		if (!takes(':')) expected('a colon');
		into.set(key, value());
	};

	advance();
	const whole = value();
	if (start < text.length) expected('nothing more');
	return whole;
}
