import { hash } from 'node:crypto';

/**
 * A weak entity tag of all that an answer depends on. Weak, because what is sent may be compressed, and because a file
 * says when it was made: the same content, not the same bytes (RFC 9110, section 8.8.1).
 */
export function etagOf(...parts: readonly (string | number)[]): string {
	return weak(`"${hash('sha256', parts.join('\n'), 'base64url').slice(0, 22)}"`);
}

/** The weak form of an entity tag. */
export function weak(etag: string): string {
	return etag.startsWith('W/') ? etag : `W/${etag}`;
}

/** Whether an If-None-Match header names the entity tag: in a list, weakly or by `*` (RFC 9110, section 13.1.2). */
export function namesEtag(ifNoneMatch: string | null | undefined, etag: string): boolean {
	if (!ifNoneMatch) return false;
	if (ifNoneMatch.trim() === '*') return true;
	const tags = ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? [];
	return tags.some((tag) => weak(tag) === weak(etag));
}
