import { tileMatrixSetDocument } from '$lib/server/api/ogc/tile-matrix-set';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { api } }) => ({ document: tileMatrixSetDocument(api.links) });
