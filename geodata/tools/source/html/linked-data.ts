/** What a page says of its article in JSON-LD (schema.org). */
export interface LinkedArticle {
	authors: string[];
	/** As it is written: ISO 8601. */
	published: string | null;
}

type Thing = Record<string, unknown>;

/** The article that the JSON-LD of a page describes, wherever in the graph it stands; null where it describes none. */
export function articleIn(document: Document): LinkedArticle | null {
	const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
	const things = scripts.flatMap((script) => thingsIn(script.textContent));
	const articles = things.filter((thing) => isArticle(thing['@type']));
	const article = articles.find((thing) => thing['author'] !== undefined) ?? articles[0];
	if (!article) return null;
	const names = new Map(things.map((thing) => [thing['@id'], thing['name']]));
	const authors = [article['author']].flat(2).flatMap((author) => {
		const name = isThing(author) ? (author['name'] ?? names.get(author['@id'])) : author;
		return [name].flat().filter((one) => typeof one === 'string');
	});
	const published = article['datePublished'];
	return { authors, published: typeof published === 'string' ? published : null };
}

function isThing(value: unknown): value is Thing {
	return typeof value === 'object' && value !== null;
}

function isArticle(type: unknown): boolean {
	return [type].flat().some((one) => typeof one === 'string' && /Article|Posting|Report|^WebPage$/.test(one));
}

/** The things that a script of JSON-LD describes; what is no JSON describes none. */
function thingsIn(json: string): Thing[] {
	try {
		const roots = [JSON.parse(json) as unknown].flat().filter(isThing);
		return roots.flatMap((thing) => [thing, ...[thing['@graph']].flat().filter(isThing)]);
	} catch {
		return [];
	}
}
