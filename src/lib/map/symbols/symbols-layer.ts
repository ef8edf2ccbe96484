import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import type { Layer } from '$lib/domain/layer';
import { WORLD_PIXELS } from '$lib/geometry/ground-scale';
import { ICON_SCALE, valueAt } from '../look';
import { type Screen, worldsOn } from '../names/screen';
import { STACK_OFFSET, type Stack } from '../names/stacks';
import type { Palette } from '../palette';
import type { MapSymbol } from '../sources/features';
import { screenOf } from '../camera';
import { figuresOf, iconsOf, type Instances, NUMBERS, signsOf } from './instances';
import { CELL_SIDE, drawSpriteSheet, rowsOf } from './sprite-sheet';
import { COLUMNS, type Sprites, spritesOf } from './sprites';

/** The id of the layer, which stands above all layers of the style. */
export const SYMBOLS_LAYER = 'symbols';

/** Where a sign stands from the middle of its icon, in CSS pixels: at its lower left, where few names begin. */
export const SIGN_OFFSET: readonly [right: number, down: number] = [-9, 8];

/** Four corners of a square around each place, of one size in pixels at every zoom. */
const VERTEX_SHADER = `#version 300 es
uniform vec4 u_origin;
uniform float u_world;
uniform float u_scale;
uniform vec2 u_screen;
uniform vec2 u_offset;
uniform float u_side;
uniform float u_zoom;
uniform vec2 u_cells;
layout(location = 0) in vec4 a_place;
layout(location = 1) in vec4 a_look;
out vec2 v_cell;
out float v_opacity;
void main() {
	vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
	// Far from zero single precision is too coarse: places are counted from the corner of the screen.
	vec2 place = (a_place.xy - u_origin.xy) + (a_place.zw - u_origin.zw) + vec2(u_world, 0.0);
	vec2 pixel = place * u_scale + u_offset + (corner - 0.5) * u_side;
	gl_Position = vec4(pixel / u_screen * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
	// From some zoom on the area itself is drawn.
	if (u_zoom >= a_look.w) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
	v_cell = (a_look.xy + corner) / u_cells;
	v_opacity = a_look.z;
}`;

const FRAGMENT_SHADER = `#version 300 es
precision mediump float;
uniform sampler2D u_sheet;
in vec2 v_cell;
in float v_opacity;
out vec4 colour;
void main() {
	colour = texture(u_sheet, v_cell) * v_opacity;
}`;

const UNIFORMS = ['origin', 'world', 'scale', 'screen', 'offset', 'side', 'zoom', 'cells'] as const;

/** What is drawn over each other, lowest first. */
const PARTS = ['icons', 'signs', 'figures'] as const;
type Part = (typeof PARTS)[number];

const OFFSETS: Record<Part, readonly [right: number, down: number]> = {
	icons: [0, 0],
	signs: SIGN_OFFSET,
	figures: STACK_OFFSET
};

/** What was made in one graphics context, and is gone with it. */
interface Made {
	program: WebGLProgram;
	places: Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>;
	parts: Record<Part, { vertices: WebGLVertexArrayObject; buffer: WebGLBuffer }>;
	sheet: WebGLTexture;
}

/** What the layer draws with. */
interface Start {
	symbols: readonly MapSymbol[];
	layers: readonly Layer[];
	palette: Palette;
	/** The CSS font families of figures, first choice first. */
	fonts: string;
	/** How many pixels of a sprite make one CSS pixel. */
	pixelRatio: number;
	/** Asked for the icons that lie on others, in each frame before it is drawn. */
	stacksOn(screen: Screen): readonly Stack[];
}

/**
 * Icons and signs of all features, in one layer of the map: the layer's shape in its colour, or a hollow ring for what is
 * somewhere around here. None is ever hidden without a figure. What a filter changes of them is one buffer of numbers, which
 * costs the main thread next to nothing, however many they are.
 */
export class SymbolsLayer implements CustomLayerInterface {
	readonly id = SYMBOLS_LAYER;
	readonly type = 'custom';
	readonly #start: Start;
	readonly #sprites: Sprites;
	readonly #drawn: Record<Part, Instances>;
	#palette: Palette;
	#stacks: readonly Stack[] = [];
	#map: MapLibreMap | null = null;
	#made: Made | null = null;
	/** What the graphics processor has not been given yet. */
	readonly #stale = new Set<Part | 'sheet'>();

	constructor(start: Start) {
		this.#start = start;
		this.#palette = start.palette;
		this.#sprites = spritesOf(start.layers.length);
		this.#drawn = { icons: new Float32Array(), signs: new Float32Array(), figures: new Float32Array() };
	}

	/** Shows what is said of features, see sources/feature-states.ts. Drawn with the next frame. */
	show(states: Int32Array): void {
		this.#draw('icons', iconsOf(this.#start.symbols, states, this.#sprites));
		this.#draw('signs', signsOf(this.#start.symbols, states, this.#sprites));
	}

	/** Draws the sprites anew for the next frame: in other colours, or since fonts have come. */
	redraw(palette: Palette): void {
		this.#palette = palette;
		this.#stale.add('sheet');
	}

