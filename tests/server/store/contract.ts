import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { intersecting } from '$lib/geometry/intersects';
import { unquotedByClaim } from '$lib/domain/attribution';
import { filtersClaims, leavesOf } from '$lib/filter/clauses';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { type Row, testOf } from '$lib/filter/leaf';
import { byList, LISTED } from '$lib/filter/vocabulary';
import type { Claim } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import type { PlacedFeature } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { ALWAYS } from '$lib/domain/interval';
import type { AnswerRelation, Relation } from '$lib/domain/question';
import type { Extent } from '$lib/domain/extent';
import { wordsOf } from '$lib/domain/text';
import { parseCql2Text } from '$lib/filter/cql2-text';
import type { Facet } from '$lib/filter/clauses';
import { ITEM_END, type ItemKind, type PageQuery, type Store } from '$lib/server/store/store';
import { datasetWith, featureWith, generateDataset, stated } from '../../fixtures/dataset';
import { type Lookup, matches } from '../../fixtures/oracle';
import { pick, randomOf } from '../../fixtures/random';

/**
 * What every store does, whatever it keeps its data in: it answers as `matches` says, only faster. `open` gives a store of
 * a dataset.
 */
export function storeContract(open: (dataset: Dataset) => Promise<Store>): void {
	describe('on a small dataset', () => {
		const dataset = datasetWith();

		test('without criteria everything is found, a feature without claims too', async () => {
			const found = await listOf((await open(dataset)).find(EVERYTHING));
			expect(found.map(({ feature, claims }) => [feature.id, claims.map((claim) => claim.id)])).toEqual([
				['harbour', ['c-1', 'c-2']],
				['north', ['c-2']],
				['hotel', ['c-3']],
				['island', []]
			]);
		});

		test('a context feature is left out as soon as claims are asked for', async () => {
			const found = await listOf((await open(dataset)).find({ ...EVERYTHING, topics: ['ships'] }));
			expect(found.map(({ feature }) => feature.id)).toEqual(['harbour', 'north']);
		});

		test('a name matches about its own feature and not about others of the same claim', async () => {
			const found = await listOf((await open(dataset)).find({ ...EVERYTHING, text: 'المرفأ' }));
			expect(found.map(({ feature, claims }) => [feature.id, claims.length])).toEqual([['harbour', 2]]);
		});

		test('a claim is found by whom it speaks of, and by no one who only may have said it', async () => {
			const store = await open(dataset);
			const ids = async (text: string) =>
				(await listOf(store.find({ ...EVERYTHING, text }))).flatMap(({ claims }) => claims.map(({ id }) => id));
			expect(await ids('lund')).toEqual(['c-1', 'c-3']);
			expect(await ids('оле')).toEqual(['c-1', 'c-3']);
			expect(await ids('journal')).toEqual([]);
			expect(await ids('keepers')).toEqual([]);
		});

		test('who only may have passed on a claim is asked for in vain, and can be chosen nowhere', async () => {
			const store = await open(dataset);
			const count = async (criteria: Partial<Criteria>) => (await store.count({ ...EVERYTHING, ...criteria })).claims;
			expect(await count({ agents: ['journal'] })).toBe(0);
			expect(await count({ agents: ['keepers'] })).toBe(0);
			const { facets } = await store.view(EVERYTHING, null);
			expect(facets.agents.map(({ id }) => id)).toEqual(['captain', 'agency', 'paper']);
			expect([...store.vocabulary.agents]).toEqual(['captain', 'agency', 'paper']);
		});

		test('a claim about two features is counted once', async () => {
			const counts = await (await open(dataset)).count(EVERYTHING);
			expect(counts).toEqual({ features: 4, claims: 3, unplaced: 1 });
		});

		test('an empty list asks for nothing', async () => {
			const counts = await (await open(dataset)).count({ ...EVERYTHING, layers: [] });
			expect(counts).toEqual({ features: 0, claims: 0, unplaced: 0 });
		});

		test('an unknown id is no feature, no claim, and has no claims', async () => {
			const store = await open(dataset);
			expect(await store.feature('__proto__')).toBeNull();
			expect(await store.claim('constructor')).toBeNull();
			expect(await store.claimsOf({ source: 'nobody' })).toEqual([]);
			expect(await store.claimsOf({ feature: 'nowhere' })).toEqual([]);
			expect(await store.claimCount({ source: 'nobody' })).toBe(0);
		});

		test('claims are given by source, by question, by feature and by id', async () => {
			const store = await open(dataset);
			const ids = (claims: readonly Claim[]) => claims.map((claim) => claim.id);
			expect(ids(await store.claimsOf({ source: 'wire' }))).toEqual(['c-1', 'c-2']);
			expect(ids(await store.claimsOf({ question: 'leaving' }))).toEqual(['c-1', 'c-2']);
			expect(ids(await store.claimsOf({ feature: 'north' }))).toEqual(['c-2']);
			expect(await store.claim('c-3')).toEqual(dataset.claims[2]);
		});

		test('claims are counted by source, by question and by feature', async () => {
			const store = await open(dataset);
			expect(await store.claimCount({ source: 'wire' })).toBe(2);
			expect(await store.claimCount({ question: 'leaving' })).toBe(2);
			expect(await store.claimCount({ feature: 'north' })).toBe(1);
		});

		test('features are counted by how they are drawn', async () => {
			const drawn = await (await open(dataset)).drawn();
			expect(drawn['not-drawn']).toBe((await (await open(dataset)).count(EVERYTHING)).unplaced);
			expect(Object.values(drawn).reduce((sum, count) => sum + count)).toBe(dataset.features.length);
			expect(await (await open(datasetWith({ features: [], claims: [] }))).drawn()).toEqual({
				shape: 0,
				'somewhere-within': 0,
				seat: 0,
				'not-drawn': 0
			});
			expect(drawn['somewhere-within']).toBe(
				dataset.features.filter((one) => one.geometry && one.georeference.extent === 'somewhere-within').length
			);
		});

		test('outlines are the wide areas that are drawn as they are', async () => {
			const at = (id: string, acrossMetres: number, coordinates: Position[][]) => {
				return { ...featureWith({ id, geometry: { type: 'Polygon', coordinates } }), acrossMetres };
			};
			const land = at('land', 300_000, SQUARE);
			const { georeference } = land;
			const features = [
				land,
				{ ...land, id: 'islands', geometry: { type: 'MultiPolygon' as const, coordinates: [SQUARE] } },
				at('town', 299_999, SQUARE),
				{ ...land, id: 'within', georeference: { ...georeference, extent: 'somewhere-within' as const } },
				{ ...land, id: 'river', geometry: { type: 'LineString' as const, coordinates: SQUARE[0]! } },
				{ ...land, id: 'nowhere', geometry: null, extent: null, anchor: null }
			];
			const store = await open({ ...dataset, features, claims: [] });
			expect((await store.outlines()).map(({ id }) => id)).toEqual(['land', 'islands']);
		});

		test('a cited claim names all that it refers to', async () => {
			const store = await open(dataset);
			const [cited] = await store.cite(await store.claimsOf({ feature: 'north' }));
			expect(cited?.chain.map((link) => `${link.name} ${link.as}`)).toEqual(['Anna Öz said', 'The Agency reported']);
			expect(cited?.about).toEqual([
				{ id: 'harbour', title: 'Harbour', number: 2 },
				{
					id: 'north',
					title: 'Parts of the north',
					number: 1,
					tie: { words: 'up there', paragraph: 1, remark: 'It may be the coast.' }
				}
			]);
			expect(cited?.positions).toEqual([
				{ question: { id: 'leaving', title: 'Are they leaving?' }, answer: { id: 'no', title: 'No' } }
			]);
		});

		test('a view opens the selected feature and says where its sources differ', async () => {
			const { selection } = await (await open(dataset)).view(EVERYTHING, 'harbour');
			expect(selection?.notes.map(({ id }) => id)).toEqual(['c-1', 'c-2']);
			expect(selection?.differences.map(({ sides }) => sides.map(({ claims }) => claims))).toEqual([
				[['c-1'], ['c-2']]
			]);
		});

		test('the latest claim of all is known', async () => {
			expect((await open(dataset)).latest?.edtf).toBe('2025-02~');
			expect((await open(datasetWith({ claims: [] }))).latest).toBeNull();
		});

		test('a view has no more rows than asked for, and the totals of all', async () => {
			const { rows, totals } = await (await open(dataset)).view(EVERYTHING, null, 1);
			expect(rows.map(({ id, claimCount }) => [id, claimCount])).toEqual([['harbour', 2]]);
			expect(totals.features).toBe(4);
		});

		test('the snapshot is the dataset', async () => {
			const bytes = await (await open(dataset)).snapshot();
			expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(dataset);
		});

		test('the catalogue is the dataset without features and claims', async () => {
			const { features, claims, ...catalogue } = dataset;
			const store = await open(dataset);
			expect(store.catalogue).toEqual(catalogue);
			expect([...store.vocabulary.features]).toEqual(features.map(({ id }) => id));
			expect(claims).toHaveLength(3);
		});
	});

	describe.each([1, 2, 3])('on generated dataset %i, for random criteria', (seed) => {
		const dataset = generateDataset({ features: 60, claims: 240, seed });
		const lookup = lookupIn(dataset);
		const asked = someCriteria(dataset, seed).map((criteria) => ({
			criteria,
			found: findByHand(dataset, criteria, lookup)
		}));

		test('finds exactly what matches, in the order of the dataset', async () => {
			const store = await open(dataset);
			for (const { criteria, found } of asked) {
				expect(summary(await listOf(store.find(criteria))), described(criteria)).toEqual(summary(found));
			}
		});

		test('is let through by the leaves of criteria, row by row, as far as no other claim counts', () => {
			const rowOf = rowsOf(dataset, lookup);
			for (const { criteria } of asked) {
				const alone = { ...criteria, contested: false };
				const passes = testOf(leavesOf(alone));
				for (const feature of dataset.features) {
					for (const claim of dataset.claims.filter(({ about }) => about.includes(feature.id))) {
						const expected = matches(alone, feature, claim, lookup);
						expect(passes(rowOf(feature, claim)), `${claim.id} ${described(alone)}`).toBe(expected);
					}
				}
			}
		});

		test('counts what it finds', async () => {
			const store = await open(dataset);
			for (const { criteria, found } of asked) {
				const claims = new Set(found.flatMap((match) => match.claims)).size;
				const unplaced = found.filter(({ feature }) => feature.geometry === null).length;
				const expected = { features: found.length, claims, unplaced };
				expect(await store.count(criteria), described(criteria)).toEqual(expected);
				expect((await store.view(criteria, null)).totals, described(criteria)).toMatchObject(expected);
			}
		});

		test.each<Facet>(['layers', 'topics', 'sources', 'agents', 'groups'])(
			'counts %s as choosing one alone would give',
			async (facet) => {
				const store = await open(dataset);
				for (const { criteria } of asked.slice(0, 12)) {
					const { facets } = await store.view(criteria, null);
					const counted = Object.fromEntries(facets[facet].map(({ id, count }) => [id, count]));
					for (const { id } of facets[facet].slice(0, 12)) {
						const found = findByHand(dataset, { ...criteria, [facet]: [id] }, lookup);
						const claims = new Set(found.flatMap((match) => match.claims)).size;
						expect(counted[id], `${facet} ${id} under ${described(criteria)}`).toBe(claims);
					}
				}
			}
		);

		test('the claim counts of a view are the numbers of claims found', async () => {
			const store = await open(dataset);
			for (const { criteria, found } of asked) {
				const { rows } = await store.view(criteria, null, Infinity);
				const claimCounts = rows.map(({ id, claimCount }) => [id, claimCount]);
				expect(claimCounts, described(criteria)).toEqual(
					found.map(({ feature, claims }) => [feature.id, claims.length])
				);
			}
		});
	});

	describe.each([1, 2])('contested features of generated dataset %i, where most claims take a position,', (seed) => {
		const random = randomOf(seed);
		const generated = generateDataset({ features: 30, claims: 240, seed });
		const takingPosition = generated.claims.map((claim): Claim => {
			// Half are said of one year, so that answers meet in time; some are about a time without beginning or end.
			const said = random() < 0.5 ? stated('2024') : claim.said;
			const open = { edtf: '', basis: 'stated', interval: random() < 0.5 ? AFTER : BEFORE } as const;
			// Some give two answers, now and then of one question, and then perhaps such as exclude each other.
			const positions = Array.from({ length: random() < 0.2 ? 2 : 1 }, () => {
				const question = generated.questions[Math.floor(generated.questions.length * random() ** 2)]!;
				return { question: question.id, answer: pick(question.answers, random).id };
			});
			return { ...claim, said, ...(random() < 0.1 && { concerns: open }), positions };
		});
		const relations = [
			...generated.relations.map((relation): AnswerRelation =>
				random() < 0.5 ? relation : { ...relation, answers: [relation.answers[1], relation.answers[0]] }
			),
			relationAcross('excludes', 'question-2 answer-0', 'question-0 answer-2'),
			relationAcross('tension', 'question-1 answer-1', 'question-3 answer-1')
		];
		const dataset = { ...generated, relations, claims: takingPosition };
		const lookup = lookupIn(dataset);
		const asked = someCriteria(dataset, seed)
			.slice(0, 24)
			.flatMap((criteria) => [
				{ ...EVERYTHING, contested: true, known: criteria.known },
				{ ...EVERYTHING, contested: true, agents: criteria.agents, groups: criteria.groups },
				{ ...EVERYTHING, contested: true, said: criteria.said, topics: criteria.topics },
				{ ...EVERYTHING, contested: true, text: criteria.text, layers: criteria.layers },
				{ ...criteria, contested: true }
			]);

		test('are those on which the claims that pass all other clauses contradict each other', async () => {
			const store = await open(dataset);
			const sizes = new Set<number>();
			for (const criteria of asked) {
				const found = findByHand(dataset, criteria, lookup);
				sizes.add(found.length);
				expect(summary(await listOf(store.find(criteria))), described(criteria)).toEqual(summary(found));
				const { rows } = await store.view(criteria, null, Infinity);
				expect(
					rows.every(({ contested }) => contested),
					described(criteria)
				).toBe(true);
				const all = await store.view({ ...criteria, contested: false }, null, Infinity);
				expect(
					all.rows.filter(({ contested }) => contested).map(({ id }) => id),
					described(criteria)
				).toEqual(rows.map(({ id }) => id));
				expect(all.contested, described(criteria)).toBe(rows.length);
			}
			expect(sizes.size).toBeGreaterThan(5);
		});

		test.each<Facet>(['layers', 'topics', 'sources', 'agents', 'groups'])(
			'are counted by %s as choosing one alone would give',
			async (facet) => {
				const store = await open(dataset);
				for (const criteria of asked.slice(0, 15)) {
					const { facets } = await store.view(criteria, null);
					for (const { id, count } of facets[facet].slice(0, 12)) {
						const found = findByHand(dataset, { ...criteria, [facet]: [id] }, lookup);
						const claims = new Set(found.flatMap((match) => match.claims)).size;
						expect(count, `${facet} ${id} under ${described(criteria)}`).toBe(claims);
					}
				}
			}
		);
	});

	describe.each([1, 2])('pages of generated dataset %i, for random criteria', (seed) => {
		const dataset = generateDataset({ features: 60, claims: 240, seed });
		const lookup = lookupIn(dataset);
		const asked = someCriteria(dataset, seed + 10);

		test.each<ItemKind>(['features', 'claims'])('have each of the %s that match once, in order', async (items) => {
			const store = await open(dataset);
			for (const criteria of asked) {
				const expected =
					items === 'features'
						? findByHand(dataset, criteria, lookup).map(({ feature }) => feature.id)
						: claimsByHand(dataset, criteria, lookup);
				const pages = await pagesOf(store, { items, criteria, filter: null, limit: 7, from: 0 });
				expect(
					pages.flatMap(({ ids }) => ids),
					described(criteria)
				).toEqual(expected);
				expect(new Set(pages.map(({ matched }) => matched)), described(criteria)).toEqual(new Set([expected.length]));
			}
		});

		test('lead back the way they came', async () => {
			const store = await open(dataset);
			const question: PageQuery = { items: 'claims', criteria: EVERYTHING, filter: null, limit: 50, from: 0 };
			const pages = await pagesOf(store, question);
			const backwards: (number | null)[] = [];
			for (const { next } of pages)
				if (next !== null) backwards.push((await store.page({ ...question, from: next })).previous);
			expect(backwards).toEqual([0, ...pages.slice(0, -2).map(({ next }) => next)]);
		});

		test('hold the claims that match, as finding does', async () => {
			const store = await open(dataset);
			for (const criteria of asked) {
				const page = await store.page({ items: 'features', criteria, filter: null, limit: 100, from: 0 });
				expect(summary([...page.matches()]), described(criteria)).toEqual(
					summary(findByHand(dataset, criteria, lookup))
				);
			}
		});

		test.each<[string, (feature: PlacedFeature, claims: number) => boolean]>([
			['claims > 4', (_, claims) => claims > 4],
			[
				`kind = 'area' AND NOT (layer IN ('layer-1', 'layer-2'))`,
				({ kind, layer }) => kind === 'area' && !['layer-1', 'layer-2'].includes(layer)
			],
			['S_INTERSECTS(geometry, BBOX(20, 30, 28, 36))', (feature) => intersecting([20, 30, 28, 36])(feature)],
			[
				'S_INTERSECTS(geometry, BBOX(30, 20, -170, 80)) AND claims < 3',
				(feature, claims) => intersecting([30, 20, -170, 80])(feature) && claims < 3
			],
			[
				'S_INTERSECTS(geometry, BBOX(20, 30, 28, 36)) OR geometry IS NULL',
				(feature) => intersecting([20, 30, 28, 36])(feature) || feature.geometry === null
			]
		])('%s lets through what it says', async (text, isIn) => {
			const store = await open(dataset);
			const read = parseCql2Text(text);
			if (!('filter' in read)) throw new Error(JSON.stringify(read.problems));
			for (const criteria of [EVERYTHING, { ...EVERYTHING, unlocated: true, bbox: [18, 30, 40, 40] as Extent }]) {
				const all = new Map(
					findByHand(dataset, EVERYTHING, lookup).map(({ feature, claims }) => [feature.id, claims.length])
				);
				const expected = findByHand(dataset, criteria, lookup).filter(({ feature }) =>
					isIn(feature, all.get(feature.id) ?? 0)
				);
				const pages = await pagesOf(store, { items: 'features', criteria, filter: read.filter, limit: 7, from: 0 });
				expect(pages.flatMap(({ ids }) => ids)).toEqual(expected.map(({ feature }) => feature.id));
			}
		});
	});

	describe('items', () => {
		const at = (id: string, longitude: number) =>
			featureWith({ id, context: true, geometry: { type: 'Point', coordinates: [longitude, 0] } });

		test('on both sides of the antimeridian are found by a box across it, and each once', async () => {
			const store = await open(
				datasetWith({ features: [at('fiji', 179), at('samoa', -172), at('harbour', 0)], claims: [] })
			);
			const found = async (bbox: Extent) => {
				const asked = {
					items: 'features',
					criteria: { ...EVERYTHING, bbox },
					filter: null,
					limit: 10,
					from: 0
				} as const;
				return (await pagesOf(store, asked)).flatMap(({ ids }) => ids);
			};
			expect(await found([170, -10, -170, 10])).toEqual(['fiji', 'samoa']);
			expect(await found([-10, -10, -20, 10])).toEqual(['fiji', 'samoa', 'harbour']);
			expect(await found([-170, -10, 170, 10])).toEqual(['harbour']);
		});

		test('are GeoJSON features with flat properties', async () => {
			const item = await (await open(datasetWith())).item('claims', 'c-2.north');
			const read = JSON.parse(new TextDecoder().decode(item?.bytes)) as Record<string, unknown>;
			expect(read).toMatchObject({ type: 'Feature', id: 'c-2.north', geometry: { type: 'Polygon' } });
			expect(read['properties']).toMatchObject({ feature_id: 'north', claim_id: 'c-2', topics: ['ships', 'talks'] });
			expect(item && summary([item.match])).toEqual([['north', ['c-2']]]);
		});

		test.each<[ItemKind, string]>([
			['features', 'nowhere'],
			['features', 'c-1'],
			['claims', 'c-1'],
			['claims', 'c-1.north'],
			['claims', 'c-1.harbour.'],
			['claims', '__proto__.harbour'],
			['claims', '.harbour']
		])('there is none of %s by the id %s', async (items, id) => {
			expect(await (await open(datasetWith())).item(items, id)).toBeNull();
		});

		test('cover where they lie and when their claims were said, in all and in each layer', async () => {
			const store = await open(datasetWith());
			expect(await store.bounds()).toEqual({
				extent: [35.87, 34.91, 38, 37],
				said: { from: '2024-12-09', to: '2025-02-28' }
			});
			expect(await store.bounds('coast')).toMatchObject({ said: { from: '2024-12-09', to: '2024-12-09' } });
			expect(await store.bounds('no-layer')).toEqual({ extent: null, said: { from: null, to: null } });
		});
	});

	test('random criteria find something, nothing and not all, or they would prove little', () => {
		const dataset = generateDataset({ features: 60, claims: 240, seed: 1 });
		const lookup = lookupIn(dataset);
		const sizes = someCriteria(dataset, 1).map((criteria) => findByHand(dataset, criteria, lookup).length);
		expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(5);
		expect(sizes.filter((size) => size > 0 && size < 60).length).toBeGreaterThan(25);
	});
}

