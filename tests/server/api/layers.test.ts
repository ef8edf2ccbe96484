import { getIssues } from '@placemarkio/check-geojson';
import type { FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import { handlersOf, problemOf } from './ask';

const atlas = handlersOf();

test('a layer is a FeatureCollection of all its features, without claims', async () => {
	const text = await (await atlas.layer('inland')).text();
	const { features } = JSON.parse(text) as FeatureCollection;
	expect(getIssues(text)).toEqual([]);
	expect(features.map(({ id, bbox }) => [id, bbox])).toEqual([
		['north', [36, 36, 38, 37]],
		['hotel', undefined]
	]);
	expect(features[0]?.properties).toMatchObject({ name: 'Parts of the north', kind: 'area', layer: 'inland' });
	expect(features[0]?.properties).not.toHaveProperty('claims');
});

test('anyone may put it on a map of their own', async () => {
	const { headers } = await atlas.layer('coast');
	expect(headers.get('content-type')).toBe('application/geo+json');
	expect(headers.get('access-control-allow-origin')).toBe('*');
	expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('an unknown layer is a problem that names those there are', async () => {
	const response = await atlas.layer('__proto__');
	expect(response.status).toBe(404);
	expect((await problemOf(response))['detail']).toBe('There is no layer “__proto__”. There are coast, inland.');
});

test('a parameter is refused, as a layer takes none', async () => {
	const response = await atlas.layer('coast', '?topics=ships');
	expect(response.status).toBe(400);
	expect(await problemOf(response)).toMatchObject({ parameter: 'topics' });
});
