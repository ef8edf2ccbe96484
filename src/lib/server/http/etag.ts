import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { HeaderTable } from './headers';

/**
 * A weak entity tag of all that a response depends on. Weak, because what is sent may be compressed, and because a file
 * says when it was made: the same content, not the same bytes (RFC 9110, section 8.8.1).
 */
export function etagOf(...parts: readonly (string | number)[]): string {
	return weak(`"${hash('sha256', parts.join('\n'), 'base64url').slice(0, 22)}"`);
}

/** The weak form of an entity tag. */
export function weak(etag: string): string {
	return etag.startsWith('W/') ? etag : `W/${etag}`;
}

/**
 * Whether a conditional request says that the other side has the response (RFC 9110, section 13.2.2): by its entity tag, or
 * where it names none, by the time since when it has been so.
 */
export function isUnmodified(request: IncomingHttpHeaders, response: HeaderTable): boolean {
	const { etag = '', 'last-modified': modified = '' } = response;
	const { 'if-none-match': tags, 'if-modified-since': since } = request;
	if (tags) return etag !== '' && namesEtag(tags, etag);
	return Date.parse(modified) <= Date.parse(since ?? '');
}

/** Whether an If-None-Match header names the entity tag: in a list, weakly or by `*` (RFC 9110, section 13.1.2). */
function namesEtag(ifNoneMatch: string, etag: string): boolean {
	if (ifNoneMatch.trim() === '*') return true;
	const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
	return tags.some((tag) => weak(tag) === weak(etag));
}
