import type {
	ExpressionSpecification,
	FillLayerSpecification,
	LineLayerSpecification,
	LayerSpecification
} from 'maplibre-gl';
import { type Age, AGES } from '$lib/query/evidence';
import { edgeOf } from '../edges';
import { hatchId } from '../images';
import type { Palette } from '../palette';
import { MAP_SOURCES } from '../sources/map-sources';
import { asArea, byAge, byColour, eachZoom, isContested, STANDING, type Standing } from './expressions';
import { labelLayerId, PLACES } from './labels';
import type { LegendEntry } from './legend';
import { markLayerId, signLayerId } from './marks';

/** Ids of the layers that are hit anywhere inside an area. */
export const areaLayerIds = (standing: Standing) => [`${standing}-fill`, `${standing}-hatch`];

const isWithin: ExpressionSpecification = ['get', 'within'];
const isShape: ExpressionSpecification = ['!', isWithin];
const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
/** Whether the edge of an age is a line, or has broken into marks. */
const isLine: ExpressionSpecification = byAge((place) => edgeOf(place).dash === null);

/** The larger the area, the fainter its hatch, by the pixels that it is across at zoom 0; a trace stays, as the sign of it. */
const hatchOfLarge: ExpressionSpecification = ['interpolate', ['linear'], ['get', 'across'], 7, 0.35, 20, 0.14];

/** How areas are drawn; the legend draws its own in the same way. Widths in CSS pixels. */
export const AREA = {
	strength: { chosen: 1, faded: 0.4 } satisfies Record<Standing, number>,
	fill: 0.2,
	hatch: 0.75,
	edge: 0.9,
	width: { within: 1.4, shape: 1.5 },
	/** In widths of the line. */
	dash: [3.5, 2] as [number, number],
	/** Between the two lines of what is contested. */
	split: 2
};

/**
 * Areas and lines: what a feature is (a solid outline, a light fill) or what it is somewhere within (a dashed outline and
 * a hatch). Each is drawn from the zoom on at which its icon goes. The outline ages with the evidence, and is double where
 * claims contradict each other.
 */
export function areaLayers(palette: Palette, standing: Standing): LayerSpecification[] {
	const strength = AREA.strength[standing];
	const fill: FillLayerSpecification = {
		id: `${standing}-fill`,
		type: 'fill',
		source: MAP_SOURCES.shapes,
		filter: ['all', STANDING[standing], asArea, isShape, isPolygon, ['>', ['get', 'fill'], 0]],
		paint: {
			'fill-color': byColour((colour) => palette.layers[colour]),
			'fill-opacity': receding(['*', ['get', 'fill'], AREA.fill * strength])
		}
	};
	const hatch: FillLayerSpecification = {
		id: `${standing}-hatch`,
		type: 'fill',
		source: MAP_SOURCES.shapes,
		filter: ['all', STANDING[standing], asArea, isWithin, isPolygon],
		paint: {
			'fill-pattern': ['image', byColour((colour) => hatchId(palette.layers[colour]))],
			'fill-opacity': receding(['*', ['max', hatchOfLarge, ['get', 'fill']], AREA.hatch * strength])
		}
	};
	return [
		fill,
		hatch,
		outline(palette, standing, 'outline', ['all', isShape, isLine], {}),
		outline(palette, standing, 'bounds', ['all', isWithin, isLine], { 'line-dasharray': AREA.dash }),
		outline(palette, standing, 'aged', ['!', isLine], { 'line-dasharray': dashByAge }),
		{
			// The parts of a feature that is several points.
			id: `${standing}-parts`,
			type: 'circle',
			source: MAP_SOURCES.shapes,
			filter: ['all', STANDING[standing], asArea, ['==', ['geometry-type'], 'Point']],
			paint: {
				'circle-color': byColour((colour) => palette.layers[colour]),
				'circle-radius': 3,
				'circle-opacity': strength
			}
		}
	];
}

const dashByAge: ExpressionSpecification = byAge((place) => ['literal', [...(edgeOf(place).dash ?? AREA.dash)]]);

function outline(
	palette: Palette,
	standing: Standing,
	name: string,
	filter: ExpressionSpecification,
	paint: LineLayerSpecification['paint']
): LineLayerSpecification {
	return {
		id: `${standing}-${name}`,
		type: 'line',
		source: MAP_SOURCES.shapes,
		filter: ['all', STANDING[standing], asArea, filter],
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': byColour((colour) => palette.layers[colour]),
			// A country is a thin line.
			'line-width': [
				'*',
				['case', isWithin, AREA.width.within, ['+', 0.9, ['*', AREA.width.shape - 0.9, ['get', 'fill']]]],
				byAge((place) => edgeOf(place).width)
			],
			'line-gap-width': ['case', isContested, AREA.split, 0],
			'line-opacity': receding(['*', AREA.edge * AREA.strength[standing], byAge((place) => edgeOf(place).strength)]),
			...paint
		}
	};
}

/**
 * An opacity that falls to a trace while an area grows from half a screen to several: it is then the ground that one
 * stands on, and its outline would be drawn more closely than it is known.
 */
function receding(opacity: number | ExpressionSpecification): ExpressionSpecification {
	return eachZoom((zoom) => ['*', opacity, ['interpolate', ['linear'], ['-', zoom, ['get', 'from']], 4, 1, 7, 0.18]]);
}

const FEATURE = { of: 'feature', within: false, age: 0, contested: false, standing: 'chosen' } as const;
const OUTLINES = ['chosen-outline', 'chosen-bounds', 'chosen-aged'];
const ICONS = markLayerId('chosen');

/** Icons stand for areas, and say the same. */
export const areaLegend: readonly LegendEntry[] = [
	{
		layers: ['chosen-fill', 'chosen-outline', 'chosen-parts', ICONS],
		words: 'The place itself',
		sample: FEATURE
	},
	{
		layers: ['chosen-hatch', 'chosen-bounds', ICONS],
		words: 'Known only to be somewhere within',
		sample: { ...FEATURE, within: true }
	},
	{
		layers: [...OUTLINES, signLayerId],
		words: 'Contested: claims contradict each other',
		sample: { ...FEATURE, contested: true }
	},
	{
		layers: [
			...areaLayerIds('faded'),
			'faded-outline',
			'faded-bounds',
			'faded-aged',
			'faded-parts',
			markLayerId('faded'),
			...PLACES.map((place) => labelLayerId('faded', place))
		],
		words: 'Faded: no claim passes the filter',
		sample: { ...FEATURE, standing: 'faded' }
	}
];

const AGE_WORDS: Record<Age, string> = {
	month: 'within the month before',
	quarter: 'within the quarter before',
	year: 'within the year before',
	older: 'longer ago'
};

export const ageLegend: readonly LegendEntry[] = AGES.map((name, age) => ({
	layers: [...OUTLINES, ICONS],
	words: AGE_WORDS[name],
	sample: { ...FEATURE, age }
}));
