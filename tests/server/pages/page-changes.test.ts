import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import { changesSince, type Shown } from '$lib/server/pages/page-changes';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { datasetWith, versionWith } from '../../fixtures/dataset';

const was = { text: 'Ships came.', source: 'wire', about: ['harbour'], topics: ['ships'], questions: ['leaving'] };
const nothing = { added: [], changed: [], withdrawn: [] };
const store = new EmbeddedStore(
	datasetWith({
		history: [
			versionWith({
				claims: {
					added: [{ id: 'c-3', why: 'from a new report' }],
					changed: [{ id: 'c-1', why: 'it says the contrary', was }],
					withdrawn: [{ id: 'c-9', why: 'it was misread', was: { ...was, text: 'A buoy is gone.', about: ['buoy'] } }]
				},
				features: { ...nothing, withdrawn: [{ id: 'buoy', why: 'no claim', was: { name: 'Buoy', layer: 'coast' } }] }
			}),
			versionWith({ version: '1.1.0', date: '2024-12-31' })
		]
	})
);

async function concernedBy(shown: Shown): Promise<string[]> {
	const changes = await changesSince(store, '1.1.0', shown);
	return (changes?.concerned ?? []).map(({ id }) => id);
}

describe('a link made under an older version', () => {
	test.each<[string, Shown, string[]]>([
		['a feature', { feature: 'harbour' }, ['c-1']],
		['a feature that is otherwise spoken of', { feature: 'hotel' }, ['c-3']],
		['a source', { source: 'wire' }, ['c-1', 'c-9']],
		['a question', { question: 'leaving' }, ['c-1', 'c-9']],
		['everything', { criteria: EVERYTHING }, ['c-3', 'c-1', 'c-9', 'buoy']],
		['a topic', { criteria: { ...EVERYTHING, topics: ['talks'] } }, ['c-3']],
		['a layer', { criteria: { ...EVERYTHING, layers: ['inland'] } }, ['c-3']],
		['the layer of what is gone', { criteria: { ...EVERYTHING, layers: ['coast'] } }, ['c-1', 'c-9', 'buoy']],
		['a topic of what is gone', { criteria: { ...EVERYTHING, topics: ['ships'] } }, ['c-1', 'c-9', 'buoy']],
		['a search', { criteria: { ...EVERYTHING, sources: ['report'], text: 'hotel' } }, ['c-3']]
	])('to %s names what concerns it', async (_, shown, ids) => {
		expect(await concernedBy(shown)).toEqual(ids);
	});

	test('to several views side by side names what concerns any of them', async () => {
		const views = ['talks', 'ships'].map((topic) => ({ criteria: { ...EVERYTHING, topics: [topic] } }));
		const changes = await changesSince(store, '1.1.0', ...views);
		expect(changes?.concerned.map(({ id }) => id)).toEqual(['c-3', 'c-1', 'c-9', 'buoy']);
	});

	test('to a view does not name a new feature that the view does not show', async () => {
		const added = [{ id: 'hotel', why: 'it is new' }];
		const grown = new EmbeddedStore(
			datasetWith({ history: [versionWith({ features: { ...nothing, added } }), versionWith({ version: '1.1.0' })] })
		);
		const told = async (topic: string) =>
			(await changesSince(grown, '1.1.0', { criteria: { ...EVERYTHING, topics: [topic] } }))?.concerned.length;
		expect([await told('talks'), await told('ships')]).toEqual([1, 0]);
	});

	test('says what a claim says now, what it said, and why', async () => {
		expect(await changesSince(store, '1.1.0', { feature: 'harbour' })).toEqual({
			linked: '1.1.0',
			date: '2024-12-31',
			current: '1.2.0',
			concerned: [
				{
					kind: 'claim',
					id: 'c-1',
					what: 'changed',
					text: 'Ships left the harbour.',
					before: 'Ships came.',
					why: ['it says the contrary'],
					source: 'wire'
				}
			],
			others: 3
		});
	});
});

test.each([null, '', '1.2.0'])('the version %j has nothing to tell', async (asked) => {
	expect(await changesSince(store, asked, { feature: 'harbour' })).toBeNull();
});

test.each(['9.9.9', 'latest', '__proto__', 'x'.repeat(5000)])(
	'a version that never was is said to be none',
	async (asked) => {
		const changes = await changesSince(store, asked, { feature: 'harbour' });
		expect(changes).toMatchObject({ date: null, concerned: [], others: 0 });
		expect(changes?.linked.length).toBeLessThanOrEqual(40);
	}
);
