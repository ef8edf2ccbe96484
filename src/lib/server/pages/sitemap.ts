import {
	ABOUT_HREF,
	CHANGES_HREF,
	compareHref,
	dashboardHref,
	featureHref,
	FEATURES_HREF,
	formatsHref,
	questionHref,
	QUESTIONS_HREF,
	sourceHref,
	SOURCES_HREF
} from '$lib/app/links';
import { escapeXml } from '$lib/formats/xml';

interface Identified {
	id: string;
}

/** The addresses that one sitemap may name (sitemaps.org, "Sitemap file format"). */
const MOST_ADDRESSES = 50_000;

/** The atlas's pages as a sitemap (sitemaps.org 0.9), the lists before what they list; `origin` is scheme and host. */
export function sitemapOf(
	origin: string,
	{ features, sources, questions }: Record<'features' | 'sources' | 'questions', readonly Identified[]>
): string {
	const paths = [
		...[
			dashboardHref(),
			FEATURES_HREF,
			SOURCES_HREF,
			QUESTIONS_HREF,
			compareHref(),
			formatsHref(),
			CHANGES_HREF,
			ABOUT_HREF
		],
		...questions.map(({ id }) => questionHref(id)),
		...sources.map(({ id }) => sourceHref(id)),
		...features.map(({ id }) => featureHref(id))
	].slice(0, MOST_ADDRESSES);
	const urls = paths.map((path) => `\t<url><loc>${escapeXml(origin + path)}</loc></url>\n`);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}
