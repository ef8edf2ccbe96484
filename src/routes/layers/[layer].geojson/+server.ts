import { layerFile } from '$lib/server/api/layers';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url, params }) => layerFile(locals.store, url.searchParams, params.layer);
