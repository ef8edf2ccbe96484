/** What scripts, style sheets and comments hold is not what a page declares, nor what it says. */
const OPAQUE: readonly (readonly [begin: RegExp, end: RegExp])[] = [
	[/<!--/g, /-->/g],
	[/<script\b/gi, /<\/script\s*>/gi],
	[/<style\b/gi, /<\/style\s*>/gi]
];

/** A page without its comments, scripts and style sheets; one that does not end goes on to the end. */
export function withoutOpaque(html: string): string {
	return OPAQUE.reduce((text, [begin, end]) => {
		const parts: string[] = [];
		let at = 0;
		for (;;) {
			begin.lastIndex = at;
			const found = begin.exec(text);
			if (!found) break;
			parts.push(text.slice(at, found.index));
			end.lastIndex = found.index;
			at = end.exec(text) ? end.lastIndex : text.length;
		}
		return [...parts, text.slice(at)].join(' ');
	}, html);
}

/** The name of the first element of a text in markup, after declarations and comments; null where it begins with words. */
export function rootOf(text: string): { root: string | null; doctype: string | null } {
	let rest = text.trimStart();
	let doctype: string | null = null;
	for (;;) {
		const end = rest.startsWith('<!--') ? '-->' : /^<[?!]/.test(rest) ? '>' : null;
		if (end === null) break;
		doctype ??= /^<!doctype\s+([\w:-]+)/i.exec(rest)?.[1] ?? null;
		const at = rest.indexOf(end);
		rest = at < 0 ? '' : rest.slice(at + end.length).trimStart();
	}
	return { root: /^<([a-z][\w:.-]*)(?=[\s/>])/i.exec(rest)?.[1] ?? null, doctype };
}
