import { exportFile } from '$lib/server/api/export';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url, params }) => exportFile(locals.store, url.searchParams, params);
