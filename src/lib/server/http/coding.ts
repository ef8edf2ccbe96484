import { Readable, type Transform } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** The codings that answers are sent in, best first (RFC 9110, section 8.4.1). */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** Below this many bytes compression saves nothing that a packet would not carry anyway. */
const WORTH_COMPRESSING = 1024;

/** Whether answers of a media type shrink: text in one form or another, and vector tiles, which are half text. */
export function isText(mediaType: string): boolean {
	return /^(?:text\/|application\/(?:(?:[\w.-]+\+)?(?:json|xml|javascript)|x-bibtex|x-research-info-systems|vnd\.mapbox-vector-tile)\b|image\/svg\+xml)/i.test(
		mediaType
	);
}

/** Whether an answer of this type and size is worth compressing; `bytes` is null for a stream. */
export function isCompressible(mediaType: string, bytes: number | null): boolean {
	return isText(mediaType) && (bytes === null || bytes >= WORTH_COMPRESSING);
}

/** The best coding that an Accept-Encoding header takes; null for none (RFC 9110, section 12.5.3). */
export function codingFor(acceptEncoding: string | null | undefined): Coding | null {
	if (!acceptEncoding) return null;
	const taken = new Map<string, number>();
	for (const item of acceptEncoding.split(',')) {
		const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
		const quality = parameters.find((parameter) => parameter.startsWith('q='));
		taken.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0);
	}
	return CODINGS.find((coding) => (taken.get(coding) ?? taken.get('*') ?? 0) > 0) ?? null;
}

/** Compresses an answer: one that is kept is compressed well, one that is sent once, fast. */
export function compress(bytes: Uint8Array, coding: Coding, effort: 'kept' | 'once' = 'kept'): Promise<Uint8Array> {
	const isKept = effort === 'kept';
	if (coding === 'gzip') return compressGzip(bytes, { level: isKept ? 9 : 6 });
	return compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: isKept ? 6 : 4 } });
}

/** Compresses an answer that is sent as it is made. */
export function compressStream(stream: ReadableStream<Uint8Array>, coding: Coding): ReadableStream<Uint8Array> {
	const compressor = compressorOf(coding);
	const plain = Readable.fromWeb(stream as NodeReadableStream);
	plain.once('error', (error) => compressor.destroy(error));
	compressor.once('close', () => plain.destroy());
	return Readable.toWeb(plain.pipe(compressor)) as ReadableStream<Uint8Array>;
}

/** Compresses what is written to it. */
export function compressorOf(coding: Coding): Transform {
	if (coding === 'gzip') return createGzip();
	return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
