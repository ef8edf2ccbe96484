import { tidy } from '../document';

/** Who wrote a page, each once: by its JSON-LD, else by its meta elements, else by its byline. */
export function authorsOf(document: Document, byline: string | null | undefined): string[] {
	const meta = [
		...document.querySelectorAll(
			'meta[name="author" i], meta[property="article:author"], meta[name="citation_author" i], meta[name="dc.creator" i], meta[name="parsely-author" i]'
		)
	];
	const marked = [...document.querySelectorAll('[itemprop=author] [itemprop=name], [rel=author]')];
	const said = [
		inLinkedData(document),
		meta.flatMap((one) => named(one.getAttribute('content') ?? '')),
		named(byline ?? ''),
		marked.flatMap((one) => named(one.textContent))
	];
	return [...new Set(said.find((names) => names.length > 0) ?? [])];
}

/** The names in a byline; a comma parts two names only where "and" parts two more. */
function named(byline: string): string[] {
	const said = tidy(byline).replace(/^(?:(?:written |reported )?by|von|par|por|di|от|автор:?|بقلم:?)\s+/iu, '');
	if (said === '' || /^https?:\/\//i.test(said)) return [];
	const parts = said.split(/\s+(?:and|und|et|y|e|ve|и|و|&)\s+|\s*[;|/]\s*/iu);
	const names = parts.flatMap((part) => (parts.length > 1 ? part.split(/,\s+/) : [part]));
	return names.map((name) => name.replace(/^,\s*|,$/g, '').trim()).filter((name) => name !== '');
}

/** The authors of the article in the page's JSON-LD (schema.org), wherever in the graph it stands. */
function inLinkedData(document: Document): string[] {
	const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
		parsed(script.textContent)
	);
	const article = things.find((thing) => isArticle(thing['@type']) && thing['author'] !== undefined);
	if (!article) return [];
	const names = new Map(things.map((thing) => [thing['@id'], thing['name']]));
	return [article['author']].flat(2).flatMap((author) => {
		const name =
			typeof author === 'string' ? author : isThing(author) ? (author['name'] ?? names.get(author['@id'])) : null;
		return [name].flat().flatMap((one) => (typeof one === 'string' ? named(one) : []));
	});
}

type Thing = Record<string, unknown>;

function isThing(value: unknown): value is Thing {
	return typeof value === 'object' && value !== null;
}

function isArticle(type: unknown): boolean {
	return [type].flat().some((one) => typeof one === 'string' && /Article|Posting|Report|WebPage$/.test(one));
}

/** The things that a script of JSON-LD describes; what is no JSON describes none. */
function parsed(json: string): Thing[] {
	try {
		const root: unknown = JSON.parse(json);
		return [root]
			.flat()
			.filter(isThing)
			.flatMap((thing) => [thing, ...[thing['@graph']].flat().filter(isThing)]);
	} catch {
		return [];
	}
}