/** What criteria find, by asking `matches` about every claim of every feature. */
function findByHand(dataset: Dataset, criteria: Criteria, lookup: Lookup): FeatureWithClaims[] {
	return dataset.features.flatMap((feature) => {
		const about = dataset.claims.filter((claim) => claim.about.includes(feature.id));
		const claims = about.filter((claim) => matches(criteria, feature, claim, lookup));
		const timeless = criteria.unlocated && about.length === 0 ? { ...criteria, said: ALWAYS } : criteria;
		const stands = feature.context === true && !filtersClaims(timeless) && matchesFeature(criteria, feature, lookup);
		return claims.length > 0 || stands ? [{ feature, claims }] : [];
	});
}

/** The items of the collection of claims that criteria find, by asking about each. */
function claimsByHand(dataset: Dataset, criteria: Criteria, lookup: Lookup): string[] {
	const features = new Map(dataset.features.map((feature) => [feature.id, feature]));
	return dataset.claims.flatMap((claim) =>
		[...new Set(claim.about)]
			.filter((id) => matches(criteria, features.get(id)!, claim, lookup))
			.map((id) => `${claim.id}.${id}`)
	);
}

const SQUARE: Position[][] = [
	[
		[0, 0],
		[3, 0],
		[3, 3],
		[0, 0]
	]
];

