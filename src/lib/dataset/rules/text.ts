import type { Issue } from '$lib/domain/issue';
import { child } from '../json';
import { breach, quote } from '../rules';

/** Controls, and the marks that turn the direction of what follows them: neither can be seen, both can mislead. */
const HIDDEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Every text of a file, keys too, that is not well-formed Unicode or holds a character that cannot be seen. */
export function textIssues(file: string, value: unknown, path = ''): Issue[] {
	if (typeof value === 'string') return wrongCharacter(file, path, value);
	if (typeof value !== 'object' || value === null) return [];
	const issues: Issue[] = [];
	if (Array.isArray(value)) {
		// Most of a large file is positions, which have no text.
		value.forEach((item: unknown, index) => {
			if (typeof item !== 'number') issues.push(...textIssues(file, item, child(path, index)));
		});
		return issues;
	}
	for (const [key, item] of Object.entries(value)) {
		issues.push(...wrongCharacter(file, child(path, key), key), ...textIssues(file, item, child(path, key)));
	}
	return issues;
}

function wrongCharacter(file: string, path: string, text: string): Issue[] {
	const hidden = HIDDEN.exec(text);
	if (hidden === null && text.isWellFormed()) return [];
	const code = hidden?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
	const what = code === undefined ? 'half a surrogate pair' : `the character U+${code}`;
	return [breach('text-characters', file, path, `${quote(text)} holds ${what}.`, 'Remove it, or write it as a space.')];
}
