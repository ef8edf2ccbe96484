import { CONTESTED_PATH, SEAT_PATH, type Shape, SHAPE_PATHS } from '$lib/domain/symbol';
import type { GeometryExtent } from '$lib/domain/georeference';
import { edgeOf } from './edges';

/**
 * The images of the style are drawn when it first asks for them. An image's id says all that it is drawn from, so
 * another palette asks for other images, and no image is ever out of date.
 */
const KINDS = ['icon', 'ring', 'seat', 'hatch', 'contested', 'cross', 'stipple', 'blank'] as const;
export type ImageKind = (typeof KINDS)[number];

/** What stands between the parts of an id. */
const SEPARATOR = '|';

/** The id of an icon: a shape in its colour, set off from the ground, with an edge of an age. */
export function iconId(colour: string, ground: string, age: string, shape: Shape): string {
	return ['icon', colour, ground, age, shape].join(SEPARATOR);
}

/** The id of a hollow dashed ring: somewhere around here. */
export function ringId(colour: string, ground: string, age: string): string {
	return ['ring', colour, ground, age].join(SEPARATOR);
}

/** The id of a flag: a body sits here. */
function seatId(colour: string, ground: string, age: string): string {
	return ['seat', colour, ground, age].join(SEPARATOR);
}

/** The id of the mark of a feature: what is drawn of it decides which. */
export function markId(extent: GeometryExtent, colour: string, ground: string, age: string, shape: Shape): string {
	switch (extent) {
		case 'shape':
			return iconId(colour, ground, age, shape);
		case 'somewhere-within':
			return ringId(colour, ground, age);
		case 'seat':
			return seatId(colour, ground, age);
	}
}

/** The id of the sign of a contradiction. */
export function contestedId(colour: string, ground: string): string {
	return ['contested', colour, ground].join(SEPARATOR);
}

/** The id of a diagonal hatch. */
export function hatchId(colour: string): string {
	return ['hatch', colour].join(SEPARATOR);
}

/** The id of the mark of a person's own data: a cross in ink. */
export function crossId(colour: string, ground: string): string {
	return ['cross', colour, ground].join(SEPARATOR);
}

/** The id of fine dots. */
export function stippleId(colour: string): string {
	return ['stipple', colour].join(SEPARATOR);
}

/** The id of an image that nothing is on, as large as an icon: it takes room. */
export const BLANK_ID: ImageKind = 'blank';

/** What an image of one of these kinds is drawn from; null for an id of another owner. */
export function readImageId(id: string): { kind: ImageKind; parts: readonly string[] } | null {
	const [kind, ...parts] = id.split(SEPARATOR);
	const known = KINDS.find((candidate) => candidate === kind);
	return known ? { kind: known, parts } : null;
}

/** Draws the image of an id at a pixel ratio; null for an id of another owner, or where nothing can be drawn. */
export function drawImage(id: string, pixelRatio: number): ImageData | null {
	const read = readImageId(id);
	if (!read) return null;
	const [first = '', second = '', age = '', shape = ''] = read.parts;
	switch (read.kind) {
		case 'icon':
			return draw(ICON_SIDE, pixelRatio, (context) =>
				drawIcon(context, first, second, Number(age), new Path2D(SHAPE_PATHS[shape as Shape]))
			);
		case 'seat':
			return draw(SEAT_SIDE, pixelRatio, (context) => {
				context.translate(SEAT_SIDE / 2 - ICON_SIDE / 2, SEAT_SIDE / 2 - ICON_SIDE / 2);
				drawIcon(context, first, second, Number(age), new Path2D(SEAT_PATH));
			});
		case 'ring':
			return draw(RING_SIDE, pixelRatio, (context) => drawRing(context, first, second, Number(age)));
		case 'contested':
			return draw(SIGN_SIDE, pixelRatio, (context) => drawSign(context, first, second));
		case 'hatch':
			return draw(HATCH_SIDE, pixelRatio, (context) => drawHatch(context, first));
		case 'cross':
			return draw(CROSS_SIDE, pixelRatio, (context) => drawCross(context, first, second));
		case 'stipple':
			return draw(STIPPLE_SIDE, pixelRatio, (context) => drawStipple(context, first));
		case 'blank':
			return draw(ICON_SIDE, pixelRatio, () => undefined);
	}
}

/** Sides in CSS pixels. */
export const ICON_SIDE = 19;
const RING_SIDE = 21;
/** A flag rises above its foot, which is in the middle. */
const SEAT_SIDE = 32;
const SIGN_SIDE = 12;
const HATCH_SIDE = 8;
const CROSS_SIDE = 15;
const STIPPLE_SIDE = 6;

