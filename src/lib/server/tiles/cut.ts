import { setImmediate } from 'node:timers/promises';
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { EVERYTHING } from '$lib/filter/criteria';
import type { Finding } from '$lib/domain/feature-with-claims';
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
		for (const findings of inGroups(near.findings(), AT_A_TIME)) {
			this.#draw(findings, address, writer);
			if (performance.now() < turnEnds) continue;
			await setImmediate();
			turnEnds = performance.now() + TURN;
		}
		return writer.finish();
	}

	#draw(findings: readonly Finding[], address: TileAddress, writer: LayerWriter): void {
		const { z, x, y } = address;
		const index = new GeoJSONVT(
			{ type: 'FeatureCollection', features: findings.flatMap(numbered) },
			{ maxZoom: ZOOMS.most, indexMaxZoom: 0, indexMaxPoints: 0, extent: TILE.units, buffer: TILE.buffer }
		);
		const drawn = new Set<number>();
		for (const feature of index.getTileRaw(z, x, y)?.features ?? []) {
			const number = Number(feature.id);
			const finding = findings[number];
			if (!finding) continue;
			drawn.add(number);
			writer.add(feature, this.#valuesOf(finding));
		}
		findings.forEach((finding, number) => {
			const { anchor, geometry } = finding.feature;
			if (!anchor || !geometry || drawn.has(number)) return;
			const [across, down] = unitsIn(address, anchor);
			if (isInside(across) && isInside(down)) writer.addPoint(across, down, this.#valuesOf(finding));
		});
	}

	#valuesOf(finding: Finding): readonly AttributeValue[] {
		const known = this.#values.get(finding.feature.id);
		if (known) return known;
		const values = this.attributes.map((attribute) => attribute.valueOf(finding));
		this.#values.set(finding.feature.id, values);
		return values;
	}
}

function isInside(units: number): boolean {
	return units >= 0 && units < TILE.units;
}

/** A feature as it is cut: with its number instead of its properties. */
function numbered({ feature: { geometry } }: Finding, number: number): Feature[] {
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
