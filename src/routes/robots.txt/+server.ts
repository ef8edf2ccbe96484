import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { settings } }) =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${settings.origin}/sitemap.xml\n`, {
		headers: { 'Content-Type': 'text/plain; charset=utf-8' }
	});
