import { tileMatrixSetsDocument } from '$lib/server/api/ogc/tile-matrix-set';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { api } }) => ({ document: tileMatrixSetsDocument(api.links) });
