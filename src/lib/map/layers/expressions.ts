import type { ExpressionSpecification } from 'maplibre-gl';
import { type Colour, COLOURS } from '$lib/domain/mark';
import { AGES } from '$lib/query/evidence';
import { FADED } from '../sources/footnotes';

/** The names of the style's global state. */
export const STATE = {
	selected: 'selected',
	named: 'named',
	ownSelected: 'ownSelected'
} as const;

/** What a feature's footnote is packed into, see sources/footnotes.ts. */
const packed: ExpressionSpecification = ['get', 'footnote'];

/** The number of a feature's claims under the filter; negative where it is faded or left out. */
export const footnote: ExpressionSpecification = ['floor', ['/', packed, 8]];

/** The age of its last claim, as a place in `AGES`; 0 where it has none. */
export const age: ExpressionSpecification = ['max', 0, ['%', ['floor', ['/', packed, 2]], 4]];

/** True where its claims contradict each other. */
export const isContested: ExpressionSpecification = ['==', ['%', packed, 2], 1];

/** What the filter chooses, and what it has emptied. */
export const STANDING = {
	chosen: ['>=', packed, 0],
	faded: ['==', packed, FADED]
} satisfies Record<string, ExpressionSpecification>;
export type Standing = keyof typeof STANDING;

/** True where the geometry is too small at this zoom, so that an icon stands for it. */
export const asIcon: ExpressionSpecification = ['<', ['zoom'], ['get', 'from']];
export const asArea: ExpressionSpecification = ['>=', ['zoom'], ['get', 'from']];

/** The feature that is open: its place in the dataset, or -1. */
export const isSelected: ExpressionSpecification = ['==', ['id'], ['global-state', STATE.selected]];

/** True where room is sought for the name of a feature at this zoom, see sources/names.ts; always for the open one. */
export const isTried: ExpressionSpecification = ['any', isSelected, ['>=', ['zoom'], ['get', 'nameFrom']]];

/** One value for each colour of layers. */
export function byColour(valueOf: (colour: Colour) => string): ExpressionSpecification {
	const pairs = COLOURS.flatMap((colour) => [colour, valueOf(colour)]);
	return ['match', ['get', 'colour'], ...pairs, valueOf('grey')] as unknown as ExpressionSpecification;
}

/** One value for each age. */
export function byAge(valueOf: (age: number) => number | boolean | ExpressionSpecification): ExpressionSpecification {
	const pairs = AGES.slice(1).flatMap((_, place) => [place + 1, valueOf(place + 1)]);
	return ['match', age, ...pairs, valueOf(0)] as unknown as ExpressionSpecification;
}

/** A value between zooms, from what it is at each of these. */
export function between(stops: readonly (readonly [zoom: number, value: number | ExpressionSpecification])[]) {
	return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** A value that each whole zoom gives anew, and that runs straight between them. */
export function eachZoom(valueAt: (zoom: number) => number | ExpressionSpecification): ExpressionSpecification {
	return between(ZOOMS.map((zoom) => [zoom, valueAt(zoom)] as const));
}

/** A value that each whole zoom gives anew, and that stays until the next. */
export function stepZoom(valueAt: (zoom: number) => ExpressionSpecification): ExpressionSpecification {
	const [first = 0, ...others] = ZOOMS;
	return [
		'step',
		['zoom'],
		valueAt(first),
		...others.flatMap((zoom) => [zoom, valueAt(zoom)])
	] as unknown as ExpressionSpecification;
}

const ZOOMS = Array.from({ length: 20 }, (_, zoom) => zoom);
