import type { Position } from 'geojson';
import type { Extent } from '$lib/domain/extent';

/** A tile of WebMercatorQuad (OGC 17-083r4, annex D.1): zoom, column from the west, row from the north. */
export interface TileAddress {
	z: number;
	x: number;
	y: number;
}

/** The zooms that there are tiles of; a map draws those of the last one closer still. */
export const ZOOMS = { least: 0, most: 14 } as const;

/** Units a side of a tile, and how far its features reach beyond it so that no seam shows. */
export const TILE = { units: 4096, buffer: 64 } as const;

/** The address that a path names; null where there is no such tile. */
export function tileAddress(zoom: string, row: string, column: string): TileAddress | null {
	if (![zoom, row, column].every((part) => /^(?:0|[1-9]\d{0,4})$/.test(part))) return null;
	const [z, y, x] = [Number(zoom), Number(row), Number(column)];
	return z <= ZOOMS.most && x < 2 ** z && y < 2 ** z ? { z, x, y } : null;
}

/** The degrees that a tile covers with its buffer; across the antimeridian at the edges of the world. */
export function extentWithBuffer({ z, x, y }: TileAddress): Extent {
	const share = TILE.buffer / TILE.units;
	const count = 2 ** z;
	const span = 1 + 2 * share;
	const isWorld = span >= count;
	const west = isWorld ? -180 : longitudeAt((x - share + count) % count, count);
	const east = isWorld ? 180 : longitudeAt((x + 1 + share) % count, count);
	// Beyond its last row the projection has nothing more to show, and what lies there is drawn at the edge.
	const north = y === 0 ? 90 : latitudeAt(y - share, count);
	const south = y === count - 1 ? -90 : latitudeAt(y + 1 + share, count);
	return [west, south, east, north];
}

/** Where a position is in a tile, in its units; outside of it where it is not in it. */
export function unitsIn({ z, x, y }: TileAddress, [longitude = NaN, latitude = NaN]: Position): [x: number, y: number] {
	const count = 2 ** z;
	const sine = Math.sin((latitude * Math.PI) / 180);
	const down = Math.min(Math.max(0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI, 0), 1);
	return [
		Math.round((((longitude + 180) / 360) * count - x) * TILE.units),
		Math.round((down * count - y) * TILE.units)
	];
}

function longitudeAt(column: number, count: number): number {
	return (column / count) * 360 - 180;
}

function latitudeAt(row: number, count: number): number {
	return (360 / Math.PI) * Math.atan(Math.exp((1 - (2 * row) / count) * Math.PI)) - 90;
}
