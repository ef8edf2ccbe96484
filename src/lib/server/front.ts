import type { IncomingMessage, ServerResponse } from 'node:http';
import { problem } from '$lib/server/api/problem';
import type { Atlas } from './atlas';
import { canonicalAddress } from './address';
import type { Sending } from '$lib/server/http/answer';
import { ASSET_HEADERS, METHODS, OPTIONS_HEADERS } from '$lib/server/http/headers';

/**
 * What needs no page and no route: an answer that was given before, OPTIONS, a method or a target that nothing here
 * takes. False where the request is for Kit, which then finds the headers of files already set.
 */
export function answerAtOnce(
	{ store, kept }: Pick<Atlas, 'store' | 'kept'>,
	request: IncomingMessage,
	response: ServerResponse
): boolean {
	const { method = '', headers } = request;
	if (method === 'OPTIONS') return end(response, { status: 204, headers: OPTIONS_HEADERS, body: null });
	if (!METHODS.includes(method)) {
		const detail = `${method} is not one of ${METHODS.join(', ')}.`;
		return refuse(
			response,
			problem('method-not-allowed', detail, {}, { Allow: METHODS.join(', '), Connection: 'close' })
		);
	}
	// A target may be a whole URL (RFC 9112, section 3.2.2); whose name it gives does not matter.
	const target = (request.url ?? '').replace(/^https?:\/\/[^/?]*/i, '');
	if (!target.startsWith('/')) return refuse(response, problem('malformed-address', 'The target is not a path.'));
	request.url = target;
	const address = canonicalAddress(target, store.vocabulary);
	const answer = address === null ? undefined : kept.get(address);
	if (!answer) {
		for (const [name, value] of Object.entries(ASSET_HEADERS)) response.setHeader(name, value);
		return false;
	}
	const form = answer.send({
		method,
		ifNoneMatch: headers['if-none-match'],
		acceptEncoding: headers['accept-encoding']?.toString()
	});
	if (!(form instanceof Promise)) return end(response, form);
	form.then(
		(made) => end(response, made),
		(error: unknown) => response.destroy(error instanceof Error ? error : undefined)
	);
	return true;
}

function end(response: ServerResponse, { status, headers, body }: Sending): true {
	response.writeHead(status, headers);
	response.end(body);
	return true;
}

function refuse(response: ServerResponse, refusal: Response): true {
	void refusal.text().then((text) => {
		response.writeHead(refusal.status, Object.fromEntries(refusal.headers));
		response.end(text);
	});
	return true;
}
