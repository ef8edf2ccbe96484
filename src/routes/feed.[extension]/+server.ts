import { feedFile } from '$lib/server/api/feeds';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, settings }, url, params }) =>
	feedFile(store, settings.origin, url.searchParams, params.extension);
