import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach, quote } from '../rule-list';

/** Web addresses, which become links, and language tags, which become `lang` attributes. */
export function addressIssues({ info, features, sources }: Draft): Issue[] {
	const issues: Issue[] = [];
	const address = (file: string, path: string, url: string) => {
		const wrong = wrongAddress(url);
		if (wrong === null) return;
		const remedy = 'Give a plain https:// or http:// address, or none.';
		issues.push(breach('web-address', file, path, `${quote(url)} ${wrong}.`, remedy));
	};
	const language = (file: string, path: string, tag: string) => {
		if (isLanguage(tag)) return;
		const remedy = 'Write a tag after BCP 47: en, ar, ru, tr.';
		issues.push(breach('language-tag', file, path, `${quote(tag)} is not a language tag.`, remedy));
	};

	if (info !== null) address(info.file, '/licence/url', info.value.licence.url);
	for (const { file, path, value } of features) {
		value.properties.sameAs?.forEach((url, index) => address(file, `${path}/properties/sameAs/${index}`, url));
		value.properties.names.forEach((name, index) =>
			language(file, `${path}/properties/names/${index}/lang`, name.lang)
		);
	}
	for (const { file, value } of sources) {
		if (value.record.URL !== undefined) address(file, '/record/URL', value.record.URL);
		if (value.record.language !== undefined) language(file, '/record/language', value.record.language);
	}
	return issues;
}

/**
 * What is wrong with a web address, as the end of a sentence; null for a good one. A URL drops white space and control
 * characters before it parses; an address in the data has none to drop.
 */
export function wrongAddress(text: string): string | null {
	if (!URL.canParse(text) || /\s/.test(text)) return 'is not a web address';
	const { protocol, hostname, username, password } = new URL(text);
	if (protocol !== 'https:' && protocol !== 'http:') return 'is not http or https';
	if (hostname === '' || !/^https?:\/\/[^/]/i.test(text)) return 'has no host';
	return username === '' && password === '' ? null : 'carries credentials';
}

function isLanguage(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag).length === 1;
	} catch {
		return false;
	}
}
