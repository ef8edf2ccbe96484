import type { ExpressionSpecification } from 'maplibre-gl';
import { type Colour, COLOURS } from '$lib/domain/mark';
import { FADED } from '../sources/footnotes';

/** The names of the style's global state. */
export const STATE = { footnotes: 'footnotes', selected: 'selected', named: 'named' } as const;

/** The number of a feature's claims under the filter; negative where it is faded or left out. */
export const footnote: ExpressionSpecification = [
	'at',
	['get', 'at'],
	['array', 'number', ['get', ['get', 'run'], ['object', ['global-state', STATE.footnotes]]]]
];

/** What the filter chooses, and what it has emptied. */
export const STANDING = {
	chosen: ['>=', footnote, 0],
	faded: ['==', footnote, FADED]
} satisfies Record<string, ExpressionSpecification>;
export type Standing = keyof typeof STANDING;

/** True where the geometry is too small at this zoom, so that an icon stands for it. */
export const asIcon: ExpressionSpecification = ['<', ['zoom'], ['get', 'from']];
export const asArea: ExpressionSpecification = ['>=', ['zoom'], ['get', 'from']];

/** The feature that is open: its place in the dataset, or -1. */
export const isSelected: ExpressionSpecification = ['==', ['id'], ['global-state', STATE.selected]];

/** One value for each colour of layers. */
export function byColour(valueOf: (colour: Colour) => string): ExpressionSpecification {
	const pairs = COLOURS.flatMap((colour) => [colour, valueOf(colour)]);
	return ['match', ['get', 'colour'], ...pairs, valueOf('grey')] as unknown as ExpressionSpecification;
}

/** A value between zooms, from what it is at each of these. */
export function between(stops: readonly (readonly [zoom: number, value: number | ExpressionSpecification])[]) {
	return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** A value that each whole zoom gives anew, and that runs straight between them. */
export function eachZoom(valueAt: (zoom: number) => number | ExpressionSpecification): ExpressionSpecification {
	return between(Array.from({ length: 20 }, (_, zoom) => [zoom, valueAt(zoom)] as const));
}
