/**
 * Whether a text matches a pattern of LIKE (OGC 21-065r2, section 7.2): `%` is any number of characters, `_` is one, a
 * backslash takes its meaning from the character after it. No regular expression is made of what someone else wrote: the
 * walk goes back to the last `%` only, so that its steps are at most the product of the two lengths.
 */
export function like(text: string, pattern: string): boolean {
	let at = 0;
	let next = 0;
	let afterWildcard = -1;
	let retryFrom = 0;
	for (;;) {
		const sign = pattern[next];
		if (sign === '%') {
			next++;
			afterWildcard = next;
			retryFrom = at;
			continue;
		}
		if (at === text.length) return sign === undefined;
		if (sign === '_') {
			at += widthAt(text, at);
			next++;
			continue;
		}
		const isEscaped = sign === '\\' && next + 1 < pattern.length;
		if (sign !== undefined && text[at] === (isEscaped ? pattern[next + 1] : sign)) {
			at++;
			next += isEscaped ? 2 : 1;
			continue;
		}
		if (afterWildcard < 0) return false;
		// The last wildcard takes one character more.
		retryFrom += widthAt(text, retryFrom);
		at = retryFrom;
		next = afterWildcard;
	}
}

/** How many code units the character at a place has. */
function widthAt(text: string, at: number): number {
	return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