function draw(side: number, pixelRatio: number, paint: (context: CanvasRenderingContext2D) => void): ImageData | null {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side * pixelRatio;
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.scale(pixelRatio, pixelRatio);
	paint(context);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The shape, the ground that sets it off, and around that its edge. */
function drawIcon(context: CanvasRenderingContext2D, colour: string, ground: string, age: number, path: Path2D) {
	const { width, strength, dash } = edgeOf(age);
	// The shapes stand in a box of 16.
	context.translate(ICON_SIDE / 2 - 8, ICON_SIDE / 2 - 8);
	context.lineJoin = 'round';
	context.globalAlpha = strength;
	context.setLineDash(dash?.map((length) => length * EDGE * width) ?? []);
	context.lineWidth = GROUND + 2 * EDGE * width;
	context.strokeStyle = colour;
	context.stroke(path);
	context.globalAlpha = 1;
	context.setLineDash([]);
	context.lineWidth = GROUND;
	context.strokeStyle = ground;
	context.stroke(path);
	context.fillStyle = colour;
	context.fill(path);
}

/** Widths in CSS pixels: of the ground around a shape, both sides counted, and of a fresh edge. */
const GROUND = 3;
const EDGE = 1.1;

/** A ring is its own edge: it thins, and its dashes break up. */
function drawRing(context: CanvasRenderingContext2D, colour: string, ground: string, age: number) {
	const radius = 8;
	const { width, strength, dash } = edgeOf(age);
	const dashes = dash ? RING_MARKS : RING_DASHES;
	const step = (2 * Math.PI * radius) / dashes;
	const length = dash ? step * (dash[0] / (dash[0] + dash[1])) : step * 0.62;
	context.beginPath();
	context.arc(RING_SIDE / 2, RING_SIDE / 2, radius, 0, 2 * Math.PI);
	context.lineWidth = 4.5;
	context.strokeStyle = ground;
	context.stroke();
	context.globalAlpha = strength;
	context.setLineDash([length, step - length]);
	context.lineWidth = 2 * width;
	context.strokeStyle = colour;
	context.stroke();
}

/** How many dashes a ring has, and how many marks where it has aged. */
const RING_DASHES = 10;
const RING_MARKS = 18;

/** Two lines that are not equal, on a disc of the ground. */
function drawSign(context: CanvasRenderingContext2D, colour: string, ground: string) {
	const scale = 0.66;
	context.translate(SIGN_SIDE / 2 - 8 * scale, SIGN_SIDE / 2 - 8 * scale);
	context.scale(scale, scale);
	context.fillStyle = ground;
	context.beginPath();
	context.arc(8, 8, SIGN_SIDE / 2 / scale, 0, 2 * Math.PI);
	context.fill();
	context.lineCap = 'round';
	context.lineWidth = 2;
	context.strokeStyle = colour;
	context.stroke(new Path2D(CONTESTED_PATH));
}

function drawHatch(context: CanvasRenderingContext2D, colour: string) {
	// Rising lines; the neighbours' corners are drawn too, so that tiles of it meet.
	context.beginPath();
	for (const shift of [-HATCH_SIDE, 0, HATCH_SIDE]) {
		context.moveTo(shift - 2, HATCH_SIDE + 2);
		context.lineTo(shift + HATCH_SIDE + 2, -2);
	}
	context.lineWidth = 0.9;
	context.strokeStyle = colour;
	context.stroke();
}

/** A saltire, as a surveyor marks a point: none of the atlas's shapes is open. */
function drawCross(context: CanvasRenderingContext2D, colour: string, ground: string) {
	const [near, far] = [3.5, CROSS_SIDE - 3.5];
	const path = new Path2D(`M${near} ${near}L${far} ${far}M${far} ${near}L${near} ${far}`);
	context.lineCap = 'round';
	for (const [width, style] of [
		[5, ground],
		[2, colour]
	] as const) {
		context.lineWidth = width;
		context.strokeStyle = style;
		context.stroke(path);
	}
}

function drawStipple(context: CanvasRenderingContext2D, colour: string) {
	context.fillStyle = colour;
	for (const at of [STIPPLE_SIDE / 4, (3 * STIPPLE_SIDE) / 4]) {
		context.beginPath();
		context.arc(at, at, 0.6, 0, 2 * Math.PI);
		context.fill();
	}
}
