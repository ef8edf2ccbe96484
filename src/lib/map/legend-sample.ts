import type { Colour, Shape } from '$lib/domain/symbol';
import { edgeOf } from './edges';
import { contestedId, crossId, drawImage, hatchId, markId, stippleId } from './images';
import { AREA } from './layers/areas';
import { CLAUSE } from './layers/clause';
import type { Sample } from './layers/legend';
import { OWN } from './layers/own';
import { FADED_MARK } from './look';
import { SIGN_OFFSET } from './marks/marks-layer';
import type { Palette } from './palette';

/** The size of a sample in CSS pixels: an icon, and beside it the area that it stands for. */
export const SAMPLE = { width: 62, height: 27 } as const;
const ICON_AT = 14;
const FLAG_LOWERED: readonly [right: number, down: number] = [-4, 6];
const BOX = { x: 31.5, y: 5.5, width: 26, height: 16 };

/** Paints how the map draws a feature, in the colour and shape of a layer. */
export function paintSample(
	canvas: HTMLCanvasElement,
	{ extent, age, contested, context: isContext, standing }: Extract<Sample, { of: 'feature' }>,
	palette: Palette,
	layer: { colour: Colour; shape: Shape },
	pixelRatio: number
): void {
	const context = contextOf(canvas, pixelRatio);
	if (!context) return;
	const colour = palette.layers[layer.colour];
	context.globalAlpha = standing === 'faded' ? FADED_MARK : 1;
	const mark = markId(extent, colour, palette.halo, String(age), layer.shape);
	// A flag stands on its foot, above the middle: it is lowered to where the others are.
	if (!isContext) paintImage(context, mark, extent === 'seat' ? FLAG_LOWERED : [0, 0], pixelRatio);
	if (contested) paintImage(context, contestedId(palette.ink, palette.halo), SIGN_OFFSET, pixelRatio);
	// A body has no area.
	if (extent === 'seat') return;
	const within = extent === 'somewhere-within';
	paintGround(context, within, colour, AREA.strength[standing], pixelRatio);
	if (isContext) {
		context.lineCap = 'round';
		paintBox(context, colour, AREA.context.width, AREA.context.dash);
	} else paintEdge(context, within, colour, AREA.strength[standing], age, contested);
}

/** Paints how the map draws a person's own data: a point, as it is where there are few or many, and an area with its line. */
export function paintOwnSample(canvas: HTMLCanvasElement, palette: Palette, many: boolean, pixelRatio: number): void {
	const context = contextOf(canvas, pixelRatio);
	if (!context) return;
	if (many) paintDot(context, palette);
	else paintImage(context, crossId(palette.ink, palette.halo), [0, 0], pixelRatio);
	paintPattern(context, stippleId(palette.ink), OWN.stipple, pixelRatio);
	paintBox(context, palette.ink, OWN.width, OWN.dash);
}

function paintDot(context: CanvasRenderingContext2D, palette: Palette) {
	for (const [radius, colour] of [
		[OWN.dot + OWN.dotGround, palette.halo],
		[OWN.dot, palette.ink]
	] as const) {
		context.beginPath();
		context.arc(ICON_AT, SAMPLE.height / 2, radius, 0, 2 * Math.PI);
		context.fillStyle = colour;
		context.fill();
	}
}

/** Paints how the map draws the outline of the area that the filter asks for. */
export function paintClauseSample(canvas: HTMLCanvasElement, palette: Palette, pixelRatio: number): void {
	const context = contextOf(canvas, pixelRatio);
	if (context) paintBox(context, palette.ink, CLAUSE.width, CLAUSE.dash);
}

function contextOf(canvas: HTMLCanvasElement, pixelRatio: number): CanvasRenderingContext2D | null {
	canvas.width = SAMPLE.width * pixelRatio;
	canvas.height = SAMPLE.height * pixelRatio;
	const context = canvas.getContext('2d');
	context?.scale(pixelRatio, pixelRatio);
	return context;
}

function paintBox(context: CanvasRenderingContext2D, colour: string, width: number, dash: readonly number[]) {
	context.globalAlpha = 1;
	context.strokeStyle = colour;
	context.lineWidth = width;
	context.setLineDash(dash.map((length) => length * width));
	context.strokeRect(BOX.x, BOX.y, BOX.width, BOX.height);
}

function paintPattern(context: CanvasRenderingContext2D, id: string, strength: number, pixelRatio: number) {
	const tile = imageOf(id, pixelRatio);
	const pattern = tile && context.createPattern(tile, 'repeat');
	if (!pattern) return;
	pattern.setTransform(new DOMMatrix().scale(1 / pixelRatio));
	context.globalAlpha = strength;
	context.fillStyle = pattern;
	context.fillRect(BOX.x, BOX.y, BOX.width, BOX.height);
}

/** One of the map's images, so far from where the icon stands. */
function paintImage(
	context: CanvasRenderingContext2D,
	id: string,
	[right, down]: readonly [number, number],
	pixelRatio: number
) {
	const image = imageOf(id, pixelRatio);
	if (!image) return;
	const [width, height] = [image.width / pixelRatio, image.height / pixelRatio];
	context.drawImage(image, ICON_AT + right - width / 2, SAMPLE.height / 2 + down - height / 2, width, height);
}

function paintGround(
	context: CanvasRenderingContext2D,
	within: boolean,
	colour: string,
	strength: number,
	pixelRatio: number
) {
	if (within) {
		paintPattern(context, hatchId(colour), strength * AREA.hatch, pixelRatio);
		return;
	}
	context.globalAlpha = strength * AREA.fill;
	context.fillStyle = colour;
	context.fillRect(BOX.x, BOX.y, BOX.width, BOX.height);
}

function paintEdge(
	context: CanvasRenderingContext2D,
	within: boolean,
	colour: string,
	strength: number,
	age: number,
	contested: boolean
) {
	const edge = edgeOf(age);
	const line = edge.width * (within ? AREA.width.within : AREA.width.shape);
	const dash = edge.dash ?? (within ? AREA.dash : []);
	context.globalAlpha = strength * AREA.edge * edge.strength;
	context.strokeStyle = colour;
	context.lineWidth = line;
	context.setLineDash([...dash].map((length) => length * line));
	const apart = contested ? (AREA.split + line) / 2 : 0;
	const { x, y, width, height } = BOX;
	for (const by of new Set([-apart, apart])) context.strokeRect(x - by, y - by, width + 2 * by, height + 2 * by);
}

/** One of the map's own images as a canvas, which can be drawn and repeated. */
function imageOf(id: string, pixelRatio: number): HTMLCanvasElement | null {
	const image = drawImage(id, pixelRatio);
	if (!image) return null;
	const canvas = document.createElement('canvas');
	canvas.width = image.width;
	canvas.height = image.height;
	canvas.getContext('2d')?.putImageData(image, 0, 0);
	return canvas;
}
