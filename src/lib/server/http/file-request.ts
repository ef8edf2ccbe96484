import { stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { codingFor } from './coding';

/**
 * Leaves of a request for a file in `folder` what sirv, which sends files, reads as it is meant. Of a range that it would
 * misread, all of the file is sent, as RFC 9110 (section 14.2) allows; If-Range, which it ignores, is decided here; a coding
 * that is refused (`br;q=0`) it would take for one that is wanted.
 */
export async function simplifyFileRequest(
	request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
	folder: string
): Promise<void> {
	const { method, url = '', headers } = request;
	const ifRange = headers['if-range']?.toString();
	const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
	const isPlain = last === '' || (Number(last) > 0 && Number(last) >= Number(first));
	if (method !== 'GET' || !isPlain || !(await isUnchanged(ifRange, folder, url))) delete headers.range;
	if (headers['accept-encoding'] !== undefined) headers['accept-encoding'] = codingFor(headers) ?? '';
}

/**
 * Whether a file is still what an If-Range header names, by its Last-Modified or by the entity tag that sirv gives it. That
 * tag is weak, which RFC 9110 (section 13.1.5) does not let count; but Chromium sends it, to read on where its cache has a
 * part of the file, and it is made of the size and the time in milliseconds, which say more than the date that does count.
 */
async function isUnchanged(ifRange: string | undefined, folder: string, url: string): Promise<boolean> {
	if (ifRange === undefined) return true;
	const [path = ''] = url.split('?');
	const file = await stat(join(folder, path)).catch(() => null);
	return file !== null && [file.mtime.toUTCString(), `W/"${file.size}-${file.mtime.getTime()}"`].includes(ifRange);
}
