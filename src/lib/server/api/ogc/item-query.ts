import { API_CLAUSES } from '$lib/filter/clauses';
import type { Criteria, ListClause } from '$lib/filter/criteria';
import { parseApiCriteria } from '$lib/filter/criteria-query';
import type { Filter } from '$lib/filter/filter-tree';
import { parseCql2Json } from '$lib/filter/cql2-json';
import { parseCql2Text } from '$lib/filter/cql2-text';
import { clip, ParameterReader, type QueryProblem } from '$lib/filter/parameter-reader';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { ClaimRow } from '$lib/formats/attributes';
import { filterBy } from '$lib/engine/filter-columns';
import type { Queryable } from '$lib/engine/queryables';
import type { StoreVocabulary } from '$lib/server/store/store';
import { type Collection, CRS84 } from './collections';

/** How many items a page has where `limit` does not say, and at most. */
export const LIMIT = { usual: 100, most: 10_000 } as const;

/** The languages that a filter may be written in. */
export const FILTER_LANGUAGES = ['cql2-text', 'cql2-json'] as const;

/** The parameters that choose items; beside them stand `limit`, `token` and `f`. */
export const CHOOSING = [...API_CLAUSES, 'filter', 'filter-lang', 'filter-crs'] as const;

/** All parameters of items. */
export const ITEM_PARAMETERS: readonly string[] = [...CHOOSING, 'limit', 'token', 'f'];

/** What the items of collections can be filtered by. */
export interface ApiQueryables {
	features: readonly Queryable<FeatureWithClaims>[];
	claims: readonly Queryable<ClaimRow>[];
}

/** What a query string asks of a collection. */
export interface ItemQuery {
	criteria: Criteria;
	filter: Filter | null;
	limit: number;
}

/** All that keeps a query string from being asked. */
export interface Refused {
	problems: [QueryProblem, ...QueryProblem[]];
}

/** Reads what a query string asks of a collection's items; everything that is wrong with it is named. */
export function readItemQuery(
	query: URLSearchParams,
	collection: Collection,
	vocabulary: StoreVocabulary,
	queryables: ApiQueryables
): ItemQuery | Refused {
	const reader = new ItemReader(query, vocabulary);
	const criteria: Criteria = {
		...parseApiCriteria(reader),
		layers: collection.layer === null ? null : [collection.layer],
		unlocated: true
	};
	const filter = reader.filter(
		collection.items === 'features'
			? (read) => filterBy(read, queryables.features).problems
			: (read) => filterBy(read, queryables.claims).problems
	);
	const limit = reader.limit();
	const [first, ...others] = reader.problems;
	return first ? { problems: [first, ...others] } : { criteria, filter, limit };
}

/** Reads what the API asks beside clauses, and refuses a list without ids and a text without words. */
class ItemReader extends ParameterReader {
	override ids(parameter: string, list: ListClause): readonly string[] | null {
		const value = this.value(parameter);
		if (value !== null && /^,*$/.test(value))
			this.refuse(parameter, value, `${parameter} has no id between its commas.`);
		return super.ids(parameter, list);
	}

	override text(parameter: string): string {
		const value = this.value(parameter);
		if (value?.trim() === '') this.refuse(parameter, value, `${parameter} has no words.`);
		return super.text(parameter);
	}

	filter(problemsOf: (filter: Filter) => readonly QueryProblem[] | undefined): Filter | null {
		const crs = this.value('filter-crs');
		if (crs !== null && crs !== CRS84) {
			this.refuse('filter-crs', crs, `filter-crs can only be ${CRS84}, not “${clip(crs)}”.`);
		}
		const language = this.value('filter-lang') ?? FILTER_LANGUAGES[0];
		const text = this.value('filter');
		if (!FILTER_LANGUAGES.some((known) => known === language)) {
			this.refuse(
				'filter-lang',
				language,
				`filter-lang must be ${FILTER_LANGUAGES.join(' or ')}, not “${clip(language)}”.`
			);
			return null;
		}
		if (text === null) return null;
		const read = language === 'cql2-json' ? parseCql2Json(text) : parseCql2Text(text);
		const problems = 'filter' in read ? problemsOf(read.filter) : read.problems;
		this.problems.push(...(problems ?? []));
		return 'filter' in read ? read.filter : null;
	}

	/** A larger number than the most is the most (/req/core/fc-limit-definition). */
	limit(): number {
		const value = this.value('limit');
		if (value === null) return LIMIT.usual;
		const limit = /^\+?\d+$/.test(value) ? Number(value) : 0;
		if (limit >= 1) return Math.min(limit, LIMIT.most);
		this.refuse('limit', value, `limit must be a whole number from 1 on, not “${clip(value)}”.`);
		return LIMIT.usual;
	}
}
