import { describe, expect, test } from 'vitest';
import type { Dataset } from '$lib/domain/dataset';
import { EVERYTHING } from '$lib/filter/criteria';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { parseCql2Text } from '$lib/filter/cql2-text';
import { filterBy } from '$lib/engine/filter-columns';
import { claimQueryables, featureQueryables } from '$lib/engine/queryables';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { claimWith, datasetWith, featureWith, generateDataset, stated } from '../fixtures/dataset';

// Of the small dataset: harbour is a point at 35.87, 34.91 with two claims, contested; north an area of 36 to 38 by 36 to 37
// with one; hotel has no geometry and one claim; island is a point like the harbour, without claims.
const ALL = ['harbour', 'north', 'hotel', 'island'];

describe('features that a filter finds', () => {
	test.each<[string, string[]]>([
		['TRUE', ALL],
		['FALSE', []],
		["name = 'Harbour'", ['harbour']],
		["name <> 'Harbour'", ['north', 'hotel', 'island']],
		["name < 'I'", ['harbour', 'hotel']],
		["'Harbour' = name", ['harbour']],
		["id IN ('north', 'hotel', 'nowhere')", ['north', 'hotel']],
		["id NOT IN ('north', 'hotel')", ['harbour', 'island']],
		["'inland' IN (id, layer, 'x')", ['north', 'hotel']],
		['name <> id AND last_said = first_said', ['harbour', 'north']],
		['claims = 2', ['harbour']],
		['claims >= 1', ['harbour', 'north', 'hotel']],
		['claims BETWEEN 1 AND 1', ['north', 'hotel']],
		['claims NOT BETWEEN 1 AND 1', ['harbour', 'island']],
		['contested', ['harbour']],
		['NOT contested', ['north', 'hotel', 'island']],
		['contested = FALSE', ['north', 'hotel', 'island']],
		['contested > FALSE', ['harbour']],
		["name LIKE '%o%'", ['harbour', 'north', 'hotel']],
		["name NOT LIKE '%o%'", ['island']],
		["CASEI(name) LIKE CASEI('hA%')", ['harbour']],
		["layer = 'inland' AND (claims = 1 OR contested)", ['north', 'hotel']],
		["layer = 'inland' AND NOT (claims = 1 OR contested)", []]
	])('%s', async (text, expected) => {
		expect(await found(text)).toEqual(expected);
	});
});

describe('what is not known is neither true nor false', () => {
	test.each<[string, string[]]>([
		["country = 'SY'", ['harbour']],
		["country <> 'SY'", []],
		["NOT country = 'SY'", []],
		["NOT (country = 'SY' AND claims > 100)", ALL],
		["country = 'SY' OR claims = 1", ['harbour', 'north', 'hotel']],
		["country NOT LIKE 'S%'", []],
		["country NOT IN ('XX')", ['harbour']],
		['country IS NULL', ['north', 'hotel', 'island']],
		['country IS NOT NULL', ['harbour']],
		['geometry IS NULL', ['hotel']],
		['said IS NULL', ['island']],
		['topics IS NULL', []],
		['uncertainty_metres < 100', ['harbour', 'island']],
		['NOT uncertainty_metres < 100', ['north']],
		['NOT S_INTERSECTS(geometry, POINT(0 0))', ['harbour', 'north', 'island']],
		["NOT T_INTERSECTS(concerns, DATE('1900-01-01'))", ['harbour', 'north']],
		["T_AFTER(INTERVAL(first_said, '..'), DATE('1900-01-01'))", ['harbour', 'north', 'hotel']]
	])('%s', async (text, expected) => {
		expect(await found(text)).toEqual(expected);
	});
});

