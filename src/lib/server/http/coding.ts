import type { IncomingHttpHeaders } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** The codings that responses are sent in, best first (RFC 9110, section 8.4.1). */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** Below this many bytes compression saves nothing that a packet would not carry anyway. */
const WORTH_COMPRESSING = 1024;

/** Whether responses of a media type shrink: text in one form or another, and vector tiles, which are half text. */
export function isText(mediaType: string): boolean {
	return /^(?:text\/|application\/(?:(?:[\w.-]+\+)?(?:json|xml|javascript)|x-bibtex|x-research-info-systems|vnd\.mapbox-vector-tile)\b|image\/svg\+xml)/i.test(
		mediaType
	);
}

/** Whether a response of this type and size is worth compressing. */
export function isCompressible(mediaType: string, bytes: number): boolean {
	return isText(mediaType) && bytes >= WORTH_COMPRESSING;
}

/** The best coding that a request takes; null for none (RFC 9110, section 12.5.3). */
export function codingFor(headers: IncomingHttpHeaders): Coding | null {
	const taken = new Negotiator({ headers }).encodings([...CODINGS]);
	return CODINGS.find((coding) => taken.includes(coding)) ?? null;
}

/** Compresses a whole body: one that is cached is compressed well, one that is sent once, fast. */
export function compress(bytes: Uint8Array, coding: Coding, effort: 'cached' | 'once'): Promise<Uint8Array> {
	const isCached = effort === 'cached';
	if (coding === 'gzip') return compressGzip(bytes, { level: isCached ? 9 : 6 });
	return compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: isCached ? 6 : 4 } });
}

/** Compresses a body that is sent as it is made; whoever stops reading stops the making. */
export function compressStream(body: AsyncIterable<Uint8Array>, coding: Coding): AsyncIterable<Uint8Array> {
	const compressor =
		coding === 'gzip' ? createGzip() : createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
	// An error reaches the reader through the compressor, which it destroys.
	return pipeline(Readable.from(body, { objectMode: false }), compressor, () => undefined);
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
