import { type Shape, SHAPE_PATHS } from '$lib/domain/mark';

/**
 * The images of the style are drawn when it first asks for them. An image's id says all that it is drawn from, so
 * another palette asks for other images, and no image is ever out of date.
 */
export type ImageKind = 'icon' | 'ring' | 'hatch';

const SEPARATOR = '|';

/** The id of an icon: a shape in its colour, set off from the ground. The shape comes last, so that a style can add it. */
export function iconId(colour: string, ground: string, shape: Shape | ''): string {
	return ['icon', colour, ground, shape].join(SEPARATOR);
}

/** The id of a hollow dashed ring: somewhere around here. */
export function ringId(colour: string, ground: string): string {
	return ['ring', colour, ground].join(SEPARATOR);
}

/** The id of a diagonal hatch. */
export function hatchId(colour: string): string {
	return ['hatch', colour].join(SEPARATOR);
}

/** What an image of one of these kinds is drawn from; null for an id of another owner. */
export function readImageId(id: string): { kind: ImageKind; parts: readonly string[] } | null {
	const [kind, ...parts] = id.split(SEPARATOR);
	return kind === 'icon' || kind === 'ring' || kind === 'hatch' ? { kind, parts } : null;
}

/** Draws the image of an id at a pixel ratio; null for an id of another owner, or where nothing can be drawn. */
export function drawImage(id: string, pixelRatio: number): ImageData | null {
	const read = readImageId(id);
	if (!read) return null;
	const [first = '', second = '', third = ''] = read.parts;
	switch (read.kind) {
		case 'icon':
			return draw(ICON_SIDE, pixelRatio, (context) => drawIcon(context, first, second, third));
		case 'ring':
			return draw(RING_SIDE, pixelRatio, (context) => drawRing(context, first, second));
		case 'hatch':
			return draw(HATCH_SIDE, pixelRatio, (context) => drawHatch(context, first));
	}
}

/** Sides in CSS pixels. */
const ICON_SIDE = 17;
const RING_SIDE = 21;
const HATCH_SIDE = 8;

function draw(side: number, pixelRatio: number, paint: (context: CanvasRenderingContext2D) => void): ImageData | null {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = side * pixelRatio;
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.scale(pixelRatio, pixelRatio);
	paint(context);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

function drawIcon(context: CanvasRenderingContext2D, colour: string, ground: string, shape: string) {
	const path = new Path2D(SHAPE_PATHS[shape as Shape]);
	// The shapes stand in a box of 16.
	context.translate(ICON_SIDE / 2 - 8, ICON_SIDE / 2 - 8);
	context.lineJoin = 'round';
	context.lineWidth = 3;
	context.strokeStyle = ground;
	context.stroke(path);
	context.fillStyle = colour;
	context.fill(path);
}

function drawRing(context: CanvasRenderingContext2D, colour: string, ground: string) {
	const radius = 8;
	const dashes = 10;
	context.beginPath();
	context.arc(RING_SIDE / 2, RING_SIDE / 2, radius, 0, 2 * Math.PI);
	context.lineWidth = 4.5;
	context.strokeStyle = ground;
	context.stroke();
	const step = (2 * Math.PI * radius) / dashes;
	context.setLineDash([step * 0.62, step * 0.38]);
	context.lineWidth = 2;
	context.strokeStyle = colour;
	context.stroke();
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
