import { Refused } from './issues';

/** The most bytes that a file may have when it is unpacked: as many as one that is not packed. */
const MOST_UNPACKED = 50_000_000;

/** A file that gzip has compressed (RFC 1952), unpacked; rejects with `Refused` where it cannot be. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
	try {
		return await collected((sink) =>
			new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip')).pipeTo(sink)
		);
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw new Refused('This file is compressed with gzip and damaged: it cannot be unpacked.');
	}
}

/** All bytes that are written to a stream; rejects with `Refused` as soon as there are too many. */
export async function collected(write: (sink: WritableStream<Uint8Array>) => Promise<unknown>): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	let length = 0;
	await write(
		new WritableStream({
			write: (piece) => {
				length += piece.length;
				if (length > MOST_UNPACKED) {
					throw new Refused(
						`It unpacks to more than ${MOST_UNPACKED / 1e6} MB, which is the most that is read. Cut out the part that you need.`
					);
				}
				pieces.push(piece);
			}
		})
	);
	return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}
