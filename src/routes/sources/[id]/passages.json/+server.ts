import { passageFile } from '$lib/server/api/passages';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, documents }, url, params }) =>
	passageFile(store, documents, url.searchParams, params.id);
