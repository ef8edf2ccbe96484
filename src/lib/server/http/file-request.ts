import type { IncomingMessage } from 'node:http';
import { codingFor } from './coding';

/**
 * Leaves of a request for a file what sirv, which sends files, reads as it is meant. Of a range that it would misread, all of
 * the file is sent, as RFC 9110 (section 14.2) allows; a coding that is refused (`br;q=0`) it would take for one that is wanted.
 */
export function simplifyFileRequest({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): void {
	const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
	const isPlain = last === '' || (Number(last) > 0 && Number(last) >= Number(first));
	if (method !== 'GET' || !isPlain || headers['if-range'] !== undefined) delete headers.range;
	if (headers['accept-encoding'] !== undefined) headers['accept-encoding'] = codingFor(headers) ?? '';
}
