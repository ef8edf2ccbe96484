import type { Layer } from '$lib/domain/layer';
import { AGES } from '$lib/query/evidence';
import { contestedId, drawImage, iconId, ringId } from '../images';
import type { Palette } from '../palette';
import { rowOf, signRowOf } from './instances';

/** The side of a cell of the sheet, in CSS pixels: larger than any sprite, so that none bleeds into the next. */
export const CELL_SIDE = 24;

/** How many cells a sheet has across and down. */
export function cellsOf(layers: number): { columns: number; rows: number } {
	return { columns: AGES.length, rows: signRowOf(layers) + 1 };
}

/**
 * All that stands for a feature on the map, each in the middle of its cell: for each layer its icon and its ring, at each
 * age, and below them the sign of a contradiction. Null where nothing can be drawn.
 */
export function drawSpriteSheet(
	layers: readonly Layer[],
	palette: Palette,
	pixelRatio: number
): HTMLCanvasElement | null {
	const { columns, rows } = cellsOf(layers.length);
	const side = CELL_SIDE * pixelRatio;
	const sheet = document.createElement('canvas');
	[sheet.width, sheet.height] = [columns * side, rows * side];
	const context = sheet.getContext('2d');
	if (!context) return null;
	const put = (id: string, column: number, row: number) => {
		const image = drawImage(id, pixelRatio);
		if (!image) return;
		const [left, top] = [(side - image.width) / 2, (side - image.height) / 2];
		context.putImageData(image, column * side + Math.round(left), row * side + Math.round(top));
	};
	layers.forEach(({ colour, shape }, layer) => {
		const ink = palette.layers[colour];
		AGES.forEach((_, age) => {
			put(iconId(ink, palette.halo, String(age), shape), age, rowOf(layer, false));
			put(ringId(ink, palette.halo, String(age)), age, rowOf(layer, true));
		});
	});
	put(contestedId(palette.ink, palette.halo), 0, signRowOf(layers.length));
	return sheet;
}
