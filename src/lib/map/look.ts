/** How large icons and names are; what keeps room for them on the basemap reads the same. */

/** Values at zooms; between them they run straight, before and after them they stay. */
export type Stops = readonly (readonly [zoom: number, value: number])[];

/** The size of icons, as a share of the images. */
export const ICON_SCALE: Stops = [
	[3, 0.7],
	[6, 0.9],
	[9, 1.05]
];

/** The size of names in CSS pixels. */
export const TEXT_SIZE: Stops = [
	[4, 12.5],
	[7, 14.5],
	[11, 16]
];

/** The line of names, as a share of their size, and how wide a line is before it is broken, in sizes. */
export const LINE_HEIGHT = 1.15;
export const LONGEST_LINE = 8.5;

/** A footnote beside its name, as a share of the name's size. */
export const FOOTNOTE_SCALE = 0.7;

/** How far the letters of countries stand apart, in sizes: as maps write them, so that they are not taken for areas in it. */
export const COUNTRY_SPACING = 0.08;

/** From this many zooms after it replaced its icon, an area holds its name: it is then more than 56 pixels across. */
export const ZOOMS_TO_HOLD = 1;

/**
 * How far from the middle of a large area its name stands, in sizes: well away from it, but inside. `share` is of the
 * pixels that the area is across, at a size of `size` pixels.
 */
export const ACROSS = { least: 1.2, most: 12, share: 0.2, size: 14 } as const;

/** The opacity of icons and of names that the filter fades. */
export const FADED_SYMBOL = 0.4;
export const FADED_NAME = 0.55;

/** The value at a zoom. */
export function valueAt(stops: Stops, zoom: number): number {
	const next = stops.findIndex(([stop]) => zoom < stop);
	const [above, below] = [stops[next], stops[next - 1]];
	if (above && below) return below[1] + ((above[1] - below[1]) * (zoom - below[0])) / (above[0] - below[0]);
	return (above ?? stops.at(-1))?.[1] ?? 0;
}
