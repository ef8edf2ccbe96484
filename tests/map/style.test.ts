import { readFileSync } from 'node:fs';
import { createExpression, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '$lib/domain/mark';
import { iconId, ringId } from '$lib/map/images';
import { areaLayers } from '$lib/map/layers/areas';
import { basemapLayers } from '$lib/map/layers/basemap';
import { focusOutlines, focusRing } from '$lib/map/layers/focus';
import { labelLayer, PLACES } from '$lib/map/layers/labels';
import { CLAUSE_LEGEND, clauseLayer } from '$lib/map/layers/clause';
import { AGE_LEGEND, LEGEND } from '$lib/map/layers/legend';
import { markLayer, signLayer } from '$lib/map/layers/marks';
import { layersInOrder } from '$lib/map/layers/order';
import { overlapLayer } from '$lib/map/layers/overlaps';
import { OWN_LEGEND, ownLayers, ownMarks } from '$lib/map/layers/own';
import { paletteFrom } from '$lib/map/palette';
import { FADED } from '$lib/map/sources/footnotes';
import { MAP_SOURCES } from '$lib/map/sources/map-sources';
import { styleOf } from '$lib/map/style';
import { AGES } from '$lib/query/evidence';
import { contrast } from './contrast';

/** The custom properties that the style sheet gives its colours, in light and in dark. */
const sheet = readFileSync('src/app.css', 'utf8');
const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)');
const THEMES = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

function colours(css: string): Record<string, string> {
	return Object.fromEntries(
		[...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
	);
}

function paletteOf(theme: keyof typeof THEMES) {
	return paletteFrom((property) => {
		const colour = THEMES[theme][property];
		if (colour === undefined) throw new Error(`The style sheet has no ${property}.`);
		return colour;
	});
}

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
			const { layers, basemap, halo } = paletteOf(theme);
			expect(halo).toBe(basemap.land);
			expect(contrast(layers[colour], halo)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(layers[colour], basemap.sea)).toBeGreaterThanOrEqual(3);
		}
	);
});

describe('the order of layers', () => {
	const ids = layersInOrder(palette).map((layer) => layer.id);

	it('has every layer once', () => {
		const standings = ['chosen', 'faded'] as const;
		const made = [
			...basemapLayers(palette.basemap),
			...standings.flatMap((standing) => areaLayers(palette, standing)),
			...standings.map((standing) => markLayer(palette, standing)),
			...standings.flatMap((standing) => PLACES.map((place) => labelLayer(palette, standing, place))),
			...focusOutlines(palette),
			focusRing(palette),
			signLayer(palette),
			overlapLayer(palette),
			...ownLayers(palette),
			...ownMarks(palette),
			clauseLayer(palette)
		].map((layer) => layer.id);
		expect([...ids].sort()).toEqual([...made].sort());
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('has the names of the basemap above areas and below our own', () => {
		expect(ids.indexOf('basemap-places')).toBeGreaterThan(ids.indexOf('chosen-hatch'));
		expect(ids.indexOf('basemap-places')).toBeLessThan(ids.indexOf('faded-names-country'));
	});

	it('places icons before names, and what is chosen before what is faded', () => {
		expect(ids.indexOf('chosen-marks')).toBeGreaterThan(ids.indexOf('chosen-names-beside'));
		expect(ids.indexOf('chosen-names-country')).toBeGreaterThan(ids.indexOf('faded-names-across'));
	});

	it('draws only from sources that are there', () => {
		const used = new Set(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])));
		expect([...used].sort()).toEqual(Object.keys(style.sources).sort());
		expect(Object.keys(style.sources)).toEqual(expect.arrayContaining(Object.values(MAP_SOURCES)));
	});
});

describe('the legend', () => {
	const ids = layersInOrder(palette).map((layer) => layer.id);
	const explained = new Set([...LEGEND, ...AGE_LEGEND, OWN_LEGEND, CLAUSE_LEGEND].flatMap(({ layers }) => layers));

	it('explains every layer of ours but what follows the pointer', () => {
		const ours = ids.filter((id) => !id.startsWith('basemap-') && !id.startsWith('focus-'));
		expect([...explained].sort()).toEqual(ours.sort());
	});

	it('has one line for each age of evidence', () => {
		expect(AGE_LEGEND.map(({ sample }) => sample.of === 'feature' && sample.age)).toEqual(AGES.map((_, age) => age));
	});
});

describe('what a mark is drawn with', () => {
	const images = (properties: object, packed: number) => {
		const { layout } = markLayer(palette, 'chosen');
		const compiled = createExpression(layout?.['icon-image'], 'layers[0].layout.icon-image');
		if (compiled.result === 'error') throw new Error(compiled.value.map(String).join());
		const feature = {
			type: 1 as const,
			properties: { colour: 'rust', shape: 'triangle', footnote: packed, ...properties }
		};
		return String(compiled.value.evaluate({ zoom: 5 }, feature));
	};
	const { layers, halo } = palette;

	it('is the icon of its layer, with the age of its edge', () => {
		expect(images({ within: false }, 9 * 8 + 2 * 2)).toBe(iconId(layers.rust, halo, '2', 'triangle'));
	});

	it('is a ring where it is only somewhere within', () => {
		expect(images({ within: true }, 9 * 8 + 1)).toBe(ringId(layers.rust, halo, '0'));
	});

	it.each([
		['an icon that is contested', 4, 9 * 8 + 1, true],
		['an icon that is not', 4, 9 * 8 + 2, false],
		['an area, whose name and outline say it', 6, 9 * 8 + 1, false],
		['what the filter has emptied', 4, FADED, false]
	])('has a sign for %s', (_, zoom, packed, has) => {
		const { filter } = signLayer(palette);
		const compiled = featureFilter(filter, 'layers[0].filter');
		const feature = { type: 1 as const, properties: { footnote: packed, from: 6 } };
		expect(compiled.filter({ zoom }, feature)).toBe(has);
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
		state: { selected: 7, named: ['Somewhere'] }
	});
	expect(made.sources['focus']).toMatchObject({ data: data.focus });
	expect(made.state).toMatchObject({ selected: { default: 7 }, named: { default: ['Somewhere'] } });
});
