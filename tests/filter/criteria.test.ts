import { describe, expect, it } from 'vitest';
import { filtersClaims } from '$lib/filter/clauses';
import { isUnfiltered, type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { intersecting } from '$lib/geometry/intersects';
import { wordsOf } from '$lib/domain/text';
import { claimWith, featureWith, stated } from '../fixtures/dataset';
import { type Lookup, matches } from '../fixtures/oracle';

const feature = featureWith();
const claim = claimWith({ concerns: stated('2018'), positions: [{ question: 'leaving', answer: 'yes' }] });
const lookup: Lookup = {
	words: ({ name }, { text }) => wordsOf(`${name} ${text}`),
	groups: (agent) => (agent === 'captain' ? ['crew'] : []),
	contested: (_, { known, contested }) => known === '2025-01-01' && !contested,
	meets: (placed, area) => intersecting(area)(placed)
};

function match(clauses: Partial<Criteria>): boolean {
	return matches({ ...EVERYTHING, ...clauses }, feature, claim, lookup);
}

describe('matches', () => {
	it('lets everything through without a clause', () => {
		expect(match({})).toBe(true);
	});

	it.each<[string, Partial<Criteria>, boolean]>([
		['its layer', { layers: ['inland', 'coast'] }, true],
		['another layer', { layers: ['inland'] }, false],
		['no layer at all', { layers: [] }, false],
		['one of its topics', { topics: ['talks', 'ships'] }, true],
		['another topic', { topics: ['talks'] }, false],
		['its source', { sources: ['wire'] }, true],
		['another source', { sources: ['report'] }, false],
		['the speaker', { agents: ['captain'] }, true],
		['the outlet that passed it on', { agents: ['agency'] }, true],
		['someone else', { agents: ['paper'] }, false],
		['the day it was said', { said: { from: '2024-12-09', to: '2024-12-09' } }, true],
		['the days before', { said: { from: null, to: '2024-12-08' } }, false],
		['an extent around it', { bbox: [35, 34, 36, 35] }, true],
		['an extent elsewhere', { bbox: [10, 30, 11, 31] }, false],
		['the beginning of a word of its name and one of the claim', { text: 'harb SHIPS' }, true],
		['a word that neither has', { text: 'harbour trains' }, false],
		['the middle of a word', { text: 'arbour' }, false],
		['the group of its speaker', { groups: ['crew', 'press'] }, true],
		['another group', { groups: ['press'] }, false],
		['the year that it is about', { happened: { from: '2018-06-01', to: '2018-06-30' } }, true],
		['a later time that it would be about', { happened: { from: '2019-01-01', to: null } }, false],
		['claims about no stated time', { undated: true }, false],
		['what was known on its day', { known: '2024-12-09' }, true],
		['what was known the day before', { known: '2024-12-08' }, false],
		['contested features only', { contested: true }, false],
		['features that were contested on a day', { contested: true, known: '2025-01-01' }, true],
		['a question that it answers', { questions: ['staying', 'leaving'] }, true],
		['another question', { questions: ['staying'] }, false],
		[
			'a polygon around it',
			{
				area: [
					[35, 34],
					[37, 34],
					[36, 36]
				]
			},
			true
		],
		[
			'a polygon whose bounds alone hold it',
			{
				area: [
					[35, 34],
					[36, 36],
					[35, 36]
				]
			},
			false
		]
	])('asks for %s', (_, clauses, expected) => {
		expect(match(clauses)).toBe(expected);
	});

	it('puts a feature without geometry into an extent only where that is asked for', () => {
		const unplaced = featureWith({ geometry: null });
		const within = (unlocated: boolean) =>
			matches({ ...EVERYTHING, bbox: [-180, -90, 180, 90], unlocated }, unplaced, claim, lookup);
		expect(within(false)).toBe(false);
		expect(within(true)).toBe(true);
	});
});

describe('filtersClaims', () => {
	it('is about claims, not about layers and extents', () => {
		expect(filtersClaims({ ...EVERYTHING, layers: ['coast'], bbox: [0, 0, 1, 1] })).toBe(false);
		expect(filtersClaims({ ...EVERYTHING, topics: [] })).toBe(true);
		expect(filtersClaims({ ...EVERYTHING, text: 'ship' })).toBe(true);
		expect(filtersClaims({ ...EVERYTHING, said: { from: null, to: '2025-01-01' } })).toBe(true);
	});
});

describe('isUnfiltered', () => {
	it('knows criteria without a clause', () => {
		expect(isUnfiltered({ ...EVERYTHING })).toBe(true);
		expect(isUnfiltered({ ...EVERYTHING, layers: [] })).toBe(false);
	});
});
