import { CONTESTED_PATH, SEAT_PATH, type Shape, SHAPE_PATHS } from '$lib/domain/symbol';
import type { GeometryExtent } from '$lib/domain/georeference';
import { edgeOf } from './edges';

/** The symbols of features by what is drawn of them, and what else the map has images of. */
type ImageKind = GeometryExtent | 'contested' | 'hatch' | 'cross' | 'stipple' | 'blank';

/** What an image is drawn from; only the symbols of features have an age and a shape. */
interface ImageLook {
	colour: string;
	/** The colour that sets it off. */
	ground: string;
	age: number;
	shape: Shape;
}

/** The side of icons in CSS pixels. */
export const ICON_SIDE = 19;
const SIGN_SIDE = 12;
const HATCH_SIDE = 8;

/** How each kind of image is drawn, around its middle on a square; sides in CSS pixels. */
const KINDS: Readonly<
	Record<ImageKind, { side: number; draw: (context: CanvasRenderingContext2D, look: ImageLook) => void }>
> = {
	shape: { side: ICON_SIDE, draw: (context, look) => drawIcon(context, look, SHAPE_PATHS[look.shape]) },
	'somewhere-within': { side: 21, draw: drawRing },
	// A body is a flag, which rises above its foot, which is in the middle.
	seat: { side: 32, draw: (context, look) => drawIcon(context, look, SEAT_PATH) },
	contested: { side: SIGN_SIDE, draw: drawSign },
	hatch: { side: HATCH_SIDE, draw: drawHatch },
	cross: { side: 15, draw: drawCross },
	stipple: { side: 6, draw: drawStipple },
	// Nothing is on it: it takes the room of an icon.
	blank: { side: ICON_SIDE, draw: () => undefined }
};

/** What stands between the parts of an id. */
const SEPARATOR = '|';

/**
 * The id of an image, which says all that it is drawn from: another palette asks for other images, and no image is ever out
 * of date. They are drawn when the style first asks for them.
 */
export function imageId(kind: ImageKind, colour = '', ground = '', age = 0, shape: Shape | '' = ''): string {
	return [kind, colour, ground, age, shape].join(SEPARATOR);
}

/** The kind of image that an id names and what it is drawn from; null for an id of another owner. */
export function readImageId(id: string): { kind: ImageKind; look: ImageLook } | null {
	const [kind = '', colour = '', ground = '', age, shape] = id.split(SEPARATOR);
	if (!Object.hasOwn(KINDS, kind)) return null;
	return { kind: kind as ImageKind, look: { colour, ground, age: Number(age), shape: shape as Shape } };
}

/** How many pixels of an image make one CSS pixel. */
export function pixelRatio(): number {
	return Math.max(2, Math.ceil(devicePixelRatio));
}

/** Draws the image of an id at a pixel ratio; null for an id of another owner. */
export function drawImage(id: string, ratio: number): HTMLCanvasElement | null {
	const read = readImageId(id);
	if (!read) return null;
	const { side, draw } = KINDS[read.kind];
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side * ratio;
	const context = canvas.getContext('2d');
	context?.scale(ratio, ratio);
	context?.translate(side / 2, side / 2);
	if (context) draw(context, read.look);
	return canvas;
}

/** The shape, the ground that sets it off, and around that its edge. */
function drawIcon(context: CanvasRenderingContext2D, { colour, ground, age }: ImageLook, outline: string) {
	const { width, strength, dash } = edgeOf(age);
	const path = new Path2D(outline);
	// The shapes stand in a box of 16.
	context.translate(-8, -8);
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
function drawRing(context: CanvasRenderingContext2D, { colour, ground, age }: ImageLook) {
	const radius = 8;
	const { width, strength, dash } = edgeOf(age);
	const dashes = dash ? RING_MARKS : RING_DASHES;
	const step = (2 * Math.PI * radius) / dashes;
	const length = dash ? step * (dash[0] / (dash[0] + dash[1])) : step * 0.62;
	context.beginPath();
	context.arc(0, 0, radius, 0, 2 * Math.PI);
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
function drawSign(context: CanvasRenderingContext2D, { colour, ground }: ImageLook) {
	drawDisc(context, ground, 0, SIGN_SIDE / 2);
	context.scale(0.66, 0.66);
	context.translate(-8, -8);
	context.lineCap = 'round';
	context.lineWidth = 2;
	context.strokeStyle = colour;
	context.stroke(new Path2D(CONTESTED_PATH));
}

function drawHatch(context: CanvasRenderingContext2D, { colour }: ImageLook) {
	// Rising lines; the neighbours' corners are drawn too, so that tiles of it meet.
	context.beginPath();
	for (const shift of [-HATCH_SIDE, 0, HATCH_SIDE]) {
		context.moveTo(shift - 6, 6);
		context.lineTo(shift + 6, -6);
	}
	context.lineWidth = 0.9;
	context.strokeStyle = colour;
	context.stroke();
}

/** A saltire, as a surveyor marks a point: none of the atlas's shapes is open. */
function drawCross(context: CanvasRenderingContext2D, { colour, ground }: ImageLook) {
	const path = new Path2D('M-4 -4L4 4M4 -4L-4 4');
	context.lineCap = 'round';
	context.lineWidth = 5;
	context.strokeStyle = ground;
	context.stroke(path);
	context.lineWidth = 2;
	context.strokeStyle = colour;
	context.stroke(path);
}

function drawStipple(context: CanvasRenderingContext2D, { colour }: ImageLook) {
	for (const at of [-1.5, 1.5]) drawDisc(context, colour, at, 0.6);
}

function drawDisc(context: CanvasRenderingContext2D, colour: string, at: number, radius: number) {
	context.fillStyle = colour;
	context.beginPath();
	context.arc(at, at, radius, 0, 2 * Math.PI);
	context.fill();
}
