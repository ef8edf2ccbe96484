import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import type { Layer } from '$lib/domain/layer';
import { WORLD_PIXELS } from '../ground-scale';
import { ICON_SCALE, valueAt } from '../look';
import { worldsOn } from '../names/screen';
import type { Palette } from '../palette';
import type { Mark } from '../sources/features';
import { screenOf } from '../view';
import { type Instances, instancesOf, NUMBERS } from './instances';
import { CELL_SIDE, cellsOf, drawSpriteSheet } from './sprite-sheet';

/** The id of the layer, which stands above all layers of the style. */
export const MARKS_LAYER = 'marks';

/** Where a sign stands from the middle of its icon, in CSS pixels: at its lower left, where few names begin. */
export const SIGN_OFFSET: readonly [right: number, down: number] = [-9, 8];

const BYTES = NUMBERS * Float32Array.BYTES_PER_ELEMENT;

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

/** What was made in one graphics context, and is gone with it. */
interface Made {
	program: WebGLProgram;
	places: Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>;
	vertices: WebGLVertexArrayObject;
	buffer: WebGLBuffer;
	sheet: WebGLTexture;
}

/**
 * Icons and signs of all features, in one layer of the map: the layer's shape in its colour, or a hollow ring for what is
 * somewhere around here. None is ever hidden. What a filter changes of them is one buffer of numbers, which costs the main
 * thread next to nothing, however many they are.
 */
export class MarksLayer implements CustomLayerInterface {
	readonly id = MARKS_LAYER;
	readonly type = 'custom';
	readonly #marks: readonly Mark[];
	readonly #layers: readonly Layer[];
	readonly #pixelRatio: number;
	#palette: Palette;
	#instances: Instances = { data: new Float32Array(), icons: 0, signs: 0 };
	#map: MapLibreMap | null = null;
	#made: Made | null = null;
	/** What the graphics processor has not been given yet. */
	#stale = { instances: true, sheet: true };

	constructor(marks: readonly Mark[], layers: readonly Layer[], palette: Palette, pixelRatio: number) {
		this.#marks = marks;
		this.#layers = layers;
		this.#palette = palette;
		this.#pixelRatio = pixelRatio;
	}

	/** Shows what is said of features, see sources/footnotes.ts. Drawn with the next frame. */
	show(footnotes: Int32Array): void {
		this.#instances = instancesOf(this.#marks, footnotes, this.#layers.length);
		this.#stale.instances = true;
	}

	/** Draws in other colours from the next frame on. */
	setPalette(palette: Palette): void {
		this.#palette = palette;
		this.#stale.sheet = true;
	}

	onAdd(map: MapLibreMap): void {
		this.#map = map;
		// MapLibre does not know what is changed in its context outside of a frame: everything is made in the first.
		this.#made = null;
		this.#stale = { instances: true, sheet: true };
	}

	onRemove(_map: MapLibreMap, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
		const made = this.#made;
		[this.#map, this.#made] = [null, null];
		if (!made || !('deleteVertexArray' in gl)) return;
		gl.deleteProgram(made.program);
		gl.deleteVertexArray(made.vertices);
		gl.deleteBuffer(made.buffer);
		gl.deleteTexture(made.sheet);
	}

	render(gl: WebGLRenderingContext | WebGL2RenderingContext): void {
		const map = this.#map;
		if (!map || !('createVertexArray' in gl)) return;
		this.#made ??= make(gl);
		if (this.#stale.sheet) this.#giveSheet(gl, this.#made);
		if (this.#stale.instances) this.#giveInstances(gl, this.#made);
		const { program, places, vertices, buffer, sheet } = this.#made;
		const { icons, signs } = this.#instances;
		if (icons === 0) return;

		const screen = screenOf(map);
		const { columns, rows } = cellsOf(this.#layers.length);
		gl.useProgram(program);
		gl.bindVertexArray(vertices);
		gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, sheet);
		const [west, north] = [screen.left / WORLD_PIXELS, screen.top / WORLD_PIXELS];
		gl.uniform4f(places.origin, west, north, west - Math.fround(west), north - Math.fround(north));
		gl.uniform1f(places.scale, WORLD_PIXELS * 2 ** screen.zoom);
		gl.uniform2f(places.screen, screen.width, screen.height);
		gl.uniform1f(places.zoom, screen.zoom);
		gl.uniform2f(places.cells, columns, rows);
		const size = valueAt(ICON_SCALE, screen.zoom);
		gl.uniform1f(places.side, CELL_SIDE * size);
		for (const world of worldsOn(screen)) {
			gl.uniform1f(places.world, world);
			gl.uniform2f(places.offset, 0, 0);
			draw(gl, 0, icons);
			if (signs === 0) continue;
			gl.uniform2f(places.offset, SIGN_OFFSET[0] * size, SIGN_OFFSET[1] * size);
			draw(gl, icons, signs);
		}
		gl.bindVertexArray(null);
	}

	#giveSheet(gl: WebGL2RenderingContext, { sheet }: Made): void {
		this.#stale.sheet = false;
		const drawn = drawSpriteSheet(this.#layers, this.#palette, this.#pixelRatio);
		if (!drawn) return;
		gl.bindTexture(gl.TEXTURE_2D, sheet);
		gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
		gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
		gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawn);
		for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
			gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
		}
		for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
			gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
		}
	}

	#giveInstances(gl: WebGL2RenderingContext, { buffer }: Made): void {
		this.#stale.instances = false;
		gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
		gl.bufferData(gl.ARRAY_BUFFER, this.#instances.data, gl.DYNAMIC_DRAW);
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
	const places = Object.fromEntries(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, `u_${name}`)]));
	const vertices = gl.createVertexArray();
	const buffer = gl.createBuffer();
	gl.bindVertexArray(vertices);
	for (const location of [0, 1]) {
		gl.enableVertexAttribArray(location);
		gl.vertexAttribDivisor(location, 1);
	}
	gl.bindVertexArray(null);
	return { program, places: places as Made['places'], vertices, buffer, sheet: gl.createTexture() };
}

/** Draws instances of the bound buffer from the place `first` on: WebGL 2 cannot begin elsewhere than at the pointers. */
function draw(gl: WebGL2RenderingContext, first: number, count: number): void {
	for (const location of [0, 1]) {
		gl.vertexAttribPointer(
			location,
			4,
			gl.FLOAT,
			false,
			BYTES,
			first * BYTES + location * 4 * Float32Array.BYTES_PER_ELEMENT
		);
	}
	gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
}