/** All pages of a question, one after another, with the ids of their items. */
async function pagesOf(
	store: Store,
	pageQuery: PageQuery
): Promise<{ ids: string[]; matched: number; next: number | null }[]> {
	const pages: { ids: string[]; matched: number; next: number | null }[] = [];
	for (let from: number | null = pageQuery.from; from !== null;) {
		const { matched, returned, next, runs } = await store.page({ ...pageQuery, from });
		const texts = Array.from(runs(), (run) => new TextDecoder().decode(run));
		expect(texts.every((text) => text.endsWith(ITEM_END))).toBe(true);
		const ids = (JSON.parse(`[${texts.join('').slice(0, -ITEM_END.length)}]`) as { id: string }[]).map(({ id }) => id);
		expect([ids.length, ids.length <= pageQuery.limit]).toEqual([returned, true]);
		pages.push({ ids, matched, next });
		from = next;
	}
	return pages;
}

/** Whether the clauses about features hold: a claim that answers every other clause would match. */
function matchesFeature(
	{ layers, bbox, area, unlocated, contested }: Criteria,
	feature: PlacedFeature,
	lookup: Lookup
): boolean {
	const claim = { topics: [], attribution: [], positions: [], said: { interval: EVERYTHING.said } } as unknown as Claim;
	return matches({ ...EVERYTHING, layers, bbox, area, unlocated, contested }, feature, claim, lookup);
}

