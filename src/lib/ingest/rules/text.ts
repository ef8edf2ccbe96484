import type { Issue } from '$lib/domain/issue';
import { child } from '../json';
import { breach, quote } from '../rule-list';

/** Controls, and the marks that turn the direction of what follows them: neither can be seen, both can mislead. */
const HIDDEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** Every text of a file, keys too, that is not well-formed Unicode or holds a character that cannot be seen. */
export function textIssues(file: string, value: unknown): Issue[] {
	const issues: Issue[] = [];
	const trail: (string | number)[] = [];
	const check = (text: string) => {
		const hidden = HIDDEN.exec(text);
		if (hidden === null && text.isWellFormed()) return;
		const code = hidden?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
		const message = `${quote(text)} holds ${code === undefined ? 'half a surrogate pair' : `the character U+${code}`}.`;
		const path = trail.reduce<string>(child, '');
		issues.push(breach('text-characters', file, path, message, 'Remove it, or write it as a space.'));
	};
	const visit = (item: unknown) => {
		if (typeof item === 'string') check(item);
		else if (typeof item === 'object' && item !== null) {
			const isList = Array.isArray(item);
			for (const [key, part] of Object.entries(item)) {
				trail.push(key);
				if (!isList) check(key);
				visit(part);
				trail.pop();
			}
		}
	};
	visit(value);
	return issues;
}
