import { sitemapOf } from '$lib/server/pages/sitemap';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { store, settings } }) => {
	const { sources, questions } = store.catalogue;
	const xml = sitemapOf(settings.origin, { features: await store.features(), sources, questions });
	return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
