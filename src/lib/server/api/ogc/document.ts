import { Answer } from '$lib/server/http/answer';
import { etagOf } from '$lib/server/http/etag';
import type { MadeAnswer } from '$lib/server/http/send';
import type { ApiRequest } from './exchange';
import { headersOf } from './headers';
import type { Link } from './links';
import type { OgcApi } from './ogc-api';
import type { Representation } from './representation';
import { hasIt, unmodified } from './unmodified';

/** A document that is the same for everyone, with what is said about it. */
export interface KeptDocument {
	etag: string;
	headers: Readonly<Record<string, string>>;
	answer: Answer;
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
	const { etag, headers, answer } = await kept;
	return hasIt(request, etag, opened) ? unmodified(headers) : answer;
}

function keep(document: object, mediaType: string, modified: Date): KeptDocument {
	const text = `${JSON.stringify(document, null, '\t')}\n`;
	const etag = etagOf(mediaType, text);
	const links = 'links' in document ? (document.links as readonly Link[]) : [];
	const headers = headersOf({ mediaType, etag, modified, links });
	return { etag, headers, answer: new Answer(200, new Headers(headers), Buffer.from(text)) };
}
