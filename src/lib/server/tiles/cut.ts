import { setImmediate } from 'node:timers/promises';
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { EVERYTHING } from '$lib/filter/criteria';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { Store } from '$lib/server/store/store';
import { extentWithBuffer, TILE, type TileAddress, unitsIn, ZOOMS } from './tile-address';
import { type AttributeValue, type TileAttribute, tileAttributes } from './tile-attributes';
import { LayerWriter } from './layer-writer';

/** The one layer of every tile. */
export const TILE_LAYER = 'features';

/** How many features are cut in one go, and how many milliseconds that may go on before others have their turn. */
const AT_A_TIME = 128;
const TURN = 10;

/** Cuts tiles from the features of a store. */
export class TileCutter {
	readonly attributes: readonly TileAttribute[];
	readonly #store: Store;
	/** The values of the attributes of each feature that was drawn before: some are found among thousands of claims. */
	readonly #values = new Map<string, readonly AttributeValue[]>();

	constructor(store: Store) {
		this.#store = store;
		this.attributes = tileAttributes(store.catalogue);
	}

	/**
	 * The vector tile (Mapbox Vector Tile 2.1) of the features at an address, not compressed; null where there are none.
	 * What is too small there to have an outline is a point: nothing is lost from a map of the whole.
	 */
	async cut(address: TileAddress): Promise<Uint8Array | null> {
		const near = await this.#store.page({
			items: 'features',
			criteria: { ...EVERYTHING, bbox: extentWithBuffer(address) },
			filter: null,
			limit: Infinity,
			from: 0
		});
		const writer = new LayerWriter(
			TILE_LAYER,
			this.attributes.map(({ name }) => name),
			TILE.units
		);
		let turnEnds = performance.now() + TURN;
		for (const matches of inGroups(near.matches(), AT_A_TIME)) {
			this.#draw(matches, address, writer);
			if (performance.now() < turnEnds) continue;
			await setImmediate();
			turnEnds = performance.now() + TURN;
		}
		return writer.finish();
	}

	#draw(matches: readonly FeatureWithClaims[], address: TileAddress, writer: LayerWriter): void {
		const { z, x, y } = address;
		const index = new GeoJSONVT(
			{ type: 'FeatureCollection', features: matches.flatMap(numbered) },
			{ maxZoom: ZOOMS.most, indexMaxZoom: 0, indexMaxPoints: 0, extent: TILE.units, buffer: TILE.buffer }
		);
		const drawn = new Set<number>();
		for (const feature of index.getTileRaw(z, x, y)?.features ?? []) {
			const number = Number(feature.id);
			const match = matches[number];
			if (!match) continue;
			drawn.add(number);
			writer.add(feature, this.#valuesOf(match));
		}
		matches.forEach((match, number) => {
			const { anchor, geometry } = match.feature;
			if (!anchor || !geometry || drawn.has(number)) return;
			const [across, down] = unitsIn(address, anchor);
			if (isInside(across) && isInside(down)) writer.addPoint(across, down, this.#valuesOf(match));
		});
	}

	#valuesOf(match: FeatureWithClaims): readonly AttributeValue[] {
		const known = this.#values.get(match.feature.id);
		if (known) return known;
		const values = this.attributes.map((attribute) => attribute.valueOf(match));
		this.#values.set(match.feature.id, values);
		return values;
	}
}

function isInside(units: number): boolean {
	return units >= 0 && units < TILE.units;
}

/** A feature as it is cut: with its number instead of its properties. */
function numbered({ feature: { geometry } }: FeatureWithClaims, number: number): Feature[] {
	return geometry ? [{ type: 'Feature', id: number, geometry, properties: null }] : [];
}

function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
	let group: Item[] = [];
	for (const item of items) {
		group.push(item);
		if (group.length < size) continue;
		yield group;
		group = [];
	}
	if (group.length > 0) yield group;
}
