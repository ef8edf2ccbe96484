import type { Readability } from '@mozilla/readability';
import { isLanguageTag, type Statement } from '../document';
import { authorsOf } from './authors';
import { articleIn } from './linked-data';

/** What Readability finds in a page. */
type Found = ReturnType<Readability<Element>['parse']>;

/** What a page states of itself; an address that it was saved from counts where it names none. */
export function statementIn(document: Document, found: Found, address: string | undefined): Statement {
	const data = articleIn(document);
	return {
		type: 'webpage',
		title: found?.title ?? document.querySelector('title')?.textContent,
		authors: authorsOf(document, data?.authors ?? [], found?.byline),
		outlet: found?.siteName,
		day: dayIn(data?.published ?? found?.publishedTime ?? dateOf(document)),
		address: urlOf(document, address),
		language: languageOf(document),
		direction: statedDirection(document)
	};
}

/** The page's own address, as it says itself. */
function urlOf(document: Document, address: string | undefined): string | null {
	const said = [
		document.querySelector('link[rel=canonical]')?.getAttribute('href'),
		document.querySelector('meta[property="og:url"]')?.getAttribute('content'),
		address
	];
	return said.find((url) => url && /^https?:\/\/[^/]/i.test(url) && URL.canParse(url)) ?? null;
}

/** The language of the article, else of the page, as a BCP 47 tag. */
function languageOf(document: Document): string | null {
	const root = document.documentElement;
	const meta = (selector: string) => document.querySelector(selector)?.getAttribute('content')?.replaceAll('_', '-');
	const said = [
		document.querySelector('article[lang], main[lang], [itemprop=articleBody][lang]')?.getAttribute('lang'),
		root.getAttribute('lang'),
		root.getAttribute('xml:lang'),
		document.body.getAttribute('lang'),
		meta('meta[http-equiv="content-language" i]'),
		meta('meta[property="og:locale"]'),
		meta('meta[name="language" i], meta[itemprop=inLanguage], meta[name="dc.language" i]')
	];
	return said.map((tag) => tag?.trim() ?? '').find(isLanguageTag) ?? null;
}

function statedDirection(document: Document): 'ltr' | 'rtl' | null {
	const said = ['article[dir]', 'main[dir]', 'body[dir]', 'html[dir]'].map((one) =>
		document.querySelector(one)?.getAttribute('dir')
	);
	const direction = said.find((one) => /^(?:ltr|rtl)$/i.test(one ?? ''))?.toLowerCase();
	return direction === 'rtl' || direction === 'ltr' ? direction : null;
}

function dateOf(document: Document): string | null {
	const time = document.querySelector('time[itemprop=datePublished], time[pubdate], article header time[datetime]');
	const meta = document.querySelector(
		'meta[itemprop=datePublished], meta[name="date" i], meta[name="dc.date" i], meta[name="citation_publication_date" i], meta[name="pubdate" i]'
	);
	return meta?.getAttribute('content') ?? time?.getAttribute('datetime') ?? null;
}

/** The day as it is written: a time zone would move it. */
function dayIn(time: string | null | undefined): number[] | null {
	const parts = /^(\d{4})[-/](\d{2})[-/](\d{2})/.exec(time ?? '')?.slice(1) ?? [];
	const [year = 0, month = 0, day = 0] = parts.map(Number);
	const isReal = year > 0 && new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(parts.join('-'));
	return isReal ? [year, month, day] : null;
}
