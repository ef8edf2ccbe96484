import { expect, test } from 'vitest';
import type { OwnFeature } from '$lib/domain/own-feature';
import { type AtlasExport, mergeExports } from '$lib/ui/own-data/merge-exports';

const exported: AtlasExport = {
	type: 'FeatureCollection',
	atlas: { title: 'Atlas', counts: { features: 1 } },
	features: [{ type: 'Feature', id: 'ours', geometry: null, properties: { claims: [] } }]
};

const own: OwnFeature = {
	number: 1,
	title: 'Mine',
	geometry: { type: 'Point', coordinates: [35, 34] },
	extent: [35, 34, 35, 34],
	properties: { name: 'Mine', ownData: 'something else' },
	when: null
};

test('own features come after the atlas’s, each marked as one of a file', () => {
	const { features } = mergeExports(exported, [{ name: 'mine.csv', features: [own] }]);
	expect(features).toEqual([
		exported.features[0],
		{ type: 'Feature', geometry: own.geometry, properties: { name: 'Mine', ownData: 'mine.csv' } }
	]);
});

test('the header says that no source is cited for them, and keeps what it says of the atlas', () => {
	const { atlas } = mergeExports(exported, [{ name: 'mine.csv', features: [own] }]);
	expect(atlas).toMatchObject({
		...exported.atlas,
		ownData: {
			note: expect.stringMatching(/not part of the atlas.*no source is cited/) as string,
			files: [{ name: 'mine.csv', features: 1 }]
		}
	});
});