describe('a list satisfies what any of its members does', () => {
	test.each<[string, string[]]>([
		["topics = 'talks'", ['harbour', 'north', 'hotel']],
		["topics <> 'talks'", ['island']],
		["topics <> 'ships'", ['hotel', 'island']],
		["topics LIKE 'sh%'", ['harbour', 'north']],
		["topics IN ('ships', 'unused')", ['harbour', 'north']],
		["A_CONTAINS(topics, ('ships', 'talks'))", ['harbour', 'north']],
		["A_EQUALS(topics, ('talks'))", ['hotel']],
		["A_CONTAINEDBY(topics, ('talks'))", ['hotel', 'island']],
		["A_OVERLAPS(topics, ('ships', 'unused'))", ['harbour', 'north']],
		// A list may be empty, and of several types (OGC 21-065r2, section 7.8 and annex B).
		['A_CONTAINS(topics, ())', ['harbour', 'north', 'hotel', 'island']],
		['A_CONTAINEDBY(topics, ())', ['island']],
		['A_EQUALS(topics, ())', ['island']],
		['A_OVERLAPS(topics, ())', []],
		["A_CONTAINS(topics, ('ships', 3))", []],
		["A_OVERLAPS(topics, (3, 'ships', TRUE, DATE('2024-12-08'), POINT(1 2), ('talks')))", ['harbour', 'north']],
		["A_CONTAINEDBY(topics, ('talks', 3, INTERVAL('2024-12-08', '..')))", ['hotel', 'island']],
		["A_EQUALS(topics, ('talks', 'talks'))", ['hotel']],
		["A_CONTAINS(('port', 3), (kind))", ['harbour']],
		["A_CONTAINS((layer, country), ('coast'))", ['harbour']],
		["A_EQUALS((('b', 1), 'a'), ('a', (1, 'b')))", ['harbour', 'north', 'hotel', 'island']],
		["A_EQUALS(('2024-12-08'), (DATE('2024-12-08')))", []]
	])('%s', async (text, expected) => {
		expect(await found(text)).toEqual(expected);
	});
});

describe('where', () => {
	test.each<[string, string[]]>([
		['BBOX(35, 34, 37, 36.5)', ['harbour', 'north', 'island']],
		['BBOX(35.87, 34.91, 35.87, 34.91)', ['harbour', 'island']],
		['BBOX(-10, 34, -20, 36.5)', ['harbour', 'north', 'island']],
		['BBOX(40, 34, -20, 36.5)', []],
		['POINT(37 36.5)', ['north']],
		['POINT(36 36)', ['north']],
		['MULTIPOINT(1 1, 35.87 34.91)', ['harbour', 'island']],
		['LINESTRING(35 36.5, 40 36.5)', ['north']],
		['POLYGON((36.4 36.4, 36.6 36.4, 36.6 36.6, 36.4 36.6, 36.4 36.4))', ['north']],
		['POLYGON((30 30, 40 30, 40 40, 30 40, 30 30), (35 35, 39 35, 39 39, 35 39, 35 35))', ['harbour', 'island']],
		['GEOMETRYCOLLECTION(POINT(37 36.5), POINT(35.87 34.91))', ['harbour', 'north', 'island']]
	])('%s', async (literal, expected) => {
		expect(await found(`S_INTERSECTS(geometry, ${literal})`)).toEqual(expected);
		expect(await found(`S_INTERSECTS(${literal}, geometry)`)).toEqual(expected);
	});

	test('two literals meet or do not, whatever the feature', async () => {
		expect(await found('S_INTERSECTS(BBOX(0, 0, 2, 2), POINT(1 1))')).toEqual(ALL);
		expect(await found('S_INTERSECTS(BBOX(0, 0, 2, 2), POINT(3 1))')).toEqual([]);
		expect(await found('S_INTERSECTS(geometry, geometry)')).toEqual(['harbour', 'north', 'island']);
	});

	test.each([
		['S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))', [1, 2, 3, 4]],
		["contested AND S_INTERSECTS(LINESTRING(1 2, 3 4), geometry) AND name = 'x'", [1, 2, 3, 4]],
		['S_INTERSECTS(geometry, BBOX(0, 0, 9, 9)) AND S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))', [1, 2, 3, 4]],
		['S_INTERSECTS(geometry, BBOX(170, 0, -170, 9))', [170, 0, -170, 9]],
		['S_INTERSECTS(geometry, BBOX(1, 2, 3, 4)) OR contested', null],
		['NOT S_INTERSECTS(geometry, BBOX(1, 2, 3, 4))', null],
		['S_INTERSECTS(POINT(0 0), POINT(0 0))', null]
	])('nothing outside of the extent can satisfy %s', (text, expected) => {
		expect(filterBy(filterOf(text), featureQueryables(datasetWith())).extent).toEqual(expected);
	});
});