const AFTER = { from: '2024-06-01', to: null };
const BEFORE = { from: null, to: '2016-02-29' };

/** How an answer to one question stands to that to another, each written as its question's id and its own. */
function relationAcross(relation: Relation, ...keys: [string, string]): AnswerRelation {
	const answers = keys.map((key) => {
		const [question = '', answer = ''] = key.split(' ');
		return { question, answer };
	});
	return { answers: answers as AnswerRelation['answers'], relation, why: 'As the test has it.' };
}

/** Whether two claims, of every two, give answers that some relation excludes, and can be of one day. */
function contradictByHand(claims: readonly Claim[], relations: readonly AnswerRelation[]): boolean {
	const excluded = new Set(
		relations
			.filter(({ relation }) => relation === 'excludes')
			.map(({ answers }) => answers.map(({ question, answer }) => `${question}/${answer}`).join(' '))
	);
	const daysOf = ({ concerns, said }: Claim) => {
		const { from, to } = concerns ? concerns.interval : said.interval;
		return [from ?? '0000', to ?? '9999'] as const;
	};
	return claims.some((one, at) =>
		claims.some((other, place) => {
			if (at === place) return false;
			const [[from, to], [since, until]] = [daysOf(one), daysOf(other)];
			if (to < since || until < from) return false;
			return one.positions.some((a) =>
				other.positions.some((b) => excluded.has(`${a.question}/${a.answer} ${b.question}/${b.answer}`))
			);
		})
	);
}

