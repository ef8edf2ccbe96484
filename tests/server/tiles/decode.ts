import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** The features of a tile as an independent reader has them; none for an empty tile. */
export function featuresIn(tile: Uint8Array | null): VectorTileFeature[] {
	if (!tile) return [];
	const { layers } = new VectorTile(new PbfReader(tile));
	const layer = layers['features'];
	if (Object.keys(layers).length !== 1 || !layer) throw new Error(`The layers are ${Object.keys(layers).join()}.`);
	return Array.from({ length: layer.length }, (_, index) => layer.feature(index));
}

/** The ids of the features of a tile, in order, each once. */
export function idsIn(tile: Uint8Array | null): string[] {
	return [...new Set(featuresIn(tile).map(({ properties }) => String(properties['id'])))];
}
