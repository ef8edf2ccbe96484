import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette';
import type { FocusProperties } from '../sources/focus';
import { asArea, asIcon, byColour } from './expressions';

/** Below the names: how far the open feature may really be, and the outlines of areas in focus. */
export function focusOutlines(palette: Palette): LayerSpecification[] {
	const colour = byColour((name) => palette.layers[name]);
	const outline = (id: string, filter: ExpressionSpecification, dashes: boolean): LayerSpecification => ({
		id,
		type: 'line',
		source: 'focus',
		filter: ['all', is('part', 'shape'), asArea, filter],
		layout: { 'line-join': 'round' },
		paint: {
			'line-color': colour,
			'line-width': ['*', ['match', ['get', 'of'], 'selected', 1, 0.75], ['+', 1.8, ['*', 1.2, ['get', 'fill']]]],
			...(dashes && { 'line-dasharray': [2.2, 1.2] })
		}
	});
	return [
		{
			id: 'focus-uncertainty',
			type: 'line',
			source: 'focus',
			filter: is('part', 'uncertainty'),
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: { 'line-color': colour, 'line-width': 1.8, 'line-dasharray': [0, 2.4] }
		},
		outline('focus-outline', ['!', ['get', 'within']], false),
		outline('focus-bounds', ['get', 'within'], true)
	];
}

/** Around the icons: a ring on the open feature, a lighter one on that under the pointer. */
export function focusRing(palette: Palette): LayerSpecification {
	const open: ExpressionSpecification = is('of', 'selected');
	return {
		id: 'focus-ring',
		type: 'circle',
		source: 'focus',
		filter: ['all', is('part', 'ring'), asIcon],
		paint: {
			'circle-radius': ['case', open, 15, 13],
			'circle-color': palette.halo,
			'circle-opacity': 0.6,
			'circle-stroke-color': byColour((name) => palette.layers[name]),
			'circle-stroke-width': ['case', open, 2, 1.2]
		}
	};
}

function is<Key extends keyof FocusProperties>(
	key: Key,
	value: FocusProperties[Key] & string
): ExpressionSpecification {
	return ['==', ['get', key], value];
}
