import { type KnownDate, tieOf } from '$lib/domain/claim';
import type { Criteria } from '$lib/filter/criteria';
import type { Name } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { Layer } from '$lib/domain/layer';
import { type Drawn, drawnOf } from '$lib/words/placement-words';
import type { QueryProblem } from '$lib/filter/parameter-reader';
import { featuresHref } from '$lib/app/links';

/** One line of the table of features. */
export interface FeatureLine {
	id: string;
	name: string;
	names: readonly Name[];
	kind: string;
	layer: string;
	/** How many claims about it match. */
	claims: number;
	/** How many of these name it in their passage. */
	named: number;
	/** From how many sources they are. */
	sources: number;
	/** When the latest of them was said; null without claims. */
	said: KnownDate | null;
	drawn: Drawn;
}

/** What the table can be sorted by, the first where nothing is asked. */
export const SORTS = ['layer', 'name', 'claims', 'said'] as const;
export type Sort = (typeof SORTS)[number];

/** How many lines stand on one page. */
export const LINES_PER_PAGE = 250;

/** The line of a feature with those of its claims that match. */
export function lineOf({ feature, claims }: FeatureWithClaims): FeatureLine {
	const { id, name, names, kind, layer } = feature;
	return {
		id,
		name,
		names,
		kind,
		layer,
		claims: claims.length,
		named: claims.filter((claim) => !tieOf(claim, id)).length,
		sources: new Set(claims.map(({ source }) => source)).size,
		said: claims.map(({ said }) => said).reduce<KnownDate | null>(later, null),
		drawn: drawnOf(feature)
	};
}

/** What the query says of the table itself; what cannot be read falls back and is named in `problems`. */
export function readTable(query: URLSearchParams): { sort: Sort; page: number; problems: QueryProblem[] } {
	const problems: QueryProblem[] = [];
	const refuse = (parameter: string, value: string, form: string) => {
		problems.push({ parameter, value, detail: `${parameter} must be ${form}, not “${value.slice(0, 60)}”.` });
	};
	const asked = query.get('sort') || SORTS[0];
	const sort = SORTS.find((candidate) => candidate === asked);
	if (!sort) refuse('sort', asked, `${SORTS.slice(0, -1).join(', ')} or ${SORTS.at(-1)}`);
	const number = query.get('page') || '1';
	const isNumber = /^0*[1-9]\d{0,5}$/.test(number);
	if (!isNumber) refuse('page', number, 'a whole number from 1 on');
	return { sort: sort ?? SORTS[0], page: isNumber ? Number(number) : 1, problems };
}

/** The address of the table with criteria, a sort and a page; what is the default is not written. */
export function tableHref(criteria: Criteria, sort: Sort = SORTS[0], page = 1): string {
	return featuresHref(criteria, sort === SORTS[0] ? undefined : sort, page);
}

/**
 * Lines in order: by layer and name as the dataset has the layers, by name, by the number of claims (most first), or by
 * when they were last spoken of (latest first, those without claims last). Equal lines stand by name.
 */
export function sortLines(lines: readonly FeatureLine[], sort: Sort, layers: readonly Layer[]): FeatureLine[] {
	const place = new Map(layers.map(({ id }, index) => [id, index]));
	const compare: Record<Sort, (a: FeatureLine, b: FeatureLine) => number> = {
		layer: (a, b) => (place.get(a.layer) ?? 0) - (place.get(b.layer) ?? 0),
		name: (a, b) => collator.compare(a.name, b.name),
		claims: (a, b) => b.claims - a.claims,
		said: (a, b) => lastDay(b.said).localeCompare(lastDay(a.said))
	};
	return [...lines].sort((a, b) => compare[sort](a, b) || compare.name(a, b));
}

/** Sorted lines under the layers that they belong to. */
export function groupByLayer(
	lines: readonly FeatureLine[],
	layers: readonly Layer[]
): { layer: Layer; lines: FeatureLine[] }[] {
	return layers
		.map((layer) => ({ layer, lines: lines.filter((line) => line.layer === layer.id) }))
		.filter((group) => group.lines.length > 0);
}

/** Lines of one page, counted from 1, with the number of pages; a page beyond the last is the last. */
export function pageOf<Line>(lines: readonly Line[], page: number): { lines: Line[]; page: number; pages: number } {
	const pages = Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE));
	const shown = Math.min(page, pages);
	return { lines: lines.slice((shown - 1) * LINES_PER_PAGE, shown * LINES_PER_PAGE), page: shown, pages };
}

const collator = new Intl.Collator('en-GB', { numeric: true });

function later(a: KnownDate | null, b: KnownDate): KnownDate {
	return a !== null && lastDay(a) > lastDay(b) ? a : b;
}

/** The last day that a date can mean; one that is open has none, and counts from its first. */
function lastDay(date: KnownDate | null): string {
	return date?.interval.to ?? date?.interval.from ?? '';
}
