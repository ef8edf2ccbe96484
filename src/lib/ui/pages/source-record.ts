import type { DateRecord } from '$lib/domain/claim';
import type { Source, SourceRecord } from '$lib/domain/source';
import { edtfOf } from '$lib/domain/issued';

/** When a source was published, as an EDTF date with how it is known; null where nothing is known. */
export function issuedOf({ record, dating }: Pick<Source, 'record' | 'dating'>): DateRecord | null {
	const edtf = edtfOf(record.issued);
	if (edtf === null) return null;
	return dating === undefined ? { edtf, basis: 'stated' } : { edtf, basis: 'inferred', remark: dating };
}

/** Where a source appeared: the newspaper or site, else the publisher; null where neither is known. */
export function outletOf({ publisher, ...record }: SourceRecord): string | null {
	return record['container-title'] ?? publisher ?? null;
}

/** The authors of a source as it names them: `Jane Doe, Reuters staff`; null where it names none. */
export function authorsOf({ author }: SourceRecord): string | null {
	const names = (author ?? []).map(
		({ given, family, literal }) => literal ?? [given, family].filter(Boolean).join(' ')
	);
	return names.length === 0 ? null : names.join(', ');
}

/** A source's record as a line: "Publisher not known, newspaper article, in English". */
export function recordWords({ record }: Pick<Source, 'record'>): string {
	const { type, language } = record;
	const parts = [authorsOf(record), outletOf(record) ?? 'publisher not known', typeWords(type)].filter(
		(part) => part !== null
	);
	const line = [...parts, ...(language === undefined ? [] : [`in ${languageName(language)}`])].join(', ');
	return outletOf(record) === null && authorsOf(record) === null ? `P${line.slice(1)}` : line;
}

/** The kind of publication in words, from CSL's type: `article-newspaper` is "newspaper article". */
export function typeWords(type: string): string {
	const [, kind] = /^article-(.+)$/.exec(type) ?? [];
	return kind === undefined ? type.replaceAll(/[-_]/g, ' ') : `${kind} article`;
}

/** The name of a language in English, from its BCP 47 tag; the tag itself where it has none. */
export function languageName(tag: string): string {
	try {
		return languages.of(tag) ?? tag;
	} catch {
		return tag;
	}
}

const languages = new Intl.DisplayNames(['en-GB'], { type: 'language' });
