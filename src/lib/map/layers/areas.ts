import type {
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification,
	LineLayerSpecification
} from 'maplibre-gl';
import { type Age, AGES } from '$lib/engine/evidence';
import { edgeOf } from '../edges';
import { imageId } from '../images';
import { SYMBOLS_LAYER } from '../symbols/symbols-layer';
import type { Palette } from '../palette';
import { age, asArea, byAge, byColour, byVisibility, eachZoom, isContested } from './expressions';
import type { LegendEntry, Visibility } from './legend';

/** Ids of the layers that are hit anywhere inside an area. */
export const AREA_LAYERS = ['fill', 'hatch'] as const;

const isWithin: ExpressionSpecification = ['get', 'within'];
const isShape: ExpressionSpecification = ['!', isWithin];
const isContext: ExpressionSpecification = ['get', 'context'];
const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];

/** The larger the area, the fainter its hatch, by the pixels that it is across at zoom 0; a trace stays, as the sign of it. */
const hatchOfLarge: ExpressionSpecification = ['interpolate', ['linear'], ['get', 'across'], 7, 0.35, 20, 0.14];

/** How areas are drawn; the legend draws its own in the same way. Widths in CSS pixels. */
export const AREA = {
	strength: { chosen: 1, faded: 0.4 } satisfies Record<Visibility, number>,
	fill: 0.2,
	hatch: 0.75,
	edge: 0.9,
	width: { within: 1.4, shape: 1.5 },
	/** In widths of the line. */
	dash: [3.5, 2] as [number, number],
	/** The round dots of what is context, as the basemap has them of a disputed border, and the ground on which they stand. */
	context: { width: 1.7, dash: [0.2, 2.4] as [number, number], ground: 4 },
	/** Between the two lines of what is contested. */
	split: 2
};

/**
 * Areas and lines: what a feature is (a solid outline, a light fill) or what it is somewhere within (a dashed outline and
 * a hatch). Each is drawn from the zoom on at which its icon goes. The outline ages with the evidence, and is double where
 * claims contradict each other. What a filter changes is a feature's state, which only paints: no tile is cut anew.
 */
export function areaLayers(palette: Palette): LayerSpecification[] {
	const colour = byColour((name) => palette.layers[name]);
	const strength = byVisibility(AREA.strength.chosen, AREA.strength.faded);
	const area = (...filter: ExpressionSpecification[]) => ({
		source: 'shapes',
		filter: ['all', asArea, ...filter] as FilterSpecification
	});
	return [
		{
			id: 'fill',
			type: 'fill',
			...area(isShape, isPolygon, ['>', ['get', 'fill'], 0]),
			paint: { 'fill-color': colour, 'fill-opacity': receding(['*', ['get', 'fill'], AREA.fill, strength]) }
		},
		{
			id: 'hatch',
			type: 'fill',
			...area(isWithin, isPolygon),
			paint: {
				'fill-pattern': ['image', byColour((name) => imageId('hatch', palette.layers[name]))],
				'fill-opacity': receding(['*', ['max', hatchOfLarge, ['get', 'fill']], AREA.hatch, strength])
			}
		},
		outline('outline', area(isShape, ['!', isContext]), colour, byAge(solid), null),
		...contextLayers(palette, area(isShape, isContext), colour),
		outline('bounds', area(isWithin), colour, byAge(solid), AREA.dash),
		...BROKEN.map(({ name, index, dash }) =>
			outline(`aged-${name}`, area(), colour, ['case', ['==', age, index], edgeOf(index).strength, 0], dash)
		),
		{
			// The parts of a feature that is several points.
			id: 'parts',
			type: 'circle',
			...area(['==', ['geometry-type'], 'Point']),
			paint: { 'circle-color': colour, 'circle-radius': 3, 'circle-opacity': strength }
		}
	];
}

/** The ages whose edge has broken into marks: dashes cannot follow a feature's state, so each has a layer of its own. */
const BROKEN = AGES.flatMap((name, index) => {
	const { dash } = edgeOf(index);
	return dash ? [{ name, index, dash: [...dash] }] : [];
});

