/** The same items in another form, or another page of them: there are as many of these as of everything else. */
const FORMS = /[?&](?:f|token)=/;

/** The response of an address, whatever its status. */
export interface CrawledResponse {
	address: string;
	status: number;
	text: string;
}

/** More addresses than a small atlas has. */
const MOST = 2_000;

/** Asks a server for some addresses and for every one of its own that their responses lead to, as text. */
export async function crawl(origin: string, seeds: readonly string[]): Promise<CrawledResponse[]> {
	const seen = new Set<string>(seeds);
	const responses: CrawledResponse[] = [];
	// A set is walked in the order of insertion, what is added on the way included.
	for (const address of seen) {
		if (responses.length > MOST) throw new Error(`There are more than ${MOST} addresses, the last ${address}.`);
		const response = await fetch(origin + address);
		const type = response.headers.get('content-type') ?? '';
		if (!/text|json|xml|javascript/.test(type)) {
			await response.body?.cancel();
			continue;
		}
		const text = await response.text();
		responses.push({ address, status: response.status, text });
		for (const next of addressesIn(text, type, origin)) if (!FORMS.test(next)) seen.add(next);
	}
	return responses;
}

function addressesIn(text: string, type: string, origin: string): string[] {
	if (type.startsWith('text/html')) {
		const pages = [...text.matchAll(/\b(?:href|src|action)="([^"#]*)/g)].map(([, href = '']) => href);
		const own = pages.map((href) => href.replaceAll('&amp;', '&').replace(origin, '')).filter(isOwn);
		// What a page is made from can be asked for by itself.
		return [...own, ...own.filter((path) => !/\.\w+(\?|$)/.test(path)).map(dataAddress)];
	}
	const named = [...text.matchAll(/(?:<loc>|"href":\s*")([^<"]+)/g)].map(([, href = '']) => href.replace(origin, ''));
	return named.filter(isOwn);
}

function dataAddress(path: string): string {
	const [page = '', query] = path.split('?');
	return `${page.replace(/\/$/, '')}/__data.json${query === undefined ? '' : `?${query}`}`;
}

function isOwn(href: string): boolean {
	return href.startsWith('/') && !href.startsWith('//') && !href.startsWith('/_app/');
}
