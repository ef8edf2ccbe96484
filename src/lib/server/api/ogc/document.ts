import { Answer } from '$lib/server/http/cached-response';
import { etagOf } from '$lib/server/http/etag';
import type { MadeAnswer } from '$lib/server/http/send';
import type { ApiRequest } from './api-request';
import { headersOf } from './api-headers';
import { type Link, linkHeader } from './api-links';
import type { OgcApi } from './ogc-api';
import type { Representation } from './representation';
import { hasIt, unmodified } from './unmodified';

/** A document that is the same for everyone, with what is said about it. */
export interface KeptDocument {
	etag: string;
	headers: Readonly<Record<string, string>>;
	answer: Answer;
	/** How much memory it takes, in bytes and about. */
	weight: number;
}

/** What is kept of a whole answer. */
export function keptOf(headers: Readonly<Record<string, string>>, bytes: Uint8Array): KeptDocument {
	const answer = new Answer(200, new Headers(headers), bytes);
	// The body, its compressed forms, and what is said of it.
	return { etag: headers['ETag'] ?? '', headers, answer, weight: 2 * bytes.length + 4096 };
}

/** The answer that a kept one is to a request. */
export function answerAgain(
	{ etag, headers, answer }: KeptDocument,
	request: ApiRequest,
	opened: Date
): Answer | MadeAnswer {
	return hasIt(request, etag, opened) ? unmodified(headers) : answer;
}

/** The answer of a document that is the same for everyone: written once, and kept as long as the dataset is open. */
export async function documentAnswer(
	{ documents, opened }: Pick<OgcApi, 'documents' | 'opened'>,
	name: string,
	make: () => object | Promise<object>,
	{ mediaType }: Representation,
	request: ApiRequest
): Promise<Answer | MadeAnswer> {
	let kept = documents.get(name);
	if (!kept) {
		kept = Promise.resolve(make()).then((document) => keep(document, mediaType, opened));
		documents.set(name, kept);
	}
	return answerAgain(await kept, request, opened);
}

function keep(document: object, mediaType: string, modified: Date): KeptDocument {
	const text = `${JSON.stringify(document, null, '\t')}\n`;
	const etag = etagOf(mediaType, text);
	const links = 'links' in document ? linkHeader(document.links as readonly Link[]) : '';
	return keptOf(headersOf({ mediaType, etag, modified, links }), Buffer.from(text));
}