/** What `matches` looks up, each time from the dataset itself. */
function lookupIn(dataset: Dataset): Lookup {
	const agents = new Map(dataset.agents.map((agent) => [agent.id, [agent.name, ...(agent.names ?? [])]]));
	const unquotedOf = unquotedByClaim(dataset.unquoted);
	const aboutOf = new Map(
		dataset.features.map(({ id }) => [id, dataset.claims.filter((claim) => claim.about.includes(id))])
	);
	const contested = new Map<string, boolean>();
	const lookup: Lookup = {
		words: (feature, claim) =>
			wordsOf(
				[
					feature.name,
					...feature.names.map((name) => name.text),
					claim.text,
					...claim.attribution.flatMap((link) => agents.get(link.agent) ?? []),
					...(unquotedOf.get(claim.id) ?? []).flatMap(({ name, names = [] }) => [name, ...names])
				].join(' ')
			),
		groups: (id) => dataset.agents.find((agent) => agent.id === id)?.groups ?? [],
		contested: (feature, criteria) => {
			const key = `${feature.id} ${JSON.stringify(criteria)}`;
			const known = contested.get(key);
			if (known !== undefined) return known;
			const told = aboutOf.get(feature.id)!.filter((claim) => matches(criteria, feature, claim, lookup));
			const found = contradictByHand(told, dataset.relations);
			contested.set(key, found);
			return found;
		},
		meets: (feature, area) => intersecting(area)(feature)
	};
	return lookup;
}

