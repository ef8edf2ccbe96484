/** The most bytes that a file may have when it is unpacked: as many as one that is not packed. */
const MOST_UNPACKED = 50_000_000;

/** A file that gzip has compressed (RFC 1952), unpacked; or why it cannot be. */
export async function gunzip(bytes: Uint8Array): Promise<{ bytes: Uint8Array } | { problem: string }> {
	const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
	try {
		return { bytes: await collect(stream) };
	} catch (error) {
		return {
			problem:
				error instanceof TooLarge
					? error.message
					: 'This file is compressed with gzip and damaged: it cannot be unpacked.'
		};
	}
}

/** Says that something has more bytes when it is unpacked than are read. */
export class TooLarge extends Error {
	constructor() {
		super(
			`It unpacks to more than ${MOST_UNPACKED / 1e6} MB, which is the most that is read. Cut out the part that you need.`
		);
	}
}

/** All bytes of a stream; throws `TooLarge` as soon as there are too many. */
async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	const sink = new Collector();
	for (const reader = stream.getReader(); ;) {
		const { done, value } = await reader.read();
		if (done) return sink.bytes();
		try {
			sink.add(value);
		} catch (error) {
			await reader.cancel();
			throw error;
		}
	}
}

/** Takes bytes piece by piece, up to a bound. */
export class Collector {
	readonly #pieces: Uint8Array[] = [];
	#length = 0;

	add(piece: Uint8Array): void {
		this.#length += piece.length;
		if (this.#length > MOST_UNPACKED) throw new TooLarge();
		this.#pieces.push(piece);
	}

	bytes(): Uint8Array {
		const all = new Uint8Array(this.#length);
		let at = 0;
		for (const piece of this.#pieces) {
			all.set(piece, at);
			at += piece.length;
		}
		return all;
	}
}
