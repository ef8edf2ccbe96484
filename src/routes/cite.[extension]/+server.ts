import { citeFile } from '$lib/server/api/cite';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, settings }, url, params }) =>
	citeFile(store, settings.origin, url.searchParams, params.extension);