describe('when', () => {
	const DAYS = [
		['year', '2024'],
		['december', '2024-12'],
		['day', '2024-12-09'],
		['spring', '2025-03']
	] as const;
	const dataset = datasetWith({
		features: DAYS.map(([id]) => featureWith({ id })),
		claims: DAYS.map(([id, said]) => claimWith({ id: `c-${id}`, about: [id], said: stated(said) }))
	});

	test.each<[string, string[]]>([
		["T_INTERSECTS(said, INTERVAL('2024-12-09', '2024-12-31'))", ['year', 'december', 'day']],
		["T_INTERSECTS(said, DATE('2024-12-09'))", ['year', 'december', 'day']],
		["T_INTERSECTS(said, TIMESTAMP('2024-12-09T23:59:59Z'))", ['year', 'december', 'day']],
		["T_INTERSECTS(said, INTERVAL('2025-01-01', '..'))", ['spring']],
		["T_INTERSECTS(INTERVAL(first_said, last_said), INTERVAL('..', '2024-11-30'))", ['year']],
		["T_INTERSECTS(first_said, DATE('2024-12-09'))", ['day']],
		["T_AFTER(said, DATE('2024-12-08'))", ['day', 'spring']],
		["T_BEFORE(said, DATE('2025-01-01'))", ['year', 'december', 'day']],
		["T_DISJOINT(said, DATE('2024-12-09'))", ['spring']],
		["T_DURING(said, INTERVAL('2024-11-30', '2025-01-01'))", ['december', 'day']],
		["T_CONTAINS(said, INTERVAL('2024-02-01', '2024-02-10'))", ['year']],
		["T_EQUALS(said, INTERVAL('2024-12-01', '2024-12-31'))", ['december']],
		["T_STARTS(said, INTERVAL('2024-12-01', '..'))", ['december']],
		["T_STARTEDBY(said, DATE('2024-12-01'))", ['december']],
		["T_FINISHES(said, INTERVAL('..', '2024-12-31'))", ['year', 'december']],
		["T_FINISHEDBY(said, DATE('2024-12-31'))", ['year', 'december']],
		["T_MEETS(said, INTERVAL('2024-12-31', '2025-03-01'))", ['year', 'december']],
		["T_METBY(said, INTERVAL('2024-01-01', '2024-12-01'))", ['december']],
		["T_OVERLAPS(said, INTERVAL('2024-12-15', '2025-03-15'))", ['year', 'december']],
		["T_OVERLAPPEDBY(said, INTERVAL('2024-12-15', '2025-03-15'))", ['spring']],
		["first_said >= DATE('2024-12-09')", ['day', 'spring']],
		["first_said = TIMESTAMP('2024-12-09T12:00:00Z')", ['day']],
		["last_said BETWEEN DATE('2024-12-09') AND DATE('2024-12-31')", ['year', 'december', 'day']],
		['first_said = last_said', ['day']]
	])('%s', async (text, expected) => {
		expect(await found(text, dataset)).toEqual(expected);
	});
});

describe('case and accents', () => {
	const names = ['Ḥimṣ', 'Hims', 'STRASSE', 'Straße', 'ΟΔΟΣ', 'οδος', 'أحمد'];
	const dataset = datasetWith({ features: names.map((name) => featureWith({ id: name, name })), claims: [] });

	test.each<[string, string[]]>([
		["CASEI(name) = CASEI('ḥimṣ')", ['Ḥimṣ']],
		["ACCENTI(name) = ACCENTI('Hîms')", ['Ḥimṣ', 'Hims']],
		["ACCENTI(CASEI(name)) = 'hims'", ['Ḥimṣ', 'Hims']],
		["CASEI(name) = CASEI('strasse')", ['STRASSE', 'Straße']],
		["CASEI(name) IN (CASEI('Οδος'), CASEI('HIMS'))", ['Hims', 'ΟΔΟΣ', 'οδος']],
		["ACCENTI(name) LIKE 'احم_'", ['أحمد']]
	])('%s', async (text, expected) => {
		expect(await found(text, dataset)).toEqual(expected);
	});
});

