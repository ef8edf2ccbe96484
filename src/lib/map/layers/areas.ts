import type {
	ExpressionSpecification,
	FillLayerSpecification,
	LineLayerSpecification,
	LayerSpecification
} from 'maplibre-gl';
import { hatchId } from '../images';
import type { Palette } from '../palette';
import { MAP_SOURCES } from '../sources/map-sources';
import { asArea, byColour, eachZoom, STANDING, type Standing } from './expressions';

/** Ids of the layers that are hit anywhere inside an area. */
export const areaLayerIds = (standing: Standing) => [`${standing}-fill`, `${standing}-hatch`];

const isWithin: ExpressionSpecification = ['get', 'within'];
const isShape: ExpressionSpecification = ['!', isWithin];
const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const STRENGTH: Record<Standing, number> = { chosen: 1, faded: 0.4 };

/**
 * Areas and lines: what a feature is (a solid outline, a light fill) or what it is somewhere within (a dashed outline and
 * a hatch). Each is drawn from the zoom on at which its icon goes.
 */
export function areaLayers(palette: Palette, standing: Standing): LayerSpecification[] {
	const strength = STRENGTH[standing];
	const fill: FillLayerSpecification = {
		id: `${standing}-fill`,
		type: 'fill',
		source: MAP_SOURCES.shapes,
		filter: ['all', STANDING[standing], asArea, isShape, isPolygon, ['>', ['get', 'fill'], 0]],
		paint: {
			'fill-color': byColour((colour) => palette.layers[colour]),
			'fill-opacity': receding(['*', ['get', 'fill'], 0.2 * strength])
		}
	};
	const hatch: FillLayerSpecification = {
		id: `${standing}-hatch`,
		type: 'fill',
		source: MAP_SOURCES.shapes,
		filter: ['all', STANDING[standing], asArea, isWithin, isPolygon],
		paint: {
			'fill-pattern': ['image', byColour((colour) => hatchId(palette.layers[colour]))],
			'fill-opacity': receding(['*', ['max', 0.35, ['get', 'fill']], 0.75 * strength])
		}
	};
	return [
		fill,
		hatch,
		outline(palette, standing, 'outline', isShape, {}),
		outline(palette, standing, 'bounds', isWithin, { 'line-dasharray': [3.5, 2] }),
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
			'line-width': ['case', isWithin, 1.4, ['+', 0.9, ['*', 0.6, ['get', 'fill']]]],
			'line-opacity': receding(0.9 * STRENGTH[standing]),
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
