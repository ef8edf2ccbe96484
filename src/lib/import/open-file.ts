import type { OwnChoice, OwnReading } from '$lib/domain/own-feature';
import { finishDrafts } from './finish-draft';
import { Refused } from './issues';
import { type Kind, kindOf } from './kinds';
import { readText } from './read-file';
import { type Found, Reading } from './file-reading';

/** A file, or one that was unpacked from it. */
interface NamedBytes {
	name: string;
	bytes: Uint8Array;
}

/** What reads files of a kind: loaded when a file of that kind comes, where few have it. */
const READERS: Readonly<
	Record<Exclude<Kind, 'zip' | 'gzip'>, (file: NamedBytes, reading: Reading) => Found | Promise<Found>>
> = {
	sqlite: async ({ bytes }, reading) => (await import('./geopackage')).readGeoPackage(bytes, reading),
	flatgeobuf: async ({ bytes }, reading) => (await import('./flatgeobuf')).readFlatGeobuf(bytes, reading),
	picture: async ({ name, bytes }, reading) => (await import('./photo')).readPhoto(name, bytes, reading),
	text: ({ name, bytes }, reading) => readText(name, bytes, reading)
};

/**
 * The features of a file of a person's own of any kind, and everything in it that was not read. Never rejects for what a
 * file holds.
 */
export async function openOwnFile(name: string, bytes: Uint8Array, choice: OwnChoice = {}): Promise<OwnReading> {
	const reading = new Reading(choice);
	const found = await read({ name, bytes }, reading).catch((error: unknown) => reading.refused(error));
	return finishDrafts(found, reading);
}

async function read({ name, bytes }: NamedBytes, reading: Reading): Promise<Found | null> {
	const kind = kindOf(name, bytes);
	if (kind === 'gzip') {
		const { gunzip } = await import('./gunzip');
		return readInner('compressed file', reading, { name: name.replace(/\.gz$/i, ''), bytes: await gunzip(bytes) });
	}
	if (kind === 'zip') {
		const { readArchive } = await import('./archive');
		return readArchive(name, bytes, reading, (inner) => readInner('archive', reading, inner));
	}
	return READERS[kind]({ name, bytes }, reading);
}

/** Reads a file that was in an archive, and is none itself. */
async function readInner(outer: string, reading: Reading, file: NamedBytes): Promise<Found> {
	const kind = kindOf(file.name, file.bytes);
	if (kind === 'gzip' || kind === 'zip') throw new Refused(`In this ${outer} is another archive. Unpack it first.`);
	return READERS[kind](file, reading);
}
