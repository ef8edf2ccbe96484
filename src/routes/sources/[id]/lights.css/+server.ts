import { error } from '@sveltejs/kit';
import { highlightsOf } from '$lib/server/pages/highlights';
import { noSuch } from '$lib/server/pages/no-such';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { store }, params: { id } }) => {
	if (!store.vocabulary.sources.has(id)) error(404, { message: noSuch('source', id) });
	return new Response(highlightsOf(await store.claimsOf({ source: id })), {
		headers: { 'Content-Type': 'text/css; charset=utf-8' }
	});
};
