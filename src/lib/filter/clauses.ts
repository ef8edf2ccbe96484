import type { Area } from '$lib/domain/extent';
import { type Interval, isBounded } from '$lib/domain/interval';
import { wordsOf } from '$lib/domain/text';
import type { Criteria, ListClause } from './criteria';
import type { Leaf } from './leaf';
import type { ParameterReader } from './parameter-reader';
import { LISTED, type Titles } from './vocabulary';

/** The panels of check boxes. */
export const FACETS = ['layers', 'topics', 'sources', 'agents', 'groups'] as const satisfies readonly ListClause[];
export type Facet = (typeof FACETS)[number];

/** What is counted over time: when it was said, or when it happened. */
export const CLOCKS = ['said', 'happened'] as const;
export type Clock = (typeof CLOCKS)[number];

/** What counts claims, each without its own clauses, so that it shows what choosing would give. */
export type Panel = Facet | Clock;

/** The parameters of the API that are clauses, in the order in which it names them. */
export const API_CLAUSES = ['bbox', 'datetime', 'topic', 'source', 'agent', 'question', 'q'] as const;
export type ApiClause = (typeof API_CLAUSES)[number];

/** All that is to be known of a clause. */
export interface Clause<Value> {
	/** Its parameters in an address of the atlas, how they are read, and the text of each; null leaves it out. */
	parameters: readonly string[];
	parse: (reader: ParameterReader) => Value;
	format: (value: Value) => readonly (string | null)[];
	/** Its parameter in the API, and how that is read; null where the API asks for it by a filter, or not at all. */
	api: { parameter: ApiClause; parse: (reader: ParameterReader) => Value } | null;
	/** It in the words of a phrase; null where it asks nothing. */
	words: (value: Value, titles: Titles) => string | null;
	/** What the name of a file tells of it. */
	fileName: (value: Value) => readonly string[];
	/** Whether claims are chosen by it, or features, which then stand without a claim. */
	chooses: 'features' | 'claims';
	/** The panel that counts without it; null where none does. */
	panel: Panel | null;
	/** What it asks of a mention; null where it asks nothing, or what no mention can tell by itself. */
	leaf: (value: Value, criteria: Criteria) => Leaf | null;
}

/** Clauses that no parameter of the API sets, and no file name mentions. */
const NOT_IN_API = { api: null, fileName: () => [] } as const;

/** What chooses features, and is counted by no panel. */
const OF_FEATURES = { chooses: 'features', panel: null } as const;

/** The clauses, in the order in which an address has them. */
export const CLAUSES: { readonly [Name in keyof Criteria]: Clause<Criteria[Name]> } = {
	layers: list('layers', ['layer', 'layers'], { api: null, inFileName: true }),
	topics: list('topics', ['topic', 'topics'], { api: 'topic', inFileName: true }),
	sources: list('sources', ['source', 'sources'], { api: 'source', inFileName: true }),
	agents: list('agents', ['speaker or outlet', 'speakers or outlets'], { api: 'agent', inFileName: true }),
	groups: list('groups', ['group', 'groups'], { api: null, inFileName: false }),
	questions: list('questions', ['question', 'questions'], { api: 'question', inFileName: false }),
	said: {
		...days('said', ['from', 'to'], 'said'),
		api: { parameter: 'datetime', parse: (reader) => reader.datetime('datetime') },
		fileName: ({ from, to }) => [from ?? '', to ?? '']
	},
	happened: days('happened', ['happened-from', 'happened-to'], 'about what happened'),
	undated: {
		...flag('undated', 'about no stated time'),
		chooses: 'claims',
		panel: 'happened',
		leaf: (asked) => (asked ? { op: 'isNull', attribute: 'happened' } : null)
	},
	known: {
		...NOT_IN_API,
		parameters: ['known'],
		parse: (reader) => reader.lastDay('known'),
		format: (day) => [day],
		words: (day) => day && `as known on ${day}`,
		chooses: 'claims',
		panel: 'said',
		leaf: (to) => (to === null ? null : { op: 'overlaps', attribute: 'said', interval: { from: null, to } })
	},
	// It is asked of all claims together that pass the other clauses: whoever evaluates the leaves asks it after them.
	contested: { ...flag('contested', 'only contested features'), ...OF_FEATURES, leaf: () => null },
	text: {
		parameters: ['q'],
		parse: (reader) => reader.text('q'),
		format: (text) => [text || null],
		api: { parameter: 'q', parse: (reader) => reader.text('q') },
		words: (text) => (text === '' ? null : `with the words “${text}”`),
		fileName: (text) => [text],
		chooses: 'claims',
		panel: null,
		leaf: (text) => (wordsOf(text).length === 0 ? null : { op: 'words', attribute: 'words', text })
	},
	bbox: {
		...NOT_IN_API,
		...OF_FEATURES,
		parameters: ['bbox'],
		parse: (reader) => reader.extent('bbox', 'without heights'),
		format: (extent) => [extent && extent.join(',')],
		api: { parameter: 'bbox', parse: (reader) => reader.extent('bbox', 'with heights') },
		words: (extent) => extent && `within ${extent.join(', ')} (west, south, east, north)`,
		leaf: within
	},
	area: {
		...NOT_IN_API,
		...OF_FEATURES,
		parameters: ['area'],
		parse: (reader) => reader.ring('area'),
		format: (ring) => [ring && ring.flat().join(',')],
		words: (ring) => ring && `within the polygon ${ring.map((corner) => corner.join(' ')).join(', ')}`,
		leaf: within
	},
	// Only the API asks so, of everything.
	unlocated: {
		...NOT_IN_API,
		...OF_FEATURES,
		parameters: [],
		parse: () => false,
		format: () => [],
		words: () => null,
		leaf: () => null
	}
};

