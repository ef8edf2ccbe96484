import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '$lib/domain/symbol';
import { areaLayers } from '$lib/map/layers/areas';
import { basemapLayers } from '$lib/map/layers/basemap';
import { focusOutlines, focusRing } from '$lib/map/layers/focus';
import { CLAUSE_LEGEND, clauseLayer } from '$lib/map/layers/clause';
import { AGE_LEGEND, LEGEND } from '$lib/map/layers/legend';
import { layersInOrder } from '$lib/map/layers/order';
import { OWN_LEGEND, ownLayers, ownSymbols } from '$lib/map/layers/own';
import { placeholderLayers } from '$lib/map/layers/label-placeholder';
import { SYMBOLS_LAYER } from '$lib/map/symbols/symbols-layer';
import { MAP_SOURCES } from '$lib/map/sources/map-sources';
import { styleOf } from '$lib/map/style';
import { AGES } from '$lib/engine/evidence';
import { contrast } from './contrast';
import { paletteOf } from './palette';

const palette = paletteOf('light');
const style = styleOf(palette, { basemap: '/basemap/atlas.pmtiles', data: {}, state: {} });

describe.each(['light', 'dark'] as const)('the style in %s', (theme) => {
	it('is one that the style specification accepts', () => {
		const made = styleOf(paletteOf(theme), { basemap: '/basemap/atlas.pmtiles', data: {}, state: {} });
		expect(validateStyleMin(made).map(String)).toEqual([]);
	});

	it.each(COLOURS)(
		'writes names in %s that can be read on what sets them off, and marks that can be seen on the sea',
		(colour) => {
			const { layers, land, sea, halo } = paletteOf(theme);
			expect(halo).toBe(land);
			expect(contrast(layers[colour], halo)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(layers[colour], sea)).toBeGreaterThanOrEqual(3);
		}
	);
});

describe('the order of layers', () => {
	const ids = layersInOrder(palette).map((layer) => layer.id);

	it('has every layer once', () => {
		const made = [
			...basemapLayers(palette),
			...areaLayers(palette),
			...placeholderLayers(),
			...focusOutlines(palette),
			focusRing(palette),
			...ownLayers(palette),
			...ownSymbols(palette),
			clauseLayer(palette)
		].map((layer) => layer.id);
		expect([...ids].sort()).toEqual([...made].sort());
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('has the names of the basemap above areas', () => {
		expect(ids.indexOf('basemap-places')).toBeGreaterThan(ids.indexOf('hatch'));
	});

	it('keeps room for our names before those of a person’s own data, and for these before the basemap’s', () => {
		expect(ids.indexOf('placeholder-country')).toBeGreaterThan(ids.indexOf('own-names'));
		expect(ids.indexOf('own-names')).toBeGreaterThan(ids.indexOf('basemap-places'));
		expect(ids.indexOf('placeholder-across')).toBeGreaterThan(ids.indexOf('placeholder-beside'));
		expect(ids.indexOf('placeholder-beside')).toBeGreaterThan(ids.indexOf('placeholder-country'));
	});

	it('draws only from sources that are there', () => {
		const used = new Set(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
		expect([...used].sort()).toEqual(Object.keys(style.sources).sort());
		expect(Object.keys(style.sources)).toEqual(expect.arrayContaining([...MAP_SOURCES]));
	});
});

describe('the legend', () => {
	const ids = layersInOrder(palette).map((layer) => layer.id);
	const explained = new Set([...LEGEND, ...AGE_LEGEND, OWN_LEGEND, CLAUSE_LEGEND].flatMap(({ layers }) => layers));

	it('explains every layer of ours that draws something, but what follows the pointer', () => {
		const ours = ids.filter((id) => !['basemap-', 'focus-', 'placeholder-'].some((start) => id.startsWith(start)));
		expect([...explained].sort()).toEqual([...ours, SYMBOLS_LAYER].sort());
	});

	it('explains what stands over the map', () => {
		expect(LEGEND.filter(({ layers }) => layers.length === 0).map(({ sample }) => sample.of)).toEqual([
			'name',
			'stack'
		]);
	});

	it('has one line for each age of evidence', () => {
		expect(AGE_LEGEND.map(({ sample }) => sample.of === 'feature' && sample.age)).toEqual(AGES.map((_, age) => age));
	});
});

describe('the layers of areas', () => {
	it('read what a filter changes in paint alone, so that no tile has to be cut anew', () => {
		const read = (value: unknown) => JSON.stringify(value ?? null).includes('feature-state');
		for (const layer of areaLayers(palette)) {
			expect([layer.id, 'filter' in layer && read(layer.filter), read(layer.layout)]).toEqual([layer.id, false, false]);
			expect([layer.id, read(layer.paint)]).toEqual([layer.id, true]);
		}
	});
});

describe('the fonts', () => {
	const declared = style['font-faces'] ?? {};

	it('are declared for every layer that writes', () => {
		const named = JSON.stringify(style.layers).match(/"text-font":\["[^"]+"\]/g) ?? [];
		const used = new Set(named.map((text) => /\["([^"]+)"\]/.exec(text)?.[1]));
		expect(used).toEqual(new Set(Object.keys(declared)));
	});

	it('are files of our own', () => {
		const urls = Object.values(declared).flatMap((faces) =>
			typeof faces === 'string' ? [faces] : faces.map(({ url }) => url)
		);
		expect(urls.filter((url) => /^(data:|https?:|\/\/)/.test(url))).toEqual([]);
		expect(style.glyphs).toBeUndefined();
	});
});

it('a style remembers what was drawn before the colours changed', () => {
	const data = { focus: { type: 'FeatureCollection' as const, features: [] } };
	const made = styleOf(paletteOf('dark'), {
		basemap: '/b.pmtiles',
		data,
		state: { ownSelected: 7, named: ['Somewhere'] }
	});
	expect(made.sources['focus']).toMatchObject({ data: data.focus });
	expect(made.state).toMatchObject({ ownSelected: { default: 7 }, named: { default: ['Somewhere'] } });
});
