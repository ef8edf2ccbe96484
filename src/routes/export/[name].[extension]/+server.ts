import { exportFile } from '$lib/server/api/export';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, settings }, url, params, request }) =>
	exportFile(store, { origin: settings.origin, signal: request.signal }, url.searchParams, params);
