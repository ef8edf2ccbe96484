import type { Issue } from '$lib/domain/issue';
import { breach, quote } from './rule-list';

/** GeoJSON needs ten levels; more than this is a mistake or an attack on whatever walks it by recursion. */
const MAX_DEPTH = 32;

/** One token, with the white space before it: a bracket or comma, a text, a number, or a word. */
const TOKEN =
	// The controls are those that JSON forbids in a text.
	// eslint-disable-next-line no-control-regex
	/[\t\n\r ]*(?:([{}[\],:])|"([^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*)"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;

interface Frame {
	/** Keys seen so far; null for a list. */
	keys: Set<string> | null;
	/** The key or the index of the value that comes next or was last. */
	at: string | number;
}

/** What may come next, in words. */
const EXPECTED = {
	value: 'a value',
	'value-or-end': 'a value or the end of the list',
	key: 'a key in double quotes',
	'key-or-end': 'a key in double quotes or the end of the object',
	colon: 'a colon',
	'comma-or-end': 'a comma or a closing bracket',
	nothing: 'nothing more'
};
type Expected = keyof typeof EXPECTED;

/** What stops a text from being JSON, and where it does; or a key that stands twice. */
interface Finding {
	rule: 'json-syntax' | 'json-depth' | 'json-duplicate-key';
	offset: number;
	pointer: string;
	what: string;
}

/**
 * The value of a JSON text, or the issues that it has. Stricter than RFC 8259 in that an object has each key once and
 * nesting ends at 32; both are checked on the text, before anything recurses into the value.
 */
export function parseJson(file: string, text: string): { value: unknown; issues: Issue[] } {
	const issues = scan(text, []).findings.map(({ rule, offset, pointer, what }) => {
		const place = lineAndColumn(text, offset);
		if (rule === 'json-syntax') return breach(rule, file, place, what, 'Correct the JSON at that line and column.');
		if (rule === 'json-depth') {
			return breach(rule, file, place, `Brackets are nested more than ${MAX_DEPTH} deep here.`, 'Flatten the data.');
		}
		return breach(rule, file, pointer, what, 'Keep one of the two; a reader would see only the last.');
	});
	return { value: issues.length === 0 ? (JSON.parse(text) as unknown) : undefined, issues };
}

/** The JSON Pointers (RFC 6901) of the values of a JSON text in which characters stand, by their offsets; in one pass. */
export function pointersAt(text: string, offsets: readonly number[]): Map<number, string> {
	return scan(
		text,
		[...offsets].sort((a, b) => a - b)
	).pointers;
}

/** A JSON Pointer of one more step: `step` is a key or an index. */
export function child(pointer: string, step: string | number): string {
	if (typeof step === 'number') return `${pointer}/${step}`;
	return `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** `line:column` of a character of a text, both counted from 1. */
function lineAndColumn(text: string, offset: number): string {
	const before = text.slice(0, offset);
	const line = before.split('\n').length;
	return `${line}:${offset - before.lastIndexOf('\n')}`;
}

/** Walks the tokens of a text to its end or to what stops it, and notes the pointers at `offsets`, which are in order. */
function scan(text: string, offsets: readonly number[]): { findings: Finding[]; pointers: Map<number, string> } {
	const findings: Finding[] = [];
	const pointers = new Map<number, string>();
	let noted = 0;
	const frames: Frame[] = [];
	let expected = 'value' as Expected;
	const pointer = () => frames.reduce((path, frame) => child(path, frame.at), '');
	const stop = (rule: Finding['rule'], offset: number, what: string) => {
		findings.push({ rule, offset, pointer: pointer(), what });
		return { findings, pointers };
	};
	const unexpected = (start: number, end: number) =>
		stop('json-syntax', start, `${quote(text.slice(start, end))} stands where ${EXPECTED[expected]} should come.`);
	/** Notes the pointer for every offset before `end` that has none yet. */
	const note = (end: number) => {
		for (let offset = offsets[noted]; offset !== undefined && offset < end; offset = offsets[++noted]) {
			pointers.set(offset, pointer());
		}
	};
	const valueEnds = () => {
		expected = frames.length === 0 ? 'nothing' : 'comma-or-end';
	};

	TOKEN.lastIndex = 0;
	for (;;) {
		const from = TOKEN.lastIndex;
		const match = TOKEN.exec(text);
		if (match === null) {
			const rest = /[^\t\n\r ]/g;
			rest.lastIndex = from;
			const offset = rest.exec(text)?.index ?? text.length;
			if (offset === text.length && expected === 'nothing') return { findings, pointers };
			const found = text.codePointAt(offset);
			const what = found === undefined ? 'The file ends' : `${quote(String.fromCodePoint(found))} stands`;
			return stop('json-syntax', offset, `${what} where ${EXPECTED[expected]} should come.`);
		}
		const end = TOKEN.lastIndex;
		const [token, mark, string] = match;
		const start = from + (token.length - token.trimStart().length);
		const frame = frames.at(-1);
		if (mark === ',') {
			if (expected !== 'comma-or-end' || frame === undefined) return unexpected(start, end);
			if (typeof frame.at === 'number') frame.at += 1;
			expected = frame.keys === null ? 'value' : 'key';
		} else if (mark === ':') {
			if (expected !== 'colon') return unexpected(start, end);
			expected = 'value';
		} else if (mark === '}' || mark === ']') {
			const isList = mark === ']';
			const mayEnd = expected === 'comma-or-end' || expected === (isList ? 'value-or-end' : 'key-or-end');
			if (!mayEnd || frame === undefined || (frame.keys === null) !== isList) return unexpected(start, end);
			note(end);
			frames.pop();
			valueEnds();
		} else if (string !== undefined && frame?.keys && (expected === 'key' || expected === 'key-or-end')) {
			const key = string.includes('\\') ? (JSON.parse(`"${string}"`) as string) : string;
			frame.at = key;
			if (frame.keys.has(key)) {
				findings.push({
					rule: 'json-duplicate-key',
					offset: start,
					pointer: pointer(),
					what: `The key ${quote(key)} stands twice.`
				});
			}
			frame.keys.add(key);
			expected = 'colon';
		} else {
			if (expected !== 'value' && expected !== 'value-or-end') return unexpected(start, end);
			if (mark === '{' || mark === '[') {
				note(start + 1);
				if (frames.length === MAX_DEPTH) return stop('json-depth', start, '');
				frames.push({ keys: mark === '{' ? new Set() : null, at: mark === '{' ? '' : 0 });
				expected = mark === '{' ? 'key-or-end' : 'value-or-end';
				continue;
			}
			note(end);
			valueEnds();
		}
	}
}