	onAdd(map: MapLibreMap): void {
		this.#map = map;
		// MapLibre does not know what is changed in its context outside of a frame: everything is made in the first.
		this.#made = null;
		for (const part of [...PARTS, 'sheet'] as const) this.#stale.add(part);
	}

	onRemove(_map: MapLibreMap, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
		const made = this.#made;
		[this.#map, this.#made] = [null, null];
		if (!made || !('deleteVertexArray' in gl)) return;
		gl.deleteProgram(made.program);
		gl.deleteTexture(made.sheet);
		for (const { vertices, buffer } of Object.values(made.parts)) {
			gl.deleteVertexArray(vertices);
			gl.deleteBuffer(buffer);
		}
	}

	render(gl: WebGLRenderingContext | WebGL2RenderingContext): void {
		const map = this.#map;
		if (!map || !('createVertexArray' in gl)) return;
		const screen = screenOf(map);
		const stacks = this.#start.stacksOn(screen);
		if (stacks !== this.#stacks) this.#draw('figures', figuresOf(stacks, this.#sprites));
		this.#stacks = stacks;

		this.#made ??= make(gl);
		const { program, places, parts, sheet } = this.#made;
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, sheet);
		this.#giveWhatIsStale(gl, parts);
		gl.useProgram(program);
		const [west, north] = [screen.left / WORLD_PIXELS, screen.top / WORLD_PIXELS];
		gl.uniform4f(places.origin, west, north, west - Math.fround(west), north - Math.fround(north));
		gl.uniform1f(places.scale, WORLD_PIXELS * 2 ** screen.zoom);
		gl.uniform2f(places.screen, screen.width, screen.height);
		gl.uniform1f(places.zoom, screen.zoom);
		gl.uniform2f(places.cells, COLUMNS, rowsOf(this.#sprites));
		for (const part of PARTS) {
			const size = part === 'figures' ? 1 : valueAt(ICON_SCALE, screen.zoom);
			const [right, down] = OFFSETS[part];
			gl.bindVertexArray(parts[part].vertices);
			gl.uniform1f(places.side, CELL_SIDE * size);
			gl.uniform2f(places.offset, right * size, down * size);
			for (const world of worldsOn(screen)) {
				gl.uniform1f(places.world, world);
				gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#drawn[part].length / NUMBERS);
			}
		}
		gl.bindVertexArray(null);
	}

	#draw(part: Part, instances: Instances): void {
		this.#drawn[part] = instances;
		this.#stale.add(part);
	}

	/** Gives the graphics processor what has changed; the texture of the sheet is bound. */
	#giveWhatIsStale(gl: WebGL2RenderingContext, parts: Made['parts']): void {
		const { layers, fonts, pixelRatio } = this.#start;
		for (const part of PARTS) {
			if (!this.#stale.has(part)) continue;
			gl.bindBuffer(gl.ARRAY_BUFFER, parts[part].buffer);
			gl.bufferData(gl.ARRAY_BUFFER, this.#drawn[part], gl.DYNAMIC_DRAW);
		}
		const drawn = this.#stale.has('sheet')
			? drawSpriteSheet(this.#sprites, layers, this.#palette, fonts, pixelRatio)
			: null;
		if (drawn) {
			gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
			gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
			gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawn);
		}
		this.#stale.clear();
	}
}

function make(gl: WebGL2RenderingContext): Made {
	const program = gl.createProgram();
	for (const [type, code] of [
		[gl.VERTEX_SHADER, VERTEX_SHADER],
		[gl.FRAGMENT_SHADER, FRAGMENT_SHADER]
	] as const) {
		const shader = gl.createShader(type);
		if (!shader) continue;
		gl.shaderSource(shader, code);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
		throw new Error(`The icons cannot be drawn: ${gl.getProgramInfoLog(program) ?? 'no reason given'}`);
	}
	const places = UNIFORMS.map((name) => [name, gl.getUniformLocation(program, `u_${name}`)]);
	const parts = PARTS.map((part) => [part, makePart(gl)]);
	const sheet = gl.createTexture();
	gl.bindTexture(gl.TEXTURE_2D, sheet);
	for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
		gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
	}
	for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
		gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
	}
	return {
		program,
		places: Object.fromEntries(places) as Made['places'],
		parts: Object.fromEntries(parts) as Made['parts'],
		sheet
	};
}

/** A buffer of instances, of which each is read as two groups of four numbers. */
function makePart(gl: WebGL2RenderingContext): Made['parts'][Part] {
	const [vertices, buffer] = [gl.createVertexArray(), gl.createBuffer()];
	const bytes = Float32Array.BYTES_PER_ELEMENT;
	gl.bindVertexArray(vertices);
	gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
	for (const location of [0, 1]) {
		gl.enableVertexAttribArray(location);
		gl.vertexAttribDivisor(location, 1);
		gl.vertexAttribPointer(location, 4, gl.FLOAT, false, NUMBERS * bytes, location * 4 * bytes);
	}
	gl.bindVertexArray(null);
	return { vertices, buffer };
}
