import type { Unquoted } from '$lib/domain/attribution';
import { type Criteria, EVERYTHING } from './criteria';
import { type Extent, wrongExtent } from '$lib/domain/extent';
import { ALWAYS, daysOf, type Interval } from '$lib/domain/interval';
import { wordsOf } from '$lib/domain/text';
import { unquotedWords } from '$lib/words/unquoted-words';

/** The ids that the lists of a query may name. */
export interface Vocabulary {
	layers: ReadonlySet<string>;
	topics: ReadonlySet<string>;
	sources: ReadonlySet<string>;
	agents: ReadonlySet<string>;
	groups: ReadonlySet<string>;
	/** Those whom no source quotes, by id: a link may ask for what they say. */
	unquoted: ReadonlyMap<string, Pick<Unquoted, 'name' | 'claims'>>;
	questions: ReadonlySet<string>;
	/** What the ids that older links have stand for now. */
	former: Readonly<Record<'agents' | 'questions', ReadonlyMap<string, readonly string[]>>>;
}

/** A parameter that could not be read, and what was made of it. */
export interface QueryProblem {
	parameter: string;
	value: string;
	detail: string;
}

/** The parameters of a query, in the order in which they are written. */
export const CRITERIA_PARAMETERS = [
	'layers',
	'topics',
	'sources',
	'agents',
	'groups',
	'questions',
	'from',
	'to',
	'happened-from',
	'happened-to',
	'undated',
	'known',
	'contested',
	'q',
	'bbox',
	'area'
] as const;

const LISTS = ['layers', 'topics', 'sources', 'agents', 'groups', 'questions'] as const;

/** The longest search text that is read. */
export const LONGEST_TEXT = 200;

/** The most corners that an area may have. */
export const MOST_CORNERS = 100;

/**
 * Criteria from a query string. Every list may be written with commas or by repeating the parameter; `none` is the empty
 * list. Values that cannot be read are left out and named in `problems`: a page shows them, an address for programs refuses.
 */
export function parseCriteria(
	query: URLSearchParams,
	vocabulary: Vocabulary
): { criteria: Criteria; problems: QueryProblem[] } {
	const problems: QueryProblem[] = [];
	const criteria: Criteria = { ...EVERYTHING };
	for (const name of LISTS) {
		const former = name === 'agents' || name === 'questions' ? vocabulary.former[name] : undefined;
		const unquoted = name === 'agents' || name === 'groups' ? vocabulary.unquoted : undefined;
		criteria[name] = parseList(name, query.getAll(name), vocabulary[name], problems, { former, unquoted });
	}
	criteria.said = parseInterval('from', 'to', query, problems);
	criteria.happened = parseInterval('happened-from', 'happened-to', query, problems);
	criteria.undated = parseSwitch('undated', query.get('undated'), problems);
	criteria.known = parseDay('known', query.get('known'), problems)?.last ?? null;
	criteria.contested = parseSwitch('contested', query.get('contested'), problems);
	criteria.text = parseText(query.get('q'), problems);
	criteria.bbox = parseBbox(query.get('bbox'), problems);
	criteria.area = parseArea(query.get('area'), problems);
	return { criteria, problems };
}

/** The query string of criteria: only clauses that are there, in a fixed order, so that equal criteria give equal text. */
export function formatCriteria(criteria: Criteria): URLSearchParams {
	const query = new URLSearchParams();
	for (const name of LISTS) {
		const list = criteria[name];
		if (list) query.set(name, list.length === 0 ? 'none' : list.join(','));
	}
	const { said, happened, known } = criteria;
	if (said.from !== null) query.set('from', said.from);
	if (said.to !== null) query.set('to', said.to);
	if (happened.from !== null) query.set('happened-from', happened.from);
	if (happened.to !== null) query.set('happened-to', happened.to);
	if (criteria.undated) query.set('undated', '1');
	if (known !== null) query.set('known', known);
	if (criteria.contested) query.set('contested', '1');
	if (criteria.text !== '') query.set('q', criteria.text);
	if (criteria.bbox) query.set('bbox', criteria.bbox.join(','));
	if (criteria.area) query.set('area', criteria.area.flat().join(','));
	return query;
}

