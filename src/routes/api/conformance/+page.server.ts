import { conformanceDocument } from '$lib/server/api/ogc/conformance';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { api } }) => ({ document: conformanceDocument(api.links) });
