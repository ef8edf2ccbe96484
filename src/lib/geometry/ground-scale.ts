/** The earth's circumference at the equator of the spherical Mercator projection, in metres. */
const EQUATOR_METRES = 40_075_016.686;

/** The side of the whole world at zoom 0, in CSS pixels. */
export const WORLD_PIXELS = 512;

/** Where the map of the world, which is a square, ends in the north and the south, in degrees. */
const LAST_LATITUDE = 85.0511287798066;

/** How many degrees of longitude one CSS pixel covers at a zoom. */
export function degreesPerPixel(zoom: number): number {
	return 360 / (WORLD_PIXELS * 2 ** zoom);
}

/** With how many decimals of a degree pixels can be told apart at a zoom. */
export function decimalsAt(zoom: number): number {
	return Math.max(0, Math.ceil(-Math.log10(degreesPerPixel(zoom))));
}

/** How many metres one CSS pixel covers at a zoom and latitude (degrees). */
export function metresPerPixel(zoom: number, latitude: number): number {
	return (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (WORLD_PIXELS * 2 ** zoom);
}

/** The zoom from which something `metres` across at a latitude (degrees) is `pixels` wide on screen; Infinity for a point. */
export function zoomWhere(metres: number, latitude: number, pixels: number): number {
	return metres > 0 ? Math.log2((pixels * metresPerPixel(0, latitude)) / metres) : Infinity;
}

/** A scale bar: a round length on the ground, how many pixels it takes, and its label. */
export interface ScaleBar {
	metres: number;
	pixels: number;
	label: string;
}

/** The longest round scale bar (1, 2 or 5 times a power of ten) that is at most `maxPixels` long. */
export function scaleBar(zoom: number, latitude: number, maxPixels: number): ScaleBar {
	const scale = metresPerPixel(zoom, latitude);
	const longest = scale * maxPixels;
	const power = 10 ** Math.floor(Math.log10(longest));
	const metres = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1);
	return { metres, pixels: metres / scale, label: metres >= 1000 ? `${metres / 1000} km` : `${metres} m` };
}

/** How far east a longitude (degrees) is on the map of the world, in CSS pixels at zoom 0 from its western edge. */
export function mercatorX(longitude: number): number {
	return (WORLD_PIXELS * (longitude + 180)) / 360;
}

/** How far south a latitude (degrees) is, in CSS pixels at zoom 0 from the northern edge; the map ends at 85.05 degrees. */
export function mercatorY(latitude: number): number {
	const radians = (Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude)) * Math.PI) / 180;
	return (WORLD_PIXELS * (1 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / Math.PI)) / 2;
}
