import { Answer } from '$lib/server/http/cached-response';
import { joined, type Piece } from '$lib/server/http/send';
import { answerApi, isOfApi } from './answer-api';
import type { OgcApi } from './ogc-api';

/**
 * The API's answer to a request that has come as far as Kit, as it does where no server of ours stands before it; null
 * where a page is asked for, and for every other address.
 */
export async function apiResponse(api: OgcApi, request: Request): Promise<Response | null> {
	const { pathname, search } = new URL(request.url);
	if (!isOfApi(pathname)) return null;
	const { method, headers } = request;
	const answer = await answerApi(api, {
		method,
		target: pathname + search,
		accept: headers.get('accept'),
		ifNoneMatch: headers.get('if-none-match'),
		ifModifiedSince: headers.get('if-modified-since')
	});
	if (answer === 'page') return null;
	if (answer instanceof Answer) {
		const sent = await answer.send({ method: 'GET', ifNoneMatch: null, acceptEncoding: null });
		return new Response(sent.body as BodyInit, { status: sent.status, headers: sent.headers });
	}
	const { status, body } = answer;
	const whole = Array.isArray(body) ? joined(body as Piece[]) : body;
	const isWhole = whole === null || whole instanceof Uint8Array;
	return new Response(isWhole ? (whole as BodyInit | null) : streamOf(whole as AsyncIterable<Uint8Array>), {
		status,
		headers: answer.headers
	});
}

/** Pieces as a stream: one is made when it is asked for, and none after it was cancelled. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const iterator: AsyncIterator<Uint8Array, unknown> = pieces[Symbol.asyncIterator]();
	return new ReadableStream(
		{
			async pull(controller) {
				const piece = await iterator.next();
				if (piece.done === true) controller.close();
				else controller.enqueue(piece.value);
			},
			async cancel() {
				await iterator.return?.();
			}
		},
		{ highWaterMark: 0 }
	);
}
