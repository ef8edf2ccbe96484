import { validateStyleMin, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { basemapFonts, basemapImages, basemapLayers, basemapSource, notFoundIfEmpty } from '$lib/map/layers/basemap';
import { contrast } from './contrast';
import { paletteOf } from './palette';

describe.each(['light', 'dark'] as const)('the %s basemap', (theme) => {
	const palette = paletteOf(theme);

	test('is a valid MapLibre style', () => {
		const style = {
			version: 8,
			'font-faces': { [basemapFonts.regular]: '/sans.woff2', [basemapFonts.italic]: '/italic.woff2' },
			sources: { basemap: basemapSource('/basemap/atlas.pmtiles', '© OpenStreetMap contributors') },
			layers: basemapLayers(palette)
		};
		expect(validateStyleMin(style as StyleSpecification)).toEqual([]);
	});

	test.each(['label', 'country'] as const)(
		'writes names in the colour of a %s legibly on land and over the sea',
		(kind) => {
			expect(contrast(palette[kind], palette.land)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(palette[kind], palette.halo)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(palette[kind], palette.sea)).toBeGreaterThanOrEqual(4.5);
		}
	);

	test('writes names of waters legibly on water', () => {
		expect(contrast(palette['label-sea'], palette.sea)).toBeGreaterThanOrEqual(4.5);
	});

	test('keeps land and sea apart, and quietly', () => {
		expect(contrast(palette.land, palette.sea)).toBeGreaterThan(1.08);
		expect(contrast(palette.land, palette.sea)).toBeLessThan(1.4);
	});
});

test('each layer stands in the list once, the sea first', () => {
	const ids = basemapLayers(paletteOf('light')).map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids[0]).toBe('basemap-sea');
	expect(ids.every((id) => id.startsWith('basemap-'))).toBe(true);
});

test('a disputed border is told from an agreed one by its dashes, not by colour alone', () => {
	const dashes = basemapLayers(paletteOf('light'))
		.filter(({ id }) => id.startsWith('basemap-borders'))
		.map((layer) => (layer.type === 'line' ? layer.paint?.['line-dasharray'] : undefined));
	expect(dashes).toHaveLength(2);
	expect(dashes[0]).not.toEqual(dashes[1]);
});

test('the marks of settlements are solid in the middle and empty at the corner', () => {
	for (const { data, options } of basemapImages()) {
		const alpha = (x: number, y: number) => data.data[(y * data.width + x) * 4 + 3] ?? NaN;
		expect(alpha(data.width / 2, data.height / 2)).toBeGreaterThan(192);
		expect(alpha(0, 0)).toBe(0);
		expect(options.sdf).toBe(true);
		// And they are round: the same on all sides of the middle.
		const last = data.width - 1;
		for (const at of Array.from({ length: data.width }, (_, index) => index)) {
			const sides = [alpha(at, 9), alpha(last - at, 9), alpha(at, last - 9), alpha(9, at)];
			expect(new Set(sides).size).toBe(1);
		}
	}
});

describe('a tile request', () => {
	const ask = (data: object) =>
		notFoundIfEmpty(() => Promise.resolve({ data }))({ url: 'pmtiles://a/9/1/1' }, new AbortController());

	test.each([[new Uint8Array([1])], [{ tiles: [] }]])('passes %o through', async (data) => {
		expect((await ask(data)).data).toEqual(data);
	});

	test('says not found for an empty tile, so that the tile above is drawn instead', async () => {
		await expect(ask(new Uint8Array())).rejects.toMatchObject({ status: 404 });
	});
});
