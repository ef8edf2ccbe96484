import type { RawFeature } from 'geojson-vt';
import { PbfWriter } from 'pbf';
import type { AttributeValue } from './tile-attributes';

/** Fields of the messages of a tile (Mapbox Vector Tile 2.1, section 4.1). */
const TILE_LAYERS = 3;
const LAYER = { name: 1, features: 2, keys: 3, values: 4, extent: 5, version: 15 } as const;
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const;
const VALUE = { string: 1, double: 3, uint: 5, sint: 6, boolean: 7 } as const;

/** Commands of a geometry (section 4.3.1). */
const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7];

/** The points of one line, ring or set of points: x, y, x, y. */
type Flat = ArrayLike<number>;

/**
 * Writes a tile of one layer, feature by feature: whoever writes many can stop between two of them and let others have
 * their turn, which the encoder of the map library cannot.
 */
export class LayerWriter {
	readonly #layer = new PbfWriter();
	readonly #values = new Map<string | number | boolean, number>();
	#features = 0;

	constructor(name: string, keys: readonly string[], units: number) {
		this.#layer.writeVarintField(LAYER.version, 2);
		this.#layer.writeStringField(LAYER.name, name);
		this.#layer.writeVarintField(LAYER.extent, units);
		for (const key of keys) this.#layer.writeStringField(LAYER.keys, key);
	}

	/** A feature as it was cut, with the values of the keys in their order. */
	add(feature: RawFeature, values: readonly AttributeValue[]): void {
		if (feature.type === 4) this.#add(1, [[feature.x, feature.y]], values);
		else if (feature.type === 1) this.#add(1, [feature.geometry], values);
		else this.#add(feature.type, feature.geometry, values);
	}

	/** A point, in units of the tile. */
	addPoint(x: number, y: number, values: readonly AttributeValue[]): void {
		this.#add(1, [[x, y]], values);
	}

	/** The tile; null without features. */
	finish(): Uint8Array | null {
		if (this.#features === 0) return null;
		const tile = new PbfWriter();
		tile.writeBytesField(TILE_LAYERS, this.#layer.finish());
		return tile.finish();
	}

	#add(type: 1 | 2 | 3, lines: readonly Flat[], values: readonly AttributeValue[]): void {
		this.#features++;
		const tags: number[] = [];
		values.forEach((value, key) => {
			if (value !== null) tags.push(key, this.#place(value));
		});
		this.#layer.writeMessage(
			LAYER.features,
			(_, pbf) => {
				pbf.writePackedVarint(FEATURE.tags, tags);
				pbf.writeVarintField(FEATURE.type, type);
				pbf.writePackedVarint(FEATURE.geometry, commands(type, lines));
			},
			null
		);
	}

	/** The place of a value in the layer's list; a new one is written there at once, between two features. */
	#place(value: string | number | boolean): number {
		const known = this.#values.get(value);
		if (known !== undefined) return known;
		this.#layer.writeMessage(LAYER.values, writeValue, value);
		this.#values.set(value, this.#values.size);
		return this.#values.size - 1;
	}
}

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
	if (typeof value === 'string') pbf.writeStringField(VALUE.string, value);
	else if (typeof value === 'boolean') pbf.writeBooleanField(VALUE.boolean, value);
	else if (!Number.isSafeInteger(value)) pbf.writeDoubleField(VALUE.double, value);
	else if (value < 0) pbf.writeSVarintField(VALUE.sint, value);
	else pbf.writeVarintField(VALUE.uint, value);
}

/** Lines as commands and steps from point to point; the last point of a ring is its first, and not written. */
function commands(type: 1 | 2 | 3, lines: readonly Flat[]): number[] {
	const written: number[] = [];
	let [x, y] = [0, 0];
	for (const line of lines) {
		const count = line.length / 2 - (type === 3 ? 1 : 0);
		for (let point = 0; point < count; point++) {
			if (point === 0) written.push(command(MOVE_TO, type === 1 ? count : 1));
			else if (point === 1 && type !== 1) written.push(command(LINE_TO, count - 1));
			const [nextX, nextY] = [line[point * 2] ?? NaN, line[point * 2 + 1] ?? NaN];
			written.push(zigzag(nextX - x), zigzag(nextY - y));
			[x, y] = [nextX, nextY];
		}
		if (type === 3) written.push(command(CLOSE_PATH, 1));
	}
	return written;
}

function command(id: number, count: number): number {
	return (count << 3) | id;
}

function zigzag(step: number): number {
	return (step << 1) ^ (step >> 31);
}
