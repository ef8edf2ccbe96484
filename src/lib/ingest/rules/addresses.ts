import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import type { FeatureForm } from '../form';
import { type PathIn, textsAt } from '../location';
import { breachIn, quote } from '../rule-list';

/** Web addresses, which become links, and language tags, which become `lang` attributes. */
export function* addressIssues({ info, features, sources }: Draft): Generator<Issue> {
	if (info !== null) yield* addressesAt(info, 'licence/url');
	for (const feature of features) {
		yield* addressesAt<Omit<FeatureForm, 'geometry'>>(feature, 'properties/sameAs/*');
		yield* languagesAt<Omit<FeatureForm, 'geometry'>>(feature, 'properties/names/*/lang');
	}
	for (const source of sources) {
		yield* addressesAt(source, 'record/URL');
		yield* languagesAt(source, 'record/language');
	}
}

/** What is wrong with the addresses that stand under a path within an entry. */
export function* addressesAt<T>(
	entry: Entry<T>,
	pattern: PathIn<T>,
	remedy = 'Give a plain https:// or http:// address, or none.'
): Generator<Issue> {
	for (const { path, text } of textsAt(entry.value, pattern)) {
		const wrong = wrongAddress(text);
		if (wrong !== null) yield breachIn('web-address', entry, path, `${quote(text)} ${wrong}.`, remedy);
	}
}

function* languagesAt<T>(entry: Entry<T>, pattern: PathIn<T>): Generator<Issue> {
	for (const { path, text } of textsAt(entry.value, pattern)) {
		if (isLanguage(text)) continue;
		const remedy = 'Write a tag after BCP 47: en, ar, ru, tr.';
		yield breachIn('language-tag', entry, path, `${quote(text)} is not a language tag.`, remedy);
	}
}

/**
 * What is wrong with a web address, as the end of a sentence; null for a good one. A URL drops white space and control
 * characters before it parses; an address in the data has none to drop.
 */
function wrongAddress(text: string): string | null {
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
