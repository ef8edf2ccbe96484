import { describe, expect, test } from 'vitest';
import { textDirective, withTextDirective } from '$lib/formats/text-fragment';

/** The directive of words in a paragraph of a document, decoded. */
function directive(paragraphs: readonly string[], words: string, paragraph = 1): string | null {
	const at = Array.from((paragraphs[paragraph - 1] ?? '').split(words)[0] ?? '').length;
	const made = textDirective(paragraphs, { paragraph, start: at, end: at + Array.from(words).length });
	return made === null ? null : decodeURIComponent(made);
}

const LONG = 'The harbour office said on Monday that two grey ferries had left the northern quay of the town for good.';

describe('a text directive', () => {
	test('is a short passage whole', () => {
		expect(directive([LONG], 'two grey ferries')).toBe('text=two grey ferries');
	});

	test('is a long passage by its first and its last words', () => {
		expect(directive([LONG], LONG)).toBe('text=The harbour office said,the town for good');
	});

	test('begins and ends with whole words, without the marks around them', () => {
		expect(directive(['He said “ferries left”, twice.'], '“ferries le')).toBe('text=ferries left');
	});

	test('has as many words as it takes to be the first such place', () => {
		const before = 'The harbour office said on Tuesday that nothing had happened.';
		expect(directive([before, LONG], LONG, 2)).toBe('text=The harbour office said on Monday,the town for good');
	});

	test('says what stands before words that stand elsewhere too', () => {
		expect(directive(['The crane stays.', 'They say that the crane stays.'], 'the crane stays', 2)).toBe(
			'text=They say that-,the crane stays'
		);
	});

	test('ends where the passage ends, though its last words stand in it before', () => {
		const twice = 'One two three four five six, at the end of the pier, seven eight nine, at the end of the pier.';
		expect(directive([twice], twice)).toBe('text=One two three four,nine, at the end of the pier');
	});

	test.each([
		['a hyphen', 'fifty-one', 'fifty%2Done'],
		['a comma', 'one, two', 'one%2C%20two'],
		['an ampersand', 'this & that', 'this%20%26%20that'],
		['Arabic', 'حميميم', '%D8%AD%D9%85%D9%8A%D9%85%D9%8A%D9%85']
	])('encodes %s', (_, words, encoded) => {
		expect(textDirective([words], { paragraph: 1, start: 0, end: Array.from(words).length })).toBe(`text=${encoded}`);
	});

	test('is none where there are no words', () => {
		expect(textDirective(['… !'], { paragraph: 1, start: 0, end: 3 })).toBeNull();
		expect(textDirective(['a'], { paragraph: 2, start: 0, end: 1 })).toBeNull();
	});
});

test.each([
	['https://a.example/x', 'https://a.example/x#:~:text=w'],
	['https://a.example/x#part', 'https://a.example/x#part:~:text=w'],
	['https://a.example/x#:~:text=v', 'https://a.example/x#:~:text=v&text=w']
])('%s leads to the words as %s', (url, leading) => {
	expect(withTextDirective(url, 'text=w')).toBe(leading);
});
