import { describe, expect, it } from 'vitest';
import { distanceWords } from '$lib/words/distance-words';
import { dateWords } from '$lib/words/edtf-words';
import { TABLE, WITHOUT_BEGINNING } from '../fixtures/edtf';

describe('dateWords', () => {
	it.each([...TABLE, ...WITHOUT_BEGINNING])('%s', (edtf, _from, _to, words) => {
		expect(dateWords(edtf)).toBe(words);
	});

	it.each(['9 December 2024', '2023-02-29', ''])('gives back what is no date: “%s”', (text) => {
		expect(dateWords(text)).toBe(text);
	});

	it('has words for a span of the timeline that is open at both ends', () => {
		expect(dateWords('../..')).toBe('any time');
	});

	it('leaves nothing of the form that a date is written in', () => {
		for (const [edtf] of [...TABLE, ...WITHOUT_BEGINNING]) expect(dateWords(edtf)).not.toMatch(/[[\]{}?~%X]|\.\.|-\d/);
	});

	it('spells the month out where there is room', () => {
		expect(dateWords('2024-12-09', 'long')).toBe('9 December 2024');
		expect(dateWords('[2024-12-13..2024-12-15]', 'long')).toBe('one of 13 to 15 December 2024');
		expect(dateWords('2018-0X', 'long')).toBe('one of January to September 2018');
	});
});

describe('distanceWords', () => {
	it.each([
		[300, '300 m'],
		[1600, '1.6 km'],
		[12000, '12 km'],
		[149600, '150 km']
	])('%d metres are %s', (metres, words) => {
		expect(distanceWords(metres)).toBe(words);
	});
});