/** The strength of an edge that is still a line. */
function solid(index: number): number {
	const { strength, dash } = edgeOf(index);
	return dash ? 0 : strength;
}

function outline(
	id: string,
	area: Pick<LineLayerSpecification, 'source' | 'filter'>,
	colour: ExpressionSpecification,
	strength: ExpressionSpecification,
	dash: number[] | null
): LineLayerSpecification {
	return {
		id,
		type: 'line',
		...area,
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colour,
			// A country is a thin line.
			'line-width': [
				'*',
				['case', isWithin, AREA.width.within, ['+', 0.9, ['*', AREA.width.shape - 0.9, ['get', 'fill']]]],
				byAge((index) => edgeOf(index).width)
			],
			'line-gap-width': ['case', isContested, AREA.split, 0],
			'line-opacity': receding(['*', AREA.edge, byVisibility(AREA.strength.chosen, AREA.strength.faded), strength]),
			...(dash && { 'line-dasharray': dash })
		}
	};
}

/**
 * The outline of what is context: dots, on ground that covers the outlines below. So the line between the two parts of a land
 * that is held by two is dotted, whichever of them has an outline of its own.
 */
function contextLayers(
	palette: Palette,
	area: Pick<LineLayerSpecification, 'source' | 'filter'>,
	colour: ExpressionSpecification
): LineLayerSpecification[] {
	const opacity = receding(byVisibility(AREA.strength.chosen, AREA.strength.faded));
	const { width, dash, ground } = AREA.context;
	return [
		{
			id: 'context-ground',
			type: 'line',
			...area,
			layout: { 'line-join': 'round' },
			paint: { 'line-color': palette.land, 'line-width': ground, 'line-opacity': opacity }
		},
		{
			id: 'context',
			type: 'line',
			...area,
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: { 'line-color': colour, 'line-width': width, 'line-opacity': opacity, 'line-dasharray': dash }
		}
	];
}

/**
 * An opacity that falls to a trace while an area grows from half a screen to several: it is then the ground that one
 * stands on, and its outline would be drawn more closely than it is known.
 */
function receding(opacity: number | ExpressionSpecification): ExpressionSpecification {
	return eachZoom((zoom) => ['*', opacity, ['interpolate', ['linear'], ['-', zoom, ['get', 'from']], 4, 1, 7, 0.18]]);
}

const FEATURE = {
	of: 'feature',
	extent: 'shape',
	age: 0,
	contested: false,
	context: false,
	visibility: 'chosen'
} as const;
const EDGES = ['outline', 'bounds', ...BROKEN.map(({ name }) => `aged-${name}`)];

/** Icons stand for areas, and say the same. */
export const areaLegend: readonly LegendEntry[] = [
	{ layers: ['fill', 'outline', 'parts', SYMBOLS_LAYER], words: 'The place itself', sample: FEATURE },
	{
		layers: ['hatch', 'bounds', SYMBOLS_LAYER],
		words: 'Known only to be somewhere within',
		sample: { ...FEATURE, extent: 'somewhere-within' }
	},
	{ layers: [SYMBOLS_LAYER], words: 'A body, where it sits', sample: { ...FEATURE, extent: 'seat' } },
	{
		layers: ['context', 'context-ground'],
		words: 'For orientation: no claim is about it',
		sample: { ...FEATURE, context: true }
	},
	{
		layers: [...EDGES, SYMBOLS_LAYER],
		words: 'Contested: claims of the same time contradict each other',
		sample: { ...FEATURE, contested: true }
	},
	{
		layers: [...AREA_LAYERS, ...EDGES, 'parts', SYMBOLS_LAYER],
		words: 'Faded: no claim passes the filter',
		sample: { ...FEATURE, visibility: 'faded' }
	}
];

const AGE_WORDS: Record<Age, string> = {
	month: 'within the month before',
	quarter: 'within the quarter before',
	year: 'within the year before',
	older: 'longer ago'
};

export const ageLegend: readonly LegendEntry[] = AGES.map((name, age) => ({
	layers: [...EDGES, SYMBOLS_LAYER],
	words: AGE_WORDS[name],
	sample: { ...FEATURE, age }
}));