function parseList(
	parameter: string,
	values: readonly string[],
	known: ReadonlySet<string>,
	problems: QueryProblem[],
	{
		former,
		unquoted
	}: { former?: ReadonlyMap<string, readonly string[]> | undefined; unquoted?: Vocabulary['unquoted'] | undefined }
): readonly string[] | null {
	const asked = values.flatMap((value) => value.split(',')).filter((id) => id !== '');
	const ids = [...new Set(asked.flatMap((id) => former?.get(id) ?? id))];
	if (ids.length === 0) return null;
	if (ids.length === 1 && ids[0] === 'none') return [];
	for (const id of ids.filter((candidate) => !known.has(candidate))) {
		const silent = unquoted?.get(id);
		const why = silent
			? ` ${silent.name} is ${unquotedWords(silent.claims.length)}: a search for the name finds what is said of them.`
			: '';
		problems.push({ parameter, value: id, detail: `${parameter} has no “${clip(id)}”.${why}` });
	}
	// In the order of the data, so that the same choice is always the same address.
	const found = [...known].filter((id) => ids.includes(id));
	// A form with every box ticked asks for everything, which is no clause. No form has boxes for questions, and many a claim
	// answers none.
	const asksForAll = parameter !== 'questions' && found.length === known.size;
	return found.length === 0 || asksForAll ? null : found;
}

/** An interval from two parameters; one that ends before it begins is no clause. */
function parseInterval(first: string, last: string, query: URLSearchParams, problems: QueryProblem[]): Interval {
	const from = parseDay(first, query.get(first), problems)?.first ?? null;
	const to = parseDay(last, query.get(last), problems)?.last ?? null;
	if (from === null || to === null || from <= to) return { from, to };
	problems.push({ parameter: first, value: from, detail: `${first} (${from}) is later than ${last} (${to}).` });
	return ALWAYS;
}

function parseSwitch(parameter: string, value: string | null, problems: QueryProblem[]): boolean {
	if (value === null || value === '' || value === '0') return false;
	if (value === '1') return true;
	problems.push({ parameter, value: clip(value), detail: `${parameter} must be 1 or 0, not “${clip(value)}”.` });
	return false;
}

/**
 * The days of a bound: a date of EDTF level 0 (ISO 8601-2), of which `from` takes the first day, `to` and `known` the last.
 * What is uncertain or an interval bounds nothing; the sentence says what to write for it.
 */
function parseDay(parameter: string, value: string | null, problems: QueryProblem[]): ReturnType<typeof daysOf> {
	const text = value?.trim() ?? '';
	if (text === '') return null;
	const days = daysOf(text);
	if (!days) {
		const detail = `${parameter} must be a year, a month or a day, such as 2024, 2024-12 or 2024-12-08, not “${clip(text)}”.`;
		problems.push({ parameter, value: clip(text), detail: detail + boundRemedy(text) });
	}
	return days;
}

/** What to write for a date that says more than a bound can; empty for what looks like no date. */
function boundRemedy(text: string): string {
	if (!/^\W{0,3}[\dX]{2}/.test(text)) return '';
	if (/\/|\.\./.test(text))
		return ' For an interval, give its first and its last date in a parameter each: from and to.';
	if (/[~?%X]/.test(text)) return ' A bound is certain: leave out “~”, “?” and “%”, and what “X” leaves open.';
	return '';
}

function parseText(value: string | null, problems: QueryProblem[]): string {
	const text = (value ?? '').trim();
	const wrong = wrongText(text);
	if (wrong === null) return text;
	problems.push({ parameter: 'q', value: clip(text), detail: wrong });
	return '';
}

/** Why a text cannot be looked for, in a sentence; null where it can, or is empty. */
export function wrongText(text: string): string | null {
	if (text.length > LONGEST_TEXT) return `q may have at most ${LONGEST_TEXT} characters.`;
	if (text !== '' && wordsOf(text).length === 0) return 'q must have a letter or a digit: only words are looked for.';
	return null;
}

function parseBbox(value: string | null, problems: QueryProblem[]): Extent | null {
	if (value === null || value === '') return null;
	const numbers = numbersIn(value);
	const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
	const extent: Extent = [west, south, east, north];
	const isWhole = numbers.length === 4 && numbers.every(Number.isFinite);
	const wrong = isWhole ? wrongExtent(extent) : 'it is not four numbers';
	if (wrong === null) return extent;
	const detail = `bbox must be west,south,east,north in degrees, not “${clip(value)}”: ${wrong}.`;
	problems.push({ parameter: 'bbox', value: clip(value), detail });
	return null;
}

/** The outer ring of a polygon, its corners one after the other. */
function parseArea(value: string | null, problems: QueryProblem[]): Criteria['area'] {
	if (value === null || value === '') return null;
	const numbers = numbersIn(value);
	const corners = numbers.flatMap((lng, at) => (at % 2 === 0 ? [[lng, numbers[at + 1] ?? NaN]] : []));
	const inRange = corners.every(([lng = NaN, lat = NaN]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90);
	if (inRange && corners.length >= 3 && corners.length <= MOST_CORNERS) return corners;
	problems.push({
		parameter: 'area',
		value: clip(value),
		detail: `area must be the corners of a polygon, 3 to ${MOST_CORNERS}, as longitude,latitude,longitude,latitude,… in degrees, not “${clip(value)}”.`
	});
	return null;
}

function numbersIn(value: string): number[] {
	return value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
}

function clip(value: string): string {
	return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
