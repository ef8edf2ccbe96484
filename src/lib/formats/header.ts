import type { Catalogue } from '$lib/domain/catalogue';
import type { Criteria } from '$lib/filter/criteria';
import { formatCriteria } from '$lib/filter/criteria-query';
import { criteriaWords, titlesOf } from '$lib/filter/criteria-words';

/** What a file says of itself, so that it can be understood, cited and made again away from the atlas. */
export interface ExportHeader {
	title: string;
	/** Version of the dataset, and the day it was made. */
	version: string;
	date: string;
	/** Fingerprint of the whole dataset. */
	fingerprint: string;
	/** When the file was made: an ISO 8601 instant in UTC. */
	exported: string;
	/** What was asked for: in words, and as the dashboard's query string (without the question mark). */
	filter: { words: string; query: string };
	counts: { features: number; claims: number; unplaced: number };
	licence: { name: string; url: string };
	/** What a reader must know of sources that the criteria let through: those that carry a warning. */
	warnings?: { source: string; title: string; text: string; claims?: string[] }[];
	/** How to cite the file. */
	citation: string;
}

/** The header of an export made at `now`. */
export function headerOf(
	catalogue: Catalogue,
	criteria: Criteria,
	counts: ExportHeader['counts'],
	now: Date
): ExportHeader {
	const { info, fingerprint } = catalogue;
	const { title, version, date, licence, creator } = info;
	const exported = now.toISOString();
	const words = criteriaWords(criteria, titlesOf(catalogue));
	const warnings = warningsIn(catalogue, criteria);
	return {
		title,
		version,
		date,
		fingerprint,
		exported,
		filter: { words, query: formatCriteria(criteria).toString().replaceAll('%2C', ',') },
		counts,
		licence,
		...(warnings.length > 0 && { warnings }),
		citation: `${creator}: ${title}. Version ${version} of ${date}. Exported on ${exported.slice(0, 10)} (${words}). ${licence.name}.`
	};
}

function warningsIn({ sources }: Catalogue, { sources: asked }: Criteria): NonNullable<ExportHeader['warnings']> {
	return sources
		.filter(({ id }) => asked?.includes(id) ?? true)
		.flatMap(({ id, title, warnings = [] }) =>
			warnings.map(({ text, claims }) => ({ source: id, title, text, ...(claims && { claims }) }))
		);
}
