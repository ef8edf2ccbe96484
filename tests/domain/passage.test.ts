import { describe, expect, test } from 'vitest';
import { runsOf, type Span } from '$lib/domain/passage';

/** Runs as `text:claims`, for a look at a whole paragraph at once. */
function cut(paragraph: string, ...spans: [claim: string, start: number, end: number][]): string[] {
	const runs = runsOf(
		paragraph,
		spans.map(([claim, start, end]): Span => ({ claim, start, end }))
	);
	expect(runs.map(({ text }) => text).join('')).toBe(paragraph);
	return runs.map(({ text, claims }) => `${text}:${claims.join('+')}`);
}

describe('a paragraph is cut into runs', () => {
	test('at one passage', () => {
		expect(cut('abcdef', ['one', 2, 4])).toEqual(['ab:', 'cd:one', 'ef:']);
	});

	test('where one passage lies in another', () => {
		expect(cut('abcdef', ['outer', 0, 6], ['inner', 2, 3])).toEqual(['ab:outer', 'c:outer+inner', 'def:outer']);
	});

	test('where passages cross', () => {
		expect(cut('abcdef', ['left', 0, 4], ['right', 2, 6])).toEqual(['ab:left', 'cd:left+right', 'ef:right']);
	});

	test('where two claims rest on the same words', () => {
		expect(cut('abc', ['one', 1, 2], ['two', 1, 2])).toEqual(['a:', 'b:one+two', 'c:']);
	});

	test('by code points, so that an emoji is never halved', () => {
		expect(cut('a🚢b', ['ship', 1, 2])).toEqual(['a:', '🚢:ship', 'b:']);
	});

	test('never, without passages', () => {
		expect(cut('abc')).toEqual(['abc:']);
		expect(cut('')).toEqual([]);
	});

	test('and where words of a claim are explained, which is said of these alone', () => {
		const runs = runsOf('abcdef', [{ claim: 'one', start: 0, end: 6 }], [{ claim: 'said', start: 2, end: 4 }]);
		expect(runs).toEqual([
			{ text: 'ab', claims: ['one'] },
			{ text: 'cd', claims: ['one'], means: ['said'] },
			{ text: 'ef', claims: ['one'] }
		]);
	});

	test('only as far as it goes', () => {
		expect(cut('abc', ['long', 1, 99])).toEqual(['a:', 'bc:long']);
	});
});
