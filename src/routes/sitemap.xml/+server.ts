import { sitemapOf } from '$lib/server/pages/sitemap';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, settings } }) => {
	const { sources, questions } = store.catalogue;
	const features = Array.from(store.vocabulary.features, (id) => ({ id }));
	const xml = sitemapOf(settings.origin, { features, sources, questions });
	return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