/** The names of the clauses, in their order. */
export const CLAUSE_NAMES = Object.keys(CLAUSES) as (keyof Criteria)[];

/** What `use` makes of each clause and its value in criteria, in order. */
export function eachClause<Made>(
	criteria: Criteria,
	use: <Name extends keyof Criteria>(clause: Clause<Criteria[Name]>, value: Criteria[Name], name: Name) => Made
): Made[] {
	const one = <Name extends keyof Criteria>(name: Name, value: Criteria[Name]) => use(CLAUSES[name], value, name);
	return CLAUSE_NAMES.map((name) => one(name, criteria[name]));
}

/** A leaf, and the clause that it is of. */
export type ClauseLeaf = Leaf & { clause: keyof Criteria };

/** What criteria ask of a mention: all of these leaves, so that a panel can leave its own out. */
export function leavesOf(criteria: Criteria): ClauseLeaf[] {
	const leaves = eachClause(criteria, ({ leaf }, value, clause) => {
		const asked = leaf(value, criteria);
		return asked && { clause, ...asked };
	});
	return leaves.filter((leaf) => leaf !== null);
}

/** Whether claims are chosen, not only features. */
export function filtersClaims(criteria: Criteria): boolean {
	return leavesOf(criteria).some(({ clause }) => CLAUSES[clause].chooses === 'claims');
}

/** A clause that asks for any of some ids, with the words for one and for several of them. */
function list(
	name: ListClause,
	[one, many]: readonly [string, string],
	{ api, inFileName }: { api: ApiClause | null; inFileName: boolean }
): Clause<readonly string[] | null> {
	const panel = FACETS.find((facet) => facet === name) ?? null;
	return {
		parameters: [name],
		// No form has boxes for what has no panel, and many a claim answers no question.
		parse: (reader) => reader.choice(name, name, { hasBoxes: panel !== null }),
		format: (ids) => [ids && (ids.length === 0 ? 'none' : ids.join(','))],
		api: api && { parameter: api, parse: (reader) => reader.ids(api, name) },
		words: (ids, titles) => {
			if (ids === null) return null;
			const named = ids.map((id) => titles[name].find((item) => item.id === id)?.title ?? id);
			return named.length === 0 ? `no ${one}` : `${named.length === 1 ? one : many} ${disjunction.format(named)}`;
		},
		fileName: (ids) => (inFileName && ids) || [],
		chooses: LISTED[name].of,
		panel,
		leaf: (ids) => ids && { op: 'in', attribute: name, ids }
	};
}

/** A clause on a clock. */
function days(clock: Clock, parameters: readonly [string, string], words: string): Clause<Interval> {
	return {
		...NOT_IN_API,
		parameters,
		parse: (reader) => reader.days(...parameters),
		format: ({ from, to }) => [from, to],
		words: ({ from, to }) => {
			if (from !== null && to !== null) return `${words} from ${from} to ${to}`;
			if (from !== null) return `${words} from ${from} on`;
			return to === null ? null : `${words} until ${to}`;
		},
		chooses: 'claims',
		panel: clock,
		leaf: (interval) => (isBounded(interval) ? { op: 'overlaps', attribute: clock, interval } : null)
	};
}

/** The spelling of a clause that is there or not. */
function flag(parameter: string, words: string): Omit<Clause<boolean>, 'chooses' | 'panel' | 'leaf'> {
	return {
		...NOT_IN_API,
		parameters: [parameter],
		parse: (reader) => reader.flag(parameter),
		format: (asked) => [asked ? '1' : null],
		words: (asked) => (asked ? words : null)
	};
}

function within(area: Area | null, { unlocated }: Criteria): Leaf | null {
	return area && { op: 'intersects', attribute: 'geometry', area, orUnlocated: unlocated };
}

const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });
