import { error } from '@sveltejs/kit';
import { lightsOf } from '$lib/server/pages/highlights';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { store }, params: { id } }) => {
	if (!store.vocabulary.sources.has(id)) error(404, { message: `The atlas has no source “${id.slice(0, 60)}”.` });
	return new Response(lightsOf(await store.claimsOf({ source: id })), {
		headers: { 'Content-Type': 'text/css; charset=utf-8' }
	});
};
