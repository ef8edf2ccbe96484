import { GEOMETRY_EXTENTS, type GeometryExtent } from '$lib/domain/georeference';
import { AGES } from '$lib/engine/evidence';

/**
 * The sprites of a sheet, by their numbers: for each layer its icon, its ring and its flag, at each age; then the sign of a
 * contradiction; then the figures of icons that lie on others, from one to many.
 */
export interface Sprites {
	/** The symbol of a place, of what is somewhere within, or of a body. */
	icon(layer: number, extent: GeometryExtent, age: number): number;
	sign: number;
	/** Of an icon that hides so many others; the last stands for all that are more. */
	figure(hidden: number): number;
	count: number;
}

/** The most that a figure counts. */
export const MOST_HIDDEN = 99;

/** How many cells stand beside each other on a sheet. */
export const COLUMNS = 16;

/** The sprites for so many layers. */
export function spritesOf(layers: number): Sprites {
	const kinds = GEOMETRY_EXTENTS.length;
	const sign = kinds * layers * AGES.length;
	return {
		icon: (layer, extent, age) => (kinds * layer + GEOMETRY_EXTENTS.indexOf(extent)) * AGES.length + age,
		sign,
		figure: (hidden) => sign + Math.min(hidden, MOST_HIDDEN),
		count: sign + 1 + MOST_HIDDEN
	};
}

/** The cell of a sprite on its sheet. */
export function cellOf(sprite: number): { column: number; row: number } {
	return { column: sprite % COLUMNS, row: Math.floor(sprite / COLUMNS) };
}
