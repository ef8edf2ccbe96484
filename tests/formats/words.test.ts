import { describe, expect, it } from 'vitest';
import { distanceWords } from '$lib/formats/distance-words';
import { dateWords } from '$lib/formats/edtf-words';

describe('dateWords', () => {
	it.each([
		['2024-12-09', '9 Dec 2024'],
		['2025-02', 'Feb 2025'],
		['2019', '2019'],
		['2018/2019', '2018 to 2019'],
		['2024-12-13/..', '13 Dec 2024 or later'],
		['../2019', '2019 or earlier'],
		['2025-03~', 'about Mar 2025'],
		['2016?', 'perhaps 2016'],
		['2016%', 'perhaps about 2016'],
		['199X', '199X']
	])('%s reads %s', (edtf, words) => {
		expect(dateWords(edtf)).toBe(words);
	});

	it('spells the month out where there is room', () => {
		expect(dateWords('2024-12-09', 'long')).toBe('9 December 2024');
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