describe('claims that a filter finds', () => {
	test.each<[string, string[]]>([
		["feature_id = 'north'", ['c-2.north']],
		["id = 'c-2.harbour'", ['c-2.harbour']],
		["modality = 'report' OR topics = 'ships'", ['c-1.harbour', 'c-2.harbour', 'c-2.north', 'c-3.hotel']],
		["T_INTERSECTS(concerns, INTERVAL('2018-06-01', '..'))", ['c-2.harbour', 'c-2.north']],
		["said_from > DATE('2025-01-01') AND said_basis = 'inferred'", ['c-3.hotel']],
		['S_INTERSECTS(geometry, POINT(37 36.5))', ['c-2.north']]
	])('%s', async (text, expected) => {
		const dataset = datasetWith();
		const { test: matches } = filterBy(filterOf(text), claimQueryables(dataset));
		const rows = (await featuresOf(dataset)).flatMap(({ feature, claims }) =>
			claims.map((claim) => ({ feature, claim }))
		);
		const ids = rows.filter((row) => matches?.(row)).map(({ feature, claim }) => `${claim.id}.${feature.id}`);
		expect(ids.sort()).toEqual(expected);
	});
});

describe('what cannot be asked is a problem, not an empty answer', () => {
	test.each([
		['nmae = 1', 'filter, character 1: there is no property “nmae”; there are id, layer, name, kind'],
		['"__proto__" = 1', 'there is no property “__proto__”'],
		['constructor IS NULL', 'there is no property “constructor”'],
		["claims = '3'", 'filter, character 10: “claims” (a number) cannot be compared with a text.'],
		['name = 3', 'filter, character 8: “name” (a text) cannot be compared with a number.'],
		["first_said > '2024-12-08'", "cannot be compared with a text; a day is written DATE('2024-12-08')."],
		["claims BETWEEN 1 AND 'x'", 'filter, character 22'],
		["claims IN (1, 'x')", 'filter, character 15'],
		["claims LIKE '3%'", 'LIKE is asked of a text; “claims” (a number) is none.'],
		['name LIKE layer', 'the pattern of LIKE should be a literal text'],
		['name', '“name” (a text) is not true or false'],
		['CASEI(claims) = 3', '“claims” (a number) has no case and no accents'],
		["said = DATE('2024-12-08')", '“said” (an interval) stands here; an interval is asked for by T_INTERSECTS.'],
		["geometry = 'x'", '“geometry” (a geometry) stands here; a geometry is asked for by S_INTERSECTS.'],
		['S_INTERSECTS(name, POINT(1 2))', 'S_INTERSECTS is asked of geometries; “name” (a text) is none.'],
		["T_AFTER(name, DATE('2024-12-08'))", 'a date or an interval should stand here; “name” (a text) is neither.'],
		["T_AFTER(said, INTERVAL(name, '..'))", 'an interval is bounded by dates; “name” (a text) is none.'],
		["INTERVAL(nmae, '..') = 3", 'there is no property “nmae”'],
		["CASEI(INTERVAL(nmae, '..')) = 'x'", 'there is no property “nmae”'],
		["S_INTERSECTS(INTERVAL(nmae, '..'), POINT(1 2))", 'there is no property “nmae”'],
		["A_EQUALS(name, ('x'))", 'a list should stand here; “name” (a text) is none.'],
		['A_OVERLAPS(topics, (nmae))', 'there is no property “nmae”'],
		["topics = ('x')", 'a list stands here']
	])('%s', (text, expected) => {
		expect(problemsOf(text)).toEqual([expect.stringContaining(expected)]);
	});

	test('all that is wrong is told', () => {
		expect(problemsOf("x = 1 AND (claims = '3' OR y IN (1, 2)) AND NOT name")).toHaveLength(4);
	});
});

