import { expect, test } from 'vitest';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { criteriaWords, titlesOf } from '$lib/filter/criteria-words';
import { datasetWith } from '../fixtures/dataset';

const TITLES = titlesOf(datasetWith());

test.each<[Partial<Criteria>, string]>([
	[{}, 'all features and claims'],
	[{ layers: ['coast'] }, 'layer Coast'],
	[{ layers: [] }, 'no layer'],
	[{ topics: ['ships', 'talks', 'unused'] }, 'topics Ships, Talks or Unused'],
	[{ agents: ['captain', 'paper'] }, 'speakers or outlets Anna Öz or The Paper'],
	[{ said: { from: '2024-12-08', to: '2025-03-31' } }, 'said from 2024-12-08 to 2025-03-31'],
	[{ said: { from: null, to: '2025-03-31' } }, 'said until 2025-03-31'],
	[{ groups: ['press'] }, 'group The press'],
	[{ happened: { from: '2018-01-01', to: null } }, 'about what happened from 2018-01-01 on'],
	[
		{ undated: true, known: '2024-12-12', contested: true },
		'about no stated time; as known on 2024-12-12; only contested features'
	],
	[{ text: 'طرطوس' }, 'with the words “طرطوس”'],
	[{ questions: ['leaving'] }, 'question Are they leaving?'],
	[
		{
			area: [
				[35, 34],
				[37, 34],
				[36, 36.5]
			]
		},
		'within the polygon 35 34, 37 34, 36 36.5'
	],
	[{ bbox: [35, 34, 37, 36] }, 'within 35, 34, 37, 36 (west, south, east, north)'],
	[{ layers: ['coast'], sources: ['wire'], text: 'quay' }, 'layer Coast; source Ships leave; with the words “quay”']
])('%j reads “%s”', (clauses, words) => {
	expect(criteriaWords({ ...EVERYTHING, ...clauses }, TITLES)).toBe(words);
});
