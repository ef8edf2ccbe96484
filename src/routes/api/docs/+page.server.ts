import { openapiDocument } from '$lib/server/api/ogc/openapi';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { api } }) => ({
	document: openapiDocument(api),
	address: api.links.openapi()
});
