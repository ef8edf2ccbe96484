import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Compression, TileType, zxyToTileId } from 'pmtiles';
import type { Extent } from '../../../src/lib/domain/extent';
import type { Tile } from './tiles';

/** What an archive says about itself. */
export interface ArchiveDescription {
	metadata: Readonly<Record<string, unknown>>;
	bbox: Extent;
	centre: readonly [lng: number, lat: number, zoom: number];
}

/** A run of `runLength` tiles from `tileId` on, all with the bytes at `offset`; 0 means a leaf directory. */
interface Entry {
	tileId: number;
	offset: number;
	length: number;
	runLength: number;
}

const headerBytes = 127;
/** Header and root directory are fetched together: PMTiles 3, section 4.1. */
const rootBytes = 16384 - headerBytes;

/**
 * Writes vector tiles as one PMTiles archive, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md):
 * clustered, gzipped, every distinct tile once.
 */
export function writeArchive(tiles: Iterable<Tile>, { metadata, bbox, centre }: ArchiveDescription): Uint8Array {
	const sorted = [...tiles]
		.map(({ z, x, y, bytes }) => ({ z, tileId: zxyToTileId(z, x, y), bytes }))
		.sort((a, b) => a.tileId - b.tileId);
	const contents: Uint8Array[] = [];
	const places = new Map<string, { offset: number; length: number }>();
	const entries: Entry[] = [];
	let end = 0;
	for (const { tileId, bytes } of sorted) {
		const key = createHash('sha256').update(bytes).digest('base64');
		let place = places.get(key);
		if (!place) {
			const packed = gzipSync(bytes, { level: 9 });
			place = { offset: end, length: packed.length };
			places.set(key, place);
			contents.push(packed);
			end += packed.length;
		}
		const last = entries.at(-1);
		if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++;
		else entries.push({ tileId, ...place, runLength: 1 });
	}

	const { root, leaves } = directories(entries);
	const about = gzipSync(JSON.stringify(metadata), { level: 9 });
	const header = Buffer.alloc(headerBytes);
	header.write('PMTiles', 0, 'latin1');
	header.writeUInt8(3, 7);
	let at = headerBytes;
	for (const [i, length] of [root.length, about.length, leaves.length, end].entries()) {
		header.writeBigUInt64LE(BigInt(at), 8 + i * 16);
		header.writeBigUInt64LE(BigInt(length), 16 + i * 16);
		at += length;
	}
	for (const [i, count] of [sorted.length, entries.length, contents.length].entries()) {
		header.writeBigUInt64LE(BigInt(count), 72 + i * 8);
	}
	const clustered = 1;
	const zooms = sorted.map(({ z }) => z);
	header.set([clustered, Compression.Gzip, Compression.Gzip, TileType.Mvt], 96);
	header.set([Math.min(...zooms), Math.max(...zooms)], 100);
	for (const [i, degrees] of bbox.entries()) header.writeInt32LE(Math.round(degrees * 1e7), 102 + i * 4);
	header.writeUInt8(centre[2], 118);
	header.writeInt32LE(Math.round(centre[0] * 1e7), 119);
	header.writeInt32LE(Math.round(centre[1] * 1e7), 123);
	return Buffer.concat([header, root, about, leaves, ...contents]);
}

/** The root directory and, where the entries do not fit into it, the leaves that it points to. */
function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
	let root = directory(entries);
	if (root.length <= rootBytes) return { root, leaves: new Uint8Array() };
	for (let size = 1024; ; size *= 2) {
		const leaves: Uint8Array[] = [];
		const pointers: Entry[] = [];
		let offset = 0;
		for (let i = 0; i < entries.length; i += size) {
			const leaf = directory(entries.slice(i, i + size));
			pointers.push({ tileId: entries[i]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
			leaves.push(leaf);
			offset += leaf.length;
		}
		root = directory(pointers);
		if (root.length <= rootBytes) return { root, leaves: Buffer.concat(leaves) };
	}
}

/** A directory as columns of varints: ids as differences, runs, lengths, offsets (0: right after the one before). */
function directory(entries: readonly Entry[]): Uint8Array {
	const bytes: number[] = [];
	const varint = (value: number) => {
		for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
		bytes.push(value);
	};
	varint(entries.length);
	for (const [i, { tileId }] of entries.entries()) varint(tileId - (entries[i - 1]?.tileId ?? 0));
	for (const { runLength } of entries) varint(runLength);
	for (const { length } of entries) varint(length);
	for (const [i, { offset }] of entries.entries()) {
		const before = entries[i - 1];
		varint(before && offset === before.offset + before.length ? 0 : offset + 1);
	}
	return gzipSync(Uint8Array.from(bytes), { level: 9 });
}
