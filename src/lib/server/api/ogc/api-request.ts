import type { Answer } from '$lib/server/http/cached-response';
import type { MadeAnswer } from '$lib/server/http/send';
import { keyOf } from '$lib/server/http/lru';

/** The parts of a request that an answer of the API depends on. */
export interface ApiRequest {
	method: string;
	/** Path and query string, as they were sent. */
	target: string;
	accept: string | null | undefined;
	ifNoneMatch: string | null | undefined;
	ifModifiedSince: string | null | undefined;
}

/** Under what an answer to a request is found again: an Accept header and a target decide what is sent. */
export function latelyKey({ accept, target }: ApiRequest): string {
	return keyOf(`${accept ?? ''} ${target}`);
}

/** An answer of the API: one that is kept whole, one made for this request, or a page, which is rendered elsewhere. */
export type ApiAnswer = Answer | MadeAnswer | 'page';
