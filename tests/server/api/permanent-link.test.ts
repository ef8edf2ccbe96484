import { describe, expect, test } from 'vitest';
import { datasetWith, versionWith } from '../../fixtures/dataset';
import { handlersOf, problemOf } from './ask';

const history = [versionWith({ version: '1.2.0' }), versionWith({ version: '1.1.0', date: '2024-12-31' })];
const atlas = handlersOf(datasetWith({ history }));

const WAYS: [string, (query: string) => Promise<Response>][] = [
	['a file', (query) => atlas.export(`all.geojson${query}`)],
	['a feed', (query) => atlas.feed(`atom${query}`)],
	['a citation', (query) => atlas.cite(`bib${query}`)],
	['oEmbed', (query) => atlas.oembed(`?url=${encodeURIComponent(`http://atlas.example/${query}`)}`)]
];

describe.each(WAYS)('the query string of a permanent link, as %s', (_, ask) => {
	test.each(['1.2.0', '1.1.0'])('is answered, made under version %s', async (version) => {
		const response = await ask(`?version=${version}&layers=coast&feature=harbour`);
		expect(response.status).toBe(200);
	});
});

describe.each(WAYS.slice(0, 3))('in %s', (_, ask) => {
	test('a version that never was is refused by name', async () => {
		expect(await problemOf(await ask('?version=9.9.9'))).toMatchObject({
			status: 400,
			parameter: 'version',
			detail: 'There is no version “9.9.9” of the data. There is 1.2.0, 1.1.0.'
		});
	});

	test('what no address knows is refused as before', async () => {
		expect(await problemOf(await ask('?versions=1.1.0'))).toMatchObject({ status: 400, parameter: 'versions' });
	});
});

test('a file is the same whatever version its link was made under', async () => {
	const [plain, linked] = await Promise.all([atlas.export('all.csv'), atlas.export('all.csv?version=1.1.0')]);
	expect(linked.headers.get('etag')).toBe(plain.headers.get('etag'));
});

test('the API takes no version', async () => {
	expect((await atlas.api('/collections/features/items?version=1.2.0')).status).toBe(400);
});
