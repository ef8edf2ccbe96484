import { snapshotFile } from '$lib/server/api/snapshot';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url, params }) =>
	snapshotFile(locals.store, url.searchParams, params.fingerprint);
