import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { accordingTo, kindWords, perspectiveNamed, perspectivesOf } from '$lib/ui/compare/perspective';
import { datasetWith } from '../fixtures/dataset';

const { info, agents, unquoted } = datasetWith();
const [captain, ...others] = agents;
const perspectives = perspectivesOf(info, [{ ...captain!, formerly: ['skipper', 'crew'] }, ...others], unquoted);

describe('the perspective that an address names', () => {
	test.each([
		['captain', 'captain', 'agent'],
		['skipper', 'captain', 'agent'],
		['pilot', 'pilot', 'unquoted'],
		// A link to a comparison has always meant the group.
		['crew', 'crew', 'group']
	])('%s is %s, the %s', (asked, id, kind) => {
		expect(perspectiveNamed(perspectives, asked)).toMatchObject({ id, kind });
	});

	test('is none for an id that no one has had', () => {
		expect(perspectiveNamed(perspectives, 'nobody')).toBeUndefined();
	});

	test('says whether it is a group', () => {
		expect(['crew', 'captain', 'pilot'].map((id) => kindWords(perspectiveNamed(perspectives, id)!))).toEqual([
			'A group of speakers',
			'One speaker or outlet',
			'Quoted by no source'
		]);
	});

	test.each([
		['crew', { groups: ['crew'], agents: null }],
		['captain', { groups: null, agents: ['captain'] }],
		['pilot', { groups: null, agents: [] }],
		['nobody', { groups: null, agents: null }]
	])('%s alone is asked, whoever else the filter asks', (asked, clauses) => {
		const filtered = { ...EVERYTHING, topics: ['ships'], groups: ['officers'], agents: ['mate'] };
		expect(accordingTo(perspectiveNamed(perspectives, asked), filtered)).toEqual({ ...filtered, ...clauses });
	});

	test('says nothing where no source quotes it', () => {
		expect(accordingTo(perspectiveNamed(perspectives, 'pilot'), { ...EVERYTHING, groups: ['crew'] })).toEqual({
			...EVERYTHING,
			agents: []
		});
	});
});
