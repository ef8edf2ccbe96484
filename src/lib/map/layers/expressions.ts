import type { ExpressionSpecification } from 'maplibre-gl';
import { type Colour, COLOURS } from '$lib/domain/symbol';
import { AGES } from '$lib/engine/evidence';
import { FADED, LEFT_OUT } from '../sources/feature-states';

/** The name of what an area is painted by in its state, see sources/feature-states.ts. Until there is a filter result it is left out. */
export const PAINTED = 'painted';

const painted: ExpressionSpecification = ['coalesce', ['feature-state', PAINTED], LEFT_OUT];

/** The age of its last claim, as an index in `AGES`; 0 where it has none. */
export const age: ExpressionSpecification = ['max', 0, ['%', ['floor', ['/', painted, 2]], 4]];

/** True where its claims contradict each other. */
export const isContested: ExpressionSpecification = ['==', ['%', painted, 2], 1];

/** One value for what the filter chooses, another for what it has emptied, and 0 for what it leaves out. */
export function byVisibility(chosen: number, faded: number): ExpressionSpecification {
	return ['case', ['>=', painted, 0], chosen, ['==', painted, FADED], faded, 0];
}

/** True where the geometry is too small at this zoom, so that an icon stands for it. */
export const asIcon: ExpressionSpecification = ['<', ['zoom'], ['get', 'from']];
export const asArea: ExpressionSpecification = ['>=', ['zoom'], ['get', 'from']];

/** One value for each colour of layers. */
export function byColour(valueOf: (colour: Colour) => string): ExpressionSpecification {
	const pairs = COLOURS.flatMap((colour) => [colour, valueOf(colour)]);
	return ['match', ['get', 'colour'], ...pairs, valueOf('grey')] as unknown as ExpressionSpecification;
}

/** One value for each age. */
export function byAge(valueOf: (age: number) => number | boolean | ExpressionSpecification): ExpressionSpecification {
	const pairs = AGES.slice(1).flatMap((_, index) => [index + 1, valueOf(index + 1)]);
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

const ZOOMS = Array.from({ length: 20 }, (_, zoom) => zoom);
