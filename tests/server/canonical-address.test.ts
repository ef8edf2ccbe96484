import { expect, test } from 'vitest';
import { canonicalAddress } from '$lib/server/canonical-address';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { datasetWith, versionWith } from '../fixtures/dataset';

const history = [versionWith(), versionWith({ version: '1.1.0' })];
const { vocabulary } = new EmbeddedStore(datasetWith({ history }));

test.each([
	['/features/harbour?version=1.1.0', '/features/harbour?version=1.1.0'],
	['/?version=1.1.0&topics=talks&layers=coast', '/?layers=coast&topics=talks&version=1.1.0'],
	['/feed.atom?feature=harbour&q=x', '/feed.atom?q=x&feature=harbour'],
	['/features/harbour?version=9.9.9', null],
	['/?version=1.1.0&version=1.2.0', null],
	['/cite?claim=c-1', null],
	['/layers/coast.geojson?q=', null],
	['/layers/coast.geojson?contested=0&topics=,', null],
	['/layers/coast.geojson', '/layers/coast.geojson']
])('%s is %s', (address, canonical) => {
	expect(canonicalAddress(address, vocabulary)).toBe(canonical);
});
