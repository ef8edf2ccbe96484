import { getIssues } from '@placemarkio/check-geojson';
import { describe, expect, test } from 'vitest';
import { claimColumns, featureColumns } from '$lib/formats/attributes';
import { generateDataset } from '../../../fixtures/dataset';
import { handlersOf } from '../ask';
import { itemsOf, linkOf, read, type ReadItem } from './read';

// The requirements class "GeoJSON" of OGC 17-069r4.

const atlas = handlersOf();

test.each(['/collections/features/items', '/collections/claims/items', '/collections/coast/items/harbour'])(
	'/req/geojson/definition: %s is there as application/geo+json, for who asks for it and for who has no wish',
	async (address) => {
		for (const accept of ['application/geo+json', 'application/json', '*/*', 'application/*;q=0.5']) {
			const { status, headers } = await atlas.api(address, { headers: { accept } });
			expect([status, headers.get('content-type')], accept).toEqual([200, 'application/geo+json']);
		}
	}
);

describe('/req/geojson/content', () => {
	test.each(['features', 'claims'])('%s are a FeatureCollection without fault, with links', async (collection) => {
		const many = handlersOf(generateDataset({ features: 60, claims: 200, seed: 4 }));
		const text = await (await many.api(`/collections/${collection}/items?limit=1000`)).text();
		expect(getIssues(text)).toEqual([]);
		const { type, links } = await itemsOf(many, '', collection);
		expect([type, linkOf(links, 'self')]).toEqual(['FeatureCollection', `/collections/${collection}/items`]);
	});

	test('an item is a Feature, with links', async () => {
		const text = await (await atlas.api('/collections/features/items/north')).text();
		expect(getIssues(text)).toEqual([]);
		expect(JSON.parse(text)).toMatchObject({
			type: 'Feature',
			links: expect.arrayContaining([expect.objectContaining({ rel: 'self' })]) as unknown
		});
	});

	test('an item without geometry has null', async () => {
		expect((await read<ReadItem>(atlas, '/collections/features/items/hotel')).geometry).toBeNull();
	});

	test('a feature by itself says what its claims answer, the latest of each origin', async () => {
		const { answers } = await read<ReadItem>(atlas, '/collections/coast/items/harbour');
		const said = { edtf: '2024-12-09', basis: 'stated', from: '2024-12-09', to: '2024-12-09' };
		expect(answers).toMatchObject([
			{
				question: { id: 'leaving', title: 'Are they leaving?' },
				answer: { id: 'yes', title: 'Yes' },
				origin: { id: 'captain', name: 'Anna Öz' },
				said,
				latest: said,
				difference: 'contradiction',
				since: null,
				claims: ['c-1']
			},
			{ answer: { id: 'no' }, since: '2018-01-01', claims: ['c-2'] }
		]);
		expect((await read<ReadItem>(atlas, '/collections/features/items/island')).answers).toEqual([]);
	});

	test('properties are the columns that every flat format has', async () => {
		const { catalogue } = atlas.store;
		const feature = await read<ReadItem>(atlas, '/collections/features/items/harbour');
		expect(Object.keys(feature.properties)).toEqual(featureColumns(catalogue).map(({ name }) => name));
		const claim = await read<ReadItem>(atlas, '/collections/claims/items/c-1.harbour');
		expect(Object.keys(claim.properties)).toEqual(claimColumns(catalogue).map(({ name }) => name));
	});
});

test('/req/geojson/content: documents are application/json of the schemas that the standard names', async () => {
	for (const address of ['', '/conformance', '/collections', '/collections/coast']) {
		expect((await atlas.api(address)).headers.get('content-type'), address).toBe('application/json');
	}
});
