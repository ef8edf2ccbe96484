import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '$lib/domain/catalogue';
import { eachClause } from '$lib/filter/clauses';
import type { Criteria } from '$lib/filter/criteria';
import type { Addresses, ExportFormat, Piece } from '$lib/formats/format';
import { headerOf } from '$lib/formats/header';
import { EXPORT_FORMATS, formatOf } from '$lib/formats/registry';
import { formatSearch } from '$lib/app/codec';
import { ABOUT_HREF, claimHref, dashboardHref, featureHref, permanentHref, sourceHref } from '$lib/app/links';
import { writerOf } from '$lib/server/files/writers';
import { etagOf } from '$lib/server/http/etag';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { readView } from './parameters';
import { problem } from './problem';

/**
 * `/export/{name}.{extension}`: what the dashboard shows under the same query string, as a file. The name is the caller's
 * own; `all` stands for none. `origin` is the scheme and host of links in the file, `signal` tells that no one waits for
 * it any more.
 */
export async function exportFile(
	store: Store,
	{ origin, signal }: { origin: string; signal?: AbortSignal },
	query: URLSearchParams,
	{ name, extension }: { name: string; extension: string },
	now = new Date()
): Promise<Response> {
	const format = formatOf(extension);
	if (!format) {
		const known = EXPORT_FORMATS.map((candidate) => `.${candidate.extension}`).join(', ');
		return problem('unknown-format', `There is no export that ends in .${extension.slice(0, 60)}; there are ${known}.`);
	}
	if (!/^[a-z\d](?:[a-z\d-]{0,78}[a-z\d])?$/.test(name)) {
		return problem('not-found', 'The name of an export is 1 to 80 of a-z, 0-9 and hyphens, such as all.');
	}
	const view = readView(query, store.vocabulary);
	if (view instanceof Response) return view;
	const { criteria } = view;
	const { catalogue } = store;
	const header = headerOf(catalogue, criteria, await store.count(criteria), now);
	const addresses = addressesOf(catalogue, origin, criteria);
	const write = await writerOf(format.id);
	const pieces = write({ header, catalogue, addresses, matches: store.find(criteria) });
	return new Response(bytesOf(pieces, signal), {
		headers: {
			...DATA_HEADERS,
			'Content-Type': format.mediaType,
			'Content-Disposition': `attachment; filename="${fileName(catalogue, criteria, name, format, now)}"`,
			ETag: etagOf('export', format.id, format.version, origin, catalogue.fingerprint, formatSearch(criteria)),
			// The file says when it was made: it may be that old.
			'Cache-Control': 'public, max-age=60'
		}
	});
}

/** Where the things of an export are; `origin` is scheme and host. */
export function addressesOf({ info }: Catalogue, origin: string, criteria: Criteria): Addresses {
	return {
		feature: (id) => origin + featureHref(id),
		claim: (source, id) => origin + claimHref(source, id),
		source: (id) => origin + sourceHref(id),
		view: origin + permanentHref(dashboardHref({ criteria }), info.version),
		method: `${origin}${ABOUT_HREF}#method`
	};
}

/** A file name that says what and when: `footnote-atlas-small-coast-harbour-ships-2026-11-22.csv`. */
function fileName({ info }: Catalogue, criteria: Criteria, name: string, format: ExportFormat, now: Date): string {
	const asked = eachClause(criteria, (clause, value) => clause.fileName(value))
		.flat()
		.map(slug);
	const what = name === 'all' ? asked.filter((word) => word !== '') : [name];
	const stem = ['footnote-atlas', clip(slug(info.title), 40), clip(what.join('-'), 80)].filter((part) => part !== '');
	return `${[...new Set(stem)].join('-')}-${now.toISOString().slice(0, 10)}.${format.extension}`;
}

/** A text as a part of a file name that every system takes. */
function slug(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/['’]/g, '')
		.replace(/[^a-z\d]+/g, '-')
		.replace(/^-|-$/g, '');
}

function clip(words: string, length: number): string {
	return words.length <= length ? words : words.slice(0, length + 1).replace(/-[^-]*$/, '');
}

/** How many characters or bytes of a file are made at a time: enough to be worth a write, few enough to let others be answered. */
const AT_A_TIME = 2 ** 16;

/**
 * Pieces of a file as a stream of bytes, made as they are read. Whoever stops reading stops the making, and so does
 * `signal`, for a response that is gathered before it is sent.
 */
export function bytesOf(pieces: AsyncIterable<Piece>, signal?: AbortSignal): ReadableStream<Uint8Array<ArrayBuffer>> {
	const iterator: AsyncIterator<Piece, unknown> = pieces[Symbol.asyncIterator]();
	const encoder = new TextEncoder();
	return new ReadableStream(
		{
			async pull(controller) {
				await setImmediate();
				const made = [];
				let [text, size, isDone] = ['', 0, false];
				while (!isDone && size < AT_A_TIME) {
					if (signal?.aborted) {
						await iterator.return?.();
						signal.throwIfAborted();
					}
					const next = await iterator.next();
					if (next.done === true) isDone = true;
					else if (typeof next.value === 'string') text += next.value;
					else {
						made.push(encoder.encode(text), next.value);
						text = '';
					}
					size += next.done === true ? 0 : next.value.length;
				}
				const bytes = Buffer.concat([...made, encoder.encode(text)]);
				if (bytes.length > 0) controller.enqueue(bytes);
				if (isDone) controller.close();
			},
			async cancel() {
				await iterator.return?.();
			}
		},
		{ highWaterMark: 0 }
	);
}