describe('an id of an earlier version is found, and adds no member to a list', () => {
	const { agents, questions, ...rest } = datasetWith();
	const [captain, ...others] = agents;
	const [leaving, ...more] = questions;
	const renamed: Dataset = {
		...rest,
		agents: [{ ...captain!, formerly: ['skipper'] }, ...others],
		questions: [{ ...leaving!, formerly: ['going', 'staying'] }, ...more]
	};

	test.each<[old: string, now: string]>([
		["agents = 'skipper'", "agents = 'captain'"],
		["agents <> 'skipper'", "agents <> 'captain'"],
		["agents IN ('skipper', 'paper')", "agents IN ('captain', 'paper')"],
		["agents LIKE 'skip%'", "agents LIKE 'capt%'"],
		["CASEI(agents) = CASEI('SKIPPER')", "agents = 'captain'"],
		["A_EQUALS(agents, ('skipper', 'agency'))", "A_EQUALS(agents, ('captain', 'agency'))"],
		["A_EQUALS(agents, ('skipper', 'captain', 'agency'))", "A_EQUALS(agents, ('captain', 'agency'))"],
		["A_CONTAINS(agents, ('skipper'))", "A_CONTAINS(agents, ('captain'))"],
		["A_CONTAINEDBY(agents, ('skipper', 'agency'))", "A_CONTAINEDBY(agents, ('captain', 'agency'))"],
		["A_OVERLAPS(('skipper'), agents)", "A_OVERLAPS(('captain'), agents)"],
		["A_EQUALS(questions, ('going'))", "A_EQUALS(questions, ('leaving'))"],
		["questions = 'staying'", "questions = 'leaving'"]
	])('%s is %s', async (old, now) => {
		const before = await found(now, datasetWith());
		expect(before).not.toEqual([]);
		expect(await found(now, renamed)).toEqual(before);
		expect(await found(old, renamed)).toEqual(before);
	});
});

test('a polygon of three hundred corners and a pattern are asked of twenty thousand features in little time', () => {
	const dataset = generateDataset({ features: 20_000, claims: 0, seed: 4 });
	const corner = (n: number) =>
		`${(29 + 9 * Math.sin(n / 47.7)).toFixed(2)} ${(35 + 6 * Math.cos(n / 47.7)).toFixed(2)}`;
	const ring = Array.from({ length: 300 }, (_, n) => corner(n));
	const text = `S_INTERSECTS(geometry, POLYGON((${[...ring, ring[0]].join()}))) AND CASEI(name) LIKE '%h%a%r%'`;
	const { test: matches } = filterBy(filterOf(text), featureQueryables(dataset));
	const rows = dataset.features.map((feature) => ({ feature, claims: [] }));
	const start = performance.now();
	expect(rows.filter((row) => matches?.(row)).length).toBeGreaterThan(100);
	expect(performance.now() - start).toBeLessThan(2000);
});

async function found(text: string, dataset = datasetWith()): Promise<string[]> {
	const { test: matches, problems } = filterBy(filterOf(text), featureQueryables(dataset));
	expect(problems).toBeUndefined();
	return (await featuresOf(dataset)).filter((match) => matches?.(match)).map(({ feature }) => feature.id);
}

/** Every feature with its claims, those without any too. */
async function featuresOf(dataset: Dataset): Promise<FeatureWithClaims[]> {
	const found = new Map(
		dataset.features.map((feature): [string, FeatureWithClaims] => [feature.id, { feature, claims: [] }])
	);
	for await (const match of new EmbeddedStore(dataset).find(EVERYTHING)) found.set(match.feature.id, match);
	return [...found.values()];
}

function problemsOf(text: string): string[] {
	return (filterBy(filterOf(text), featureQueryables(datasetWith())).problems ?? []).map(({ detail }) => detail);
}

function filterOf(text: string) {
	const { filter, problems } = parseCql2Text(text);
	expect(problems).toBeUndefined();
	return filter!;
}
