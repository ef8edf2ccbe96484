import { vi } from 'vitest';

/** Something that was painted: what with, and the box that it covers, in pixels of the canvas. */
export interface Painted {
	op: 'stroke' | 'fill' | 'image';
	left: number;
	top: number;
	right: number;
	bottom: number;
	alpha: number;
	/** In pixels of the canvas. */
	line: number;
	dash: readonly number[];
	style: unknown;
}

/** A canvas that draws nothing and tells what it was asked to paint. */
export interface Canvas {
	width: number;
	height: number;
	painted: Painted[];
	getContext(): Context;
}

/** A path in the format of SVG: it counts as the box of 16 in which all shapes stand. */
class Path {
	readonly box = [0, 0, 16, 16] as const;
}

/** What of a canvas the map and its legend use. */
class Context {
	globalAlpha = 1;
	lineWidth = 1;
	lineCap = 'butt';
	lineJoin = 'miter';
	fillStyle: unknown = '#000';
	strokeStyle: unknown = '#000';
	font = '';
	#dash: readonly number[] = [];
	#points: [number, number][] = [];
	#scale = 1;
	#x = 0;
	#y = 0;
	readonly #canvas: Canvas;

	constructor(canvas: Canvas) {
		this.#canvas = canvas;
	}

	scale = (by: number) => (this.#scale *= by);
	translate = (x: number, y: number) => {
		this.#x += x * this.#scale;
		this.#y += y * this.#scale;
	};
	setLineDash = (dash: readonly number[]) => (this.#dash = dash);
	createPattern = (image: unknown) => ({ image, setTransform: () => undefined });
	getImageData = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
	putImageData = () => undefined;
	measureText = (text: string) => ({ width: 50 * text.length });

	beginPath = () => (this.#points = []);
	moveTo = (x: number, y: number) => this.#points.push([x, y]);
	lineTo = this.moveTo;
	arc = (x: number, y: number, radius: number, from: number, to: number) => {
		const isWhole = Math.abs(to - from - 2 * Math.PI) < 1e-9;
		this.#points.push([x - radius, y - radius], [isWhole ? x + radius : x, y + radius]);
	};

	stroke = (path?: Path) => this.#paint('stroke', ...this.#boxOf(path));
	fill = (path?: Path) => this.#paint('fill', ...this.#boxOf(path));
	strokeRect = (x: number, y: number, width: number, height: number) =>
		this.#paint('stroke', x, y, x + width, y + height);
	fillRect = (x: number, y: number, width: number, height: number) => this.#paint('fill', x, y, x + width, y + height);
	drawImage = (_: unknown, x: number, y: number, width: number, height: number) =>
		this.#paint('image', x, y, x + width, y + height);

	#boxOf(path?: Path): readonly [number, number, number, number] {
		if (path) return path.box;
		const [xs, ys] = [this.#points.map(([x]) => x), this.#points.map(([, y]) => y)];
		return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
	}

	#paint(op: Painted['op'], left: number, top: number, right: number, bottom: number) {
		const [x, y] = [(at: number) => at * this.#scale + this.#x, (at: number) => at * this.#scale + this.#y];
		this.#canvas.painted.push({
			op,
			left: x(left),
			top: y(top),
			right: x(right),
			bottom: y(bottom),
			alpha: this.globalAlpha,
			line: this.lineWidth * this.#scale,
			dash: [...this.#dash],
			style: op === 'stroke' ? this.strokeStyle : this.fillStyle
		});
	}
}

export function canvasOf(width = 0, height = 0): Canvas {
	const canvas: Canvas = { width, height, painted: [], getContext: () => context };
	const context = new Context(canvas);
	return canvas;
}

/** Gives the page's canvases to code that makes its own; returns those that are made. */
export function stubCanvases(): Canvas[] {
	const made: Canvas[] = [];
	vi.stubGlobal('document', {
		createElement: () => {
			const canvas = canvasOf();
			made.push(canvas);
			return canvas;
		}
	});
	vi.stubGlobal('Path2D', Path);
	vi.stubGlobal(
		'DOMMatrix',
		class {
			scale = () => this;
		}
	);
	return made;
}

/** The middle of what was painted. */
export const middleOf = ({ left, top, right, bottom }: Painted) => [(left + right) / 2, (top + bottom) / 2];
