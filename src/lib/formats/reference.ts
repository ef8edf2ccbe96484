import type { DatasetInfo } from '$lib/domain/dataset';
import { edtfOf } from '$lib/domain/issued';
import { type Source, type SourceRecord, warningsOn } from '$lib/domain/source';
import { cslDateOf, type CslDate } from './csl-date';
import { dateWords } from '$lib/words/edtf-words';

/** An item of CSL-JSON (the input schema of Citation Style Language 1.0.2), as far as we write it. */
export interface CslItem extends Omit<SourceRecord, 'title' | 'issued'> {
	title: string;
	issued?: CslDate;
	accessed?: CslDate;
	version?: string;
}

/** Something that is cited. */
export interface Reference {
	item: CslItem;
	/** True where the date does not stand on what is cited and was found in another way. */
	dateInferred: boolean;
	/** Which paragraph of it; null for the whole. */
	paragraph: number | null;
}

/** Something with an address of its own in the atlas. */
export interface AtlasPart {
	/** Unique among the parts of the atlas: letters, digits and hyphens. */
	id: string;
	/** What it is called; in brackets where that is a description. Null for the atlas as a whole. */
	title: string | null;
	/** The address, with scheme and host. */
	address: string;
	/** What else there is to know, in a sentence. */
	note?: string;
}

/**
 * The reference to a source: its own record, and nothing that is not known of it. Warnings on it stand in its note: all of
 * them, or those that concern a `claim`.
 */
export function sourceReference(
	source: Source,
	paragraph: number | null = null,
	claim: string | null = null
): Reference {
	const { title, record, dating } = source;
	const warnings = claim === null ? (source.warnings ?? []) : warningsOn(source, claim);
	const { issued, note, title: own, ...known } = record;
	const edtf = edtfOf(issued);
	const notes = [note, dating, ...warnings.map(({ text }) => `Warning: ${text}`)].filter((text) => text !== undefined);
	return {
		item: {
			...known,
			title: own ?? title,
			...(edtf !== null && { issued: cslDateOf(edtf, dateWords(edtf, 'long')) }),
			...(notes.length > 0 && { note: notes.join(' ') })
		},
		dateInferred: dating !== undefined,
		paragraph
	};
}

/** The reference to a part of the atlas, in the version of `info`; `today` is the day of access, year-month-day. */
export function atlasReference(info: DatasetInfo, { id, title, address, note }: AtlasPart, today: string): Reference {
	const { creator, version, date, licence } = info;
	return {
		item: {
			id,
			type: 'dataset',
			title: title ?? info.title,
			...(title !== null && { 'container-title': info.title }),
			author: [{ literal: creator }],
			issued: cslDateOf(date, date),
			accessed: cslDateOf(today, today),
			version,
			URL: address,
			language: 'en',
			note: [note, `Licence: ${licence.name}.`].filter((text) => text !== undefined).join(' ')
		},
		dateInferred: false,
		paragraph: null
	};
}

/** Someone who wrote what is cited. */
export type CslName = NonNullable<CslItem['author']>[number];

/** A name as lists are sorted by: `Family, Given`; one that is not divided stays as it is. */
export function invertedName({ literal, family, given }: CslName): string {
	return literal ?? [family, given].filter((part) => part !== undefined).join(', ');
}

/** True for a title that is a description of ours: it stands in brackets, as styles ask for. */
export function isDescription(title: string): boolean {
	return /^\[.*\]$/s.test(title);
}
