import { tidy } from '../document';

/** Who wrote a page, each once: by its JSON-LD, else by its meta elements, else by its byline. */
export function authorsOf(
	document: Document,
	inLinkedData: readonly string[],
	byline: string | null | undefined
): string[] {
	const meta = [
		...document.querySelectorAll(
			'meta[name="author" i], meta[property="article:author"], meta[name="citation_author" i], meta[name="dc.creator" i], meta[name="parsely-author" i]'
		)
	];
	const marked = [...document.querySelectorAll('[itemprop=author] [itemprop=name], [rel=author]')];
	const said = [
		inLinkedData.flatMap(named),
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
