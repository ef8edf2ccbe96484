import { configure, type Entry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { collected } from './gunzip';
import { Refused } from './issues';

/** The most entries that an archive may have. */
const MOST_ENTRIES = 10_000;

/** The most bytes that all entries may have together when they are unpacked, as the archive says. */
const MOST_IN_ALL = 500_000_000;

/** How many times larger than packed an entry may be; data of places is seldom more than fifty times. */
const MOST_RATIO = 300;

/** An entry of an archive. */
export interface ZippedFile {
	/** Its path in the archive, with slashes. */
	path: string;
	/** Unpacks it; rejects with `Refused` where it is damaged, encrypted or too large. */
	read: () => Promise<Uint8Array>;
}

/** What the library calls things, and what they are called here. */
const WORDS: readonly [RegExp, string][] = [
	[/encrypted/i, 'is encrypted with a password. Unpack it first.'],
	[/unsafe filename/i, 'has a path that leads out of the archive, and is not opened.'],
	[/compression method/i, 'is compressed in a way that is not read. Pack it again as a common ZIP archive.'],
	[/split/i, 'is one part of an archive that was divided. Join it first.'],
	[/end of central directory|central directory|format is not/i, 'is cut off or damaged: it has no list of its files.']
];

/**
 * The files of a ZIP archive (APPNOTE 6.3), which are unpacked one by one when they are read. Every entry counts towards the
 * bounds, read or not. Rejects with `Refused`.
 */
export async function unzip(bytes: Uint8Array): Promise<ZippedFile[]> {
	configure({ useWebWorkers: false });
	const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkSignature: true, checkOverlappingEntry: true });
	const files: ZippedFile[] = [];
	let [entries, inAll] = [0, 0];
	try {
		for await (const entry of reader.getEntriesGenerator()) {
			entries += 1;
			inAll += entry.uncompressedSize;
			if (entries > MOST_ENTRIES) {
				throw new Refused(
					`The archive has more than ${MOST_ENTRIES.toLocaleString('en-GB')} files. Unpack it, and choose one.`
				);
			}
			if (inAll > MOST_IN_ALL || entry.uncompressedSize > MOST_RATIO * Math.max(entry.compressedSize, 10_000)) {
				throw new Refused('The archive unpacks to far more than it should. It was not opened.');
			}
			if (entry.directory || /^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(entry.filename)) continue;
			files.push({ path: entry.filename.replaceAll('\\', '/'), read: () => unpack(entry) });
		}
	} catch (error) {
		throw refusedFor(error, 'The archive');
	}
	return files;
}

async function unpack(entry: Exclude<Entry, { directory: true }>): Promise<Uint8Array> {
	try {
		return await collected((sink) => entry.getData(sink));
	} catch (error) {
		if (error instanceof Refused) throw new Refused(`“${entry.filename}”: ${error.message}`);
		throw refusedFor(error, `“${entry.filename}”`);
	}
}

function refusedFor(error: unknown, what: string): Refused {
	if (error instanceof Refused) return error;
	const message = error instanceof Error ? error.message : String(error);
	const words = WORDS.find(([pattern]) => pattern.test(message))?.[1];
	return new Refused(`${what} ${words ?? 'is damaged: its content does not fit its checksum or its size.'}`);
}
