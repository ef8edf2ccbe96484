import { describe, expect, test } from 'vitest';
import { fingerprint, paragraphsOf, passageAt, selectorOf } from '$lib/ingest/passage-text';

const PARAGRAPHS = paragraphsOf('\uFEFFFirst 🚢 line.\r\n\n  Second line, second.  \rThird');

describe('the paragraphs of a document', () => {
	test('are its lines, trimmed, without those that are empty', () => {
		expect(PARAGRAPHS).toEqual(['First 🚢 line.', 'Second line, second.', 'Third']);
	});
});

describe('the passage of a selector', () => {
	test.each<[string, number, number, number, string | null]>([
		['some words', 1, 8, 12, 'line'],
		['a sign beyond the first plane, which is one character', 1, 6, 7, '🚢'],
		['all of a paragraph', 3, 0, 5, 'Third'],
		['no word', 3, 2, 2, null],
		['words that end before they begin', 3, 3, 2, null],
		['more than the paragraph has', 3, 0, 6, null],
		['what begins before the paragraph', 3, -2, 3, null],
		['a paragraph that is not there', 4, 0, 1, null],
		['a paragraph before the first', 0, 0, 1, null]
	])('is %s', (_, paragraph, start, end, passage) => {
		expect(passageAt(PARAGRAPHS, { paragraph, start, end, sha256: '' })).toBe(passage);
	});

	test('is the one that was selected by its words, where they stand once', () => {
		const selector = selectorOf(PARAGRAPHS, 1, ' line. ');
		expect(selector).toEqual({ paragraph: 1, start: 8, end: 13, sha256: fingerprint('line.') });
		expect(selector && passageAt(PARAGRAPHS, selector)).toBe('line.');
		for (const words of ['', 'nowhere', 'econd']) expect(selectorOf(PARAGRAPHS, 2, words)).toBeNull();
		expect(selectorOf(PARAGRAPHS, 9, 'line')).toBeNull();
	});
});
