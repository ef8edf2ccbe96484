/** A link of the API's documents (OGC 17-069r4, schema `link`). */
export interface ApiLink {
	href: string;
	rel: string;
	type?: string;
	title?: string;
}

/** An absolute address as one of this host, whatever name it was reached under; another host's stays as it is. */
export function localHref(href: string, origin: string): string {
	return href.startsWith(origin) ? href.slice(origin.length) || '/' : href;
}

/** The forms, other than a page, in which what a page shows can be had: each names itself by `f`, as a browser asks for pages. */
export function formsOf(links: readonly ApiLink[]): ApiLink[] {
	return links
		.filter(({ rel, type }) => (rel === 'self' || rel === 'alternate') && type !== 'text/html')
		.map((link) => (/[?&]f=/.test(link.href) ? link : { ...link, href: withForm(link.href, 'json') }));
}

/** What a form is called: the end of "This document as GeoJSON". */
export function formName({ title = '', type = '' }: ApiLink): string {
	return /^This document as (.+)$/.exec(title)?.[1] ?? (/json/.test(type) ? 'JSON' : type);
}

function withForm(href: string, f: string): string {
	return `${href}${href.includes('?') ? '&' : '?'}f=${f}`;
}
