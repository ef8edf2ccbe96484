import { expect, test } from 'vitest';
import { areaWords } from '$lib/ui/drawing/area-words';

test.each([
	[0, '0 m²'],
	[853.4, '853 m²'],
	[32_000, '3.2 ha'],
	[999_000, '99.9 ha'],
	[12_540_000, '12.5 km²'],
	[185_180_000_000, '185,000 km²']
])('%d square metres are %s', (squareMetres, words) => {
	expect(areaWords(squareMetres)).toBe(words);
});