/** A mention as a row of which all is known. */
function rowsOf(dataset: Dataset, lookup: Lookup) {
	const idsOf = byList((name) => {
		const listed = LISTED[name];
		if (listed.of === 'claims') {
			const ofClaim = listed.idsOf(dataset);
			return (_: PlacedFeature, claim: Claim) => ofClaim(claim);
		}
		return listed.idsOf(dataset);
	});
	return (feature: PlacedFeature, claim: Claim): Row => ({
		...byList((name) => idsOf[name](feature, claim)),
		said: claim.said.interval,
		happened: claim.concerns?.interval ?? null,
		geometry: feature,
		words: lookup.words(feature, claim)
	});
}

function someCriteria(dataset: Dataset, seed: number): Criteria[] {
	const random = randomOf(seed + 100);
	return Array.from({ length: 60 }, () => randomCriteria(dataset, random));
}

function randomCriteria(dataset: Dataset, random: () => number): Criteria {
	const some = (list: readonly { id: string }[], share: number) =>
		random() < share
			? [...new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(list, random).id))]
			: null;
	const west = 8 + random() * 30;
	const south = 26 + random() * 10;
	// Now and then the box crosses the antimeridian, and holds all that is east of its western edge.
	const east = random() < 0.2 ? -170 : west + random() * 20;
	const day = () => `20${String(15 + Math.floor(random() * 10))}-06-15`;
	const [from, to] = [day(), day()].sort();
	return {
		layers: some(dataset.layers, 0.4),
		topics: some(dataset.topics, 0.4),
		sources: some(dataset.sources, 0.2),
		agents: some(dataset.agents, 0.2),
		groups: some(
			Object.keys(dataset.info.agentGroups).map((id) => ({ id })),
			0.15
		),
		questions: some(dataset.questions, 0.1),
		happened: { from: random() < 0.1 ? (from ?? null) : null, to: random() < 0.1 ? (to ?? null) : null },
		undated: random() < 0.1,
		known: random() < 0.15 ? day() : null,
		contested: random() < 0.15,
		said: { from: random() < 0.3 ? (from ?? null) : null, to: random() < 0.3 ? (to ?? null) : null },
		text:
			random() < 0.4
				? pick(['harb', 'طرطوس', 'тарт', 'him', 'hims quay', 'radar 1', 'nobody', 'zzz', '—'], random)
				: '',
		bbox: random() < 0.25 ? [west, south, east, south + random() * 10] : null,
		area:
			random() < 0.15
				? [
						[west, south],
						[west + 12, south + 2],
						[west + 3, south + 9]
					]
				: null,
		unlocated: random() < 0.3
	};
}

function summary(found: readonly FeatureWithClaims[]): [string, string[]][] {
	return found.map(({ feature, claims }) => [feature.id, claims.map((claim) => claim.id)]);
}

async function listOf(matches: AsyncIterable<FeatureWithClaims>): Promise<FeatureWithClaims[]> {
	const list: FeatureWithClaims[] = [];
	for await (const match of matches) list.push(match);
	return list;
}

function described(criteria: Criteria): string {
	return JSON.stringify(criteria);
}
