import { namesEtag } from '$lib/server/http/etag';
import type { MadeAnswer } from '$lib/server/http/send';
import type { ApiRequest } from './api-request';

/**
 * Whether the other side has what would be sent (RFC 9110, section 13.2.2): by its entity tag, or where it names none, by
 * the time at which it was last sent.
 */
export function hasIt({ ifNoneMatch, ifModifiedSince }: ApiRequest, etag: string, modified: Date): boolean {
	if (ifNoneMatch) return namesEtag(ifNoneMatch, etag);
	if (!ifModifiedSince) return false;
	// The header has whole seconds.
	return Math.floor(modified.getTime() / 1000) * 1000 <= Date.parse(ifModifiedSince);
}

/** The answer to who has it: the headers without those of a body (RFC 9110, section 15.4.5). */
export function unmodified({ 'Content-Type': _, ...headers }: Readonly<Record<string, string>>): MadeAnswer {
	return { status: 304, headers, body: null };
}
