import { oembedResponse } from '$lib/server/api/oembed';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, settings }, url }) =>
	oembedResponse(store, settings.origin, url.searchParams);
