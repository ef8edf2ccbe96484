import { GEOMETRY_EXTENTS } from '$lib/domain/georeference';
import type { Layer } from '$lib/domain/layer';
import { AGES } from '$lib/engine/evidence';
import { drawImage, imageId } from '../images';
import type { Palette } from '../palette';
import { cellOf, COLUMNS, MOST_HIDDEN, type Sprites } from './sprites';

/** The side of a cell of the sheet, in CSS pixels: larger than any sprite, so that none bleeds into the next. */
export const CELL_SIDE = 32;

/** The size of figures in CSS pixels, and how far their halo reaches. */
const FIGURE_SIZE = 11;
const FIGURE_HALO = 1.6;

/** How many rows a sheet has. */
export function rowsOf({ count }: Sprites): number {
	return Math.ceil(count / COLUMNS);
}

/**
 * All sprites, each in the middle of its cell. Null where nothing can be drawn. `fonts` are the CSS font families of figures,
 * first choice first.
 */
export function drawSpriteSheet(
	sprites: Sprites,
	layers: readonly Layer[],
	{ layers: colours, halo, ink }: Palette,
	fonts: string,
	pixelRatio: number
): HTMLCanvasElement | null {
	const side = CELL_SIDE * pixelRatio;
	const sheet = document.createElement('canvas');
	[sheet.width, sheet.height] = [COLUMNS * side, rowsOf(sprites) * side];
	const context = sheet.getContext('2d');
	if (!context) return null;
	const put = (id: string, sprite: number) => {
		const image = drawImage(id, pixelRatio);
		const { column, row } = cellOf(sprite);
		const middle = (index: number, size: number) => index * side + Math.round((side - size) / 2);
		if (image) context.drawImage(image, middle(column, image.width), middle(row, image.height));
	};
	layers.forEach(({ colour, shape }, layer) => {
		AGES.forEach((_, age) => {
			for (const extent of GEOMETRY_EXTENTS) {
				put(imageId(extent, colours[colour], halo, age, shape), sprites.icon(layer, extent, age));
			}
		});
	});
	put(imageId('contested', ink, halo), sprites.sign);

	context.scale(pixelRatio, pixelRatio);
	context.font = `600 ${FIGURE_SIZE}px ${fonts}`;
	[context.textAlign, context.textBaseline, context.lineJoin] = ['center', 'middle', 'round'];
	[context.fillStyle, context.strokeStyle, context.lineWidth] = [ink, halo, 2 * FIGURE_HALO];
	for (let hidden = 1; hidden <= MOST_HIDDEN; hidden++) {
		const { column, row } = cellOf(sprites.figure(hidden));
		const text = hidden < MOST_HIDDEN ? `+${hidden}` : `${hidden}+`;
		const [x, y] = [(column + 0.5) * CELL_SIDE, (row + 0.5) * CELL_SIDE];
		context.strokeText(text, x, y);
		context.fillText(text, x, y);
	}
	return sheet;
}
