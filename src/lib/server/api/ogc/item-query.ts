import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { type Extent, wrongExtent } from '$lib/domain/extent';
import type { Filter } from '$lib/filter/filter-tree';
import { ALWAYS, type Interval } from '$lib/domain/interval';
import { parseCql2Json } from '$lib/filter/cql2-json';
import { parseCql2Text } from '$lib/filter/cql2-text';
import { type QueryProblem, wrongText } from '$lib/filter/criteria-query';
import type { Finding } from '$lib/domain/feature-with-claims';
import type { ClaimRow } from '$lib/formats/attributes';
import { filterBy } from '$lib/engine/filter-columns';
import type { Queryable } from '$lib/engine/queryables';
import type { StoreVocabulary } from '$lib/server/store/store';
import { type Collection, CRS84 } from './collections';
import { parseDatetime } from './datetime';

/** How many items a page has where `limit` does not say, and at most. */
export const LIMIT = { usual: 100, most: 10_000 } as const;

/** The languages that a filter may be written in. */
export const FILTER_LANGUAGES = ['cql2-text', 'cql2-json'] as const;

/** The parameters that choose items; beside them stand `limit`, `token` and `f`. */
export const CHOOSING = [
	'bbox',
	'datetime',
	'topic',
	'source',
	'agent',
	'question',
	'q',
	'filter',
	'filter-lang',
	'filter-crs'
] as const;

/** All parameters of items. */
export const ITEM_PARAMETERS: readonly string[] = [...CHOOSING, 'limit', 'token', 'f'];

/** What the items of collections can be filtered by. */
export interface ApiQueryables {
	features: readonly Queryable<Finding>[];
	claims: readonly Queryable<ClaimRow>[];
}

/** What a query string asks of a collection. */
export interface ItemsAsked {
	criteria: Criteria;
	filter: Filter | null;
	limit: number;
}

/** All that keeps a query string from being asked. */
export interface Refused {
	problems: [QueryProblem, ...QueryProblem[]];
}

/** Reads what a query string asks of a collection's items; everything that is wrong with it is named. */
export function readItemsAsked(
	query: URLSearchParams,
	collection: Collection,
	vocabulary: StoreVocabulary,
	queryables: ApiQueryables
): ItemsAsked | Refused {
	const reader = new Reader(query);
	const said = reader.datetime();
	const criteria: Criteria = {
		...EVERYTHING,
		layers: collection.layer === null ? null : [collection.layer],
		topics: reader.ids('topic', vocabulary.topics),
		sources: reader.ids('source', vocabulary.sources),
		agents: reader.ids('agent', vocabulary.agents, vocabulary.former.agents),
		questions: reader.ids('question', vocabulary.questions, vocabulary.former.questions),
		said,
		text: reader.words(),
		bbox: reader.bbox(),
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

/** Reads parameters one by one; one that is there without a value, as a form sends it, is none. */
class Reader {
	readonly problems: QueryProblem[] = [];
	readonly #query: URLSearchParams;

	constructor(query: URLSearchParams) {
		this.#query = query;
	}

	/** A comma list of ids; in the order of the data, so that the same choice is always the same question. */
	ids(
		parameter: string,
		known: ReadonlySet<string>,
		former?: ReadonlyMap<string, readonly string[]>
	): readonly string[] | null {
		const value = this.#value(parameter);
		if (value === null) return null;
		const asked = value.split(',').filter((id) => id !== '');
		const ids = new Set(asked.flatMap((id) => former?.get(id) ?? id));
		for (const id of ids) {
			if (!known.has(id)) this.#refuse(parameter, id, `${parameter} has no “${clip(id)}”.`);
		}
		return ids.size === 0 ? null : [...known].filter((id) => ids.has(id));
	}

	datetime(): Interval {
		const value = this.#value('datetime');
		if (value === null) return ALWAYS;
		const interval = parseDatetime(value);
		if (!('wrong' in interval)) return interval;
		const detail = `datetime must be a date or a date-time of RFC 3339, such as 2024-12-08 or 2024-12-08T00:00:00Z, or an interval of them with a slash between, where .. or nothing stands for an open end, not “${clip(value)}”: ${interval.wrong}.`;
		this.#refuse('datetime', value, detail);
		return ALWAYS;
	}

	/** Four numbers, or six of which the third and the last are heights: the atlas has none, and every height fits. */
	bbox(): Extent | null {
		const value = this.#value('bbox');
		if (value === null) return null;
		const numbers = value
			.split(',')
			.map((part) => (/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(part) ? Number(part) : NaN));
		const [west = NaN, south = NaN, east = NaN, north = NaN] =
			numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at] ?? NaN) : numbers;
		const isWhole = (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite);
		const extent: Extent = [west, south, east, north];
		const [low = 0, high = 0] = numbers.length === 6 ? [numbers[2], numbers[5]] : [];
		const reversed = low > high ? `the lower height (${low}) is greater than the upper one (${high})` : null;
		const wrong = isWhole ? (wrongExtent(extent) ?? reversed) : 'it is not four or six numbers';
		if (wrong === null) return extent;
		const detail = `bbox must be four numbers, west,south,east,north in degrees, or six with a height after each corner, not “${clip(value)}”: ${wrong}.`;
		this.#refuse('bbox', value, detail);
		return null;
	}

	words(): string {
		const text = (this.#value('q') ?? '').trim();
		const wrong = wrongText(text);
		if (wrong === null) return text;
		this.#refuse('q', text, wrong);
		return '';
	}

	filter(problemsOf: (filter: Filter) => readonly QueryProblem[] | undefined): Filter | null {
		const crs = this.#value('filter-crs');
		if (crs !== null && crs !== CRS84) {
			this.#refuse('filter-crs', crs, `filter-crs can only be ${CRS84}, not “${clip(crs)}”.`);
		}
		const language = this.#value('filter-lang') ?? FILTER_LANGUAGES[0];
		const text = this.#value('filter');
		if (!FILTER_LANGUAGES.some((known) => known === language)) {
			this.#refuse(
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
		const value = this.#value('limit');
		if (value === null) return LIMIT.usual;
		const limit = /^\+?\d{1,15}$/.test(value) ? Number(value) : 0;
		if (limit >= 1) return Math.min(limit, LIMIT.most);
		this.#refuse('limit', value, `limit must be a whole number from 1 on, not “${clip(value)}”.`);
		return LIMIT.usual;
	}

	#value(parameter: string): string | null {
		return this.#query.get(parameter) || null;
	}

	#refuse(parameter: string, value: string, detail: string): void {
		this.problems.push({ parameter, value: clip(value), detail });
	}
}

function clip(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
