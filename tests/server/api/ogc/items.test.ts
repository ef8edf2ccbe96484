import { describe, expect, test } from 'vitest';
import { datasetWith, featureWith, generateDataset } from '../../../fixtures/dataset';
import { handlersOf, problemOf } from '../ask';
import { idsOf, itemsOf, linkOf, read, type ReadItem, type ReadPage, refusalOf } from './read';

// The requirements of OGC API - Features, Part 1: Core (OGC 17-069r4) on items, by their names.

const atlas = handlersOf();
const ALL = ['harbour', 'north', 'hotel', 'island'];

describe('items', () => {
	test('/req/core/fc-op, fc-response: are those of the collection', async () => {
		expect(await idsOf(atlas, '')).toEqual(ALL);
		expect(await idsOf(atlas, '', 'inland')).toEqual(['north', 'hotel']);
		expect(await idsOf(atlas, '', 'claims')).toEqual(['c-1.harbour', 'c-2.harbour', 'c-2.north', 'c-3.hotel']);
	});

	test('/req/core/fc-response: match every condition that is set', async () => {
		const query = '?bbox=35,34,36,35&datetime=2024-12-09&topic=talks&q=quay';
		expect(await idsOf(atlas, query, 'claims')).toEqual(['c-2.harbour']);
		expect(await idsOf(atlas, `${query}&agent=paper`, 'claims')).toEqual([]);
	});

	test.each([
		['topic=talks', ['c-2.harbour', 'c-2.north', 'c-3.hotel']],
		['topic=ships,unused', ['c-1.harbour', 'c-2.harbour', 'c-2.north']],
		['source=report', ['c-3.hotel']],
		['agent=captain', ['c-1.harbour', 'c-2.harbour', 'c-2.north']],
		['question=leaving', ['c-1.harbour', 'c-2.harbour', 'c-2.north']],
		['q=nothing', ['c-2.harbour', 'c-2.north']]
	])('%s asks for what the dashboard asks for by it', async (query, expected) => {
		expect(await idsOf(atlas, `?${query}`, 'claims')).toEqual(expected);
	});

	test('say of a feature all that is known of it, whatever was asked for', async () => {
		const { features } = await itemsOf(atlas, '?topic=talks&q=quay');
		expect(features.map(({ id, properties }) => [id, properties['claims']])).toEqual([
			['harbour', 2],
			['north', 1]
		]);
	});
});

describe('limit', () => {
	test('/req/core/fc-limit-definition, fc-limit-response-1: no more are sent than it says', async () => {
		const { features, numberReturned, numberMatched } = await itemsOf(atlas, '?limit=3');
		expect([features.length, numberReturned, numberMatched]).toEqual([3, 3, 4]);
	});

	test('/req/core/fc-limit-definition: more than the most is no error', async () => {
		expect((await itemsOf(atlas, '?limit=123456789')).numberReturned).toBe(4);
		expect((await itemsOf(atlas, '?limit=99999999999999999999')).numberReturned).toBe(4);
	});

	test('/req/core/fc-limit-response-1: more than the most are never sent', async () => {
		const many = handlersOf(generateDataset({ features: 12, claims: 11_000, seed: 1 }));
		const { numberReturned, numberMatched, features } = await itemsOf(many, '?limit=20000', 'claims');
		expect([numberReturned, features.length]).toEqual([10_000, 10_000]);
		expect(numberMatched).toBeGreaterThan(10_000);
	});

	test('a page has 100 items where it is not set', async () => {
		const many = handlersOf(generateDataset({ features: 10, claims: 200, seed: 1 }));
		expect((await itemsOf(many, '', 'claims')).numberReturned).toBe(100);
	});
});

describe('bbox', () => {
	test.each([
		['35,34,36,35', ['harbour', 'hotel', 'island']],
		['35.87,34.91,35.87,34.91', ['harbour', 'hotel', 'island']],
		['38,37,39,38', ['north', 'hotel']],
		['0,0,1,1', ['hotel']],
		['-180,-90,180,90', ALL]
	])('/req/core/fc-bbox-definition, fc-bbox-response: %s', async (bbox, expected) => {
		expect(await idsOf(atlas, `?bbox=${bbox}`)).toEqual(expected);
	});

	test('/req/core/fc-bbox-definition: six numbers are a box with heights', async () => {
		expect(await idsOf(atlas, '?bbox=35,34,-10,36,35,5000')).toEqual(['harbour', 'hotel', 'island']);
	});

	test('/req/core/fc-bbox-response: an item without geometry is in every box', async () => {
		expect(await idsOf(atlas, '?bbox=0,0,1,1', 'claims')).toEqual(['c-3.hotel']);
	});

	test('/req/core/fc-bbox-response: a geometry that shares no point with the box is not in it, though its extent does', async () => {
		const coordinates = [
			[
				[10, 10],
				[20, 10],
				[20, 20],
				[10, 10]
			]
		];
		const corner = featureWith({ id: 'corner', context: true, geometry: { type: 'Polygon', coordinates } });
		const atlas = handlersOf(datasetWith({ features: [corner], claims: [] }));
		expect(await idsOf(atlas, '?bbox=11,18,12,19')).toEqual([]);
		expect(await idsOf(atlas, '?bbox=18,11,19,12')).toEqual(['corner']);
	});

	test('/req/core/fc-bbox-response: a box may cross the antimeridian', async () => {
		const at = (id: string, longitude: number) =>
			featureWith({ id, context: true, geometry: { type: 'Point', coordinates: [longitude, -17] } });
		const pacific = handlersOf(
			datasetWith({ features: [at('fiji', 178), at('samoa', -172), at('coral', 150)], claims: [] })
		);
		expect(await idsOf(pacific, '?bbox=170,-20,-170,-10')).toEqual(['fiji', 'samoa']);
		expect(await idsOf(pacific, '?bbox=170,-20,0,-170,-10,9')).toEqual(['fiji', 'samoa']);
	});
});

describe('datetime', () => {
	// c-1 and c-2 were said on 9 December 2024, c-3 about February 2025; nobody says anything of the island.
	test.each([
		['2024-12-09', ['harbour', 'north', 'island']],
		['2024-12-09T12:00:00Z', ['harbour', 'north', 'island']],
		['2024-12-09t00:00:00.25z', ['harbour', 'north', 'island']],
		['2024-12-10T01:00:00%2B03:00', ['harbour', 'north', 'island']],
		['2024-12-10T01:00:00+03:00', ['harbour', 'north', 'island']],
		['2024-12-10T01:00:00Z', ['island']],
		['2024-12-01/2025-02-10', ALL],
		['2025-02-10T00:00:00Z/..', ['hotel', 'island']],
		['2025-02-10/', ['hotel', 'island']],
		['../2024-12-31T23:59:60Z', ['harbour', 'north', 'island']],
		['/2024-12-31', ['harbour', 'north', 'island']],
		['2025-03-01/..', ['island']],
		// Moments that lie in UTC beyond the years that a date can have.
		['../9999-12-31T23:59:59-01:00', ALL],
		['0000-01-01T00:00:00%2B14:00/..', ALL],
		['9999-12-31T23:59:59-01:00/..', ['island']]
	])('/req/core/fc-time-definition, fc-time-response: %s', async (datetime, expected) => {
		expect(await idsOf(atlas, `?datetime=${datetime}`)).toEqual(expected);
	});

	test.each([
		['datetime=2025-01-02/2024-01-01', 'it ends (2024-01-01) before it begins (2025-01-02).'],
		['datetime=2024-02-30', '“2024-02-30” is no date of the calendar.'],
		['datetime=../..', 'one of the ends must be a date.'],
		['datetime=2024-01-01/2024-01-02/2024-01-03', 'it has more than one slash.'],
		['bbox=0,0,181,1', 'west and east are from -180 to 180, and 181 is not.'],
		['bbox=0,-91,1,1', 'south and north are from -90 to 90, and -91 is not.'],
		['bbox=0,2,1,1', 'south (2) is greater than north (1).'],
		['bbox=0,0,9,1,1,5', 'the lower height (9) is greater than the upper one (5).'],
		['bbox=0,0,1', 'it is not four or six numbers.'],
		['q=%FF%FE', 'q must have a letter or a digit: only words are looked for.'],
		['q=%00', 'q must have a letter or a digit: only words are looked for.']
	])('%s is refused with the rule that it breaks', async (query, rule) => {
		const problem = await problemOf(await atlas.api(`/collections/claims/items?${query}`));
		expect(problem['status']).toBe(400);
		expect(String(problem['detail']).endsWith(rule)).toBe(true);
	});

	test('/req/core/fc-time-response: a claim is there where it can have been said then', async () => {
		expect(await idsOf(atlas, '?datetime=2025-02-14', 'claims')).toEqual(['c-3.hotel']);
	});
});

describe('what stands beside the items', () => {
	test('/req/core/fc-links, fc-rel-type: links with types to itself and to every other form', async () => {
		const { links } = await itemsOf(atlas, '?bbox=35,34,36,35&limit=2');
		expect(linkOf(links, 'self')).toBe('/collections/features/items?bbox=35,34,36,35&limit=2');
		const alternates = links.filter(({ rel }) => rel === 'alternate');
		expect(alternates.map(({ href }) => new URL(href).searchParams.get('f'))).toEqual(
			expect.arrayContaining(['html', 'csv', 'kml', 'gpkg'])
		);
		expect(links.every(({ rel, type }) => rel !== '' && type !== undefined)).toBe(true);
	});

	test('/req/core/fc-timeStamp: the time at which they were asked for', async () => {
		const before = Date.now();
		const { timeStamp } = await itemsOf(atlas);
		expect(Date.parse(timeStamp)).toBeGreaterThanOrEqual(before);
		expect(Date.parse(timeStamp)).toBeLessThanOrEqual(Date.now());
	});

	test('/req/core/fc-timeStamp: is another each time, however often they are asked for', async () => {
		const asked: number[] = [];
		const told: number[] = [];
		for (let time = 0; time < 5; time++) {
			asked.push(Date.now());
			told.push(Date.parse((await itemsOf(atlas, '?bbox=35,34,36,35&limit=3')).timeStamp));
			await new Promise((resolve) => setTimeout(resolve, 3));
		}
		expect(told.filter((moment, time) => moment < asked[time]!)).toEqual([]);
	});

	test('/req/core/fc-numberMatched, fc-numberReturned: how many there are, and how many are here', async () => {
		expect(await itemsOf(atlas, '?topic=ships&limit=1')).toMatchObject({ numberMatched: 2, numberReturned: 1 });
	});
});

describe('paging', () => {
	const many = handlersOf(generateDataset({ features: 40, claims: 120, seed: 3 }));

	test.each([
		'limit=7',
		'limit=5&bbox=20,28,40,40',
		'limit=4&topic=topic-1,topic-2&f=json',
		'limit=3&filter=claims%3E3'
	])('next and prev lead through all items of %s, each once, and back', async (query) => {
		const pages: ReadPage[] = [];
		for (let next: string | undefined = `/collections/features/items?${query}`; next;) {
			const page: ReadPage = await read(many, next);
			pages.push(page);
			next = linkOf(page.links, 'next');
		}
		const ids = pages.flatMap(({ features }) => features.map(({ id }) => id));
		expect(pages.length).toBeGreaterThan(2);
		expect([ids.length, new Set(ids).size]).toEqual([pages[0]?.numberMatched, ids.length]);
		for (const [at, { links }] of pages.entries()) {
			const before = linkOf(links, 'prev');
			if (at === 0) expect(before).toBeUndefined();
			else expect((await read<ReadPage>(many, before ?? '')).features).toEqual(pages[at - 1]?.features);
		}
	});

	test('the last page has no next', async () => {
		expect(linkOf((await itemsOf(atlas, '?limit=4')).links, 'next')).toBeUndefined();
	});

	test('limit and f may change from page to page', async () => {
		const next = linkOf((await itemsOf(many, '?limit=5')).links, 'next') ?? '';
		expect((await read<ReadPage>(many, next.replace('limit=5', 'limit=2'))).numberReturned).toBe(2);
		expect((await many.api(`${next}&f=csv`)).status).toBe(200);
	});

	test.each([
		['another query', (next: string) => `${next}&topic=topic-1`, 'token belongs to another query'],
		[
			'another collection',
			(next: string) => next.replace('features', 'layer-1'),
			'token belongs to another collection'
		],
		[
			'a token that was tampered with',
			(next: string) => next.replace(/.$/, '!'),
			'token is not one that this server gave'
		]
	])('a token is refused for %s', async (_, change, why) => {
		const next = linkOf((await itemsOf(many, '?limit=5')).links, 'next') ?? '';
		expect(await refusalOf(many, change(next))).toEqual(['token']);
		expect((await problemOf(await many.api(change(next))))['detail']).toContain(why);
	});

	test('a token is refused for another version of the data', async () => {
		const next = linkOf((await itemsOf(atlas, '?limit=1')).links, 'next') ?? '';
		const other = handlersOf(datasetWith({ fingerprint: '0'.repeat(64) }));
		expect((await problemOf(await other.api(next)))['detail']).toContain('another version of the data');
	});
});

describe('one item', () => {
	test('/req/core/f-op, f-success: is there under its id', async () => {
		const item = await read<ReadItem>(atlas, '/collections/features/items/harbour');
		expect(item).toMatchObject({ type: 'Feature', id: 'harbour', properties: { name: 'Harbour', claims: 2 } });
	});

	test.each([
		'/collections/features/items/nowhere',
		'/collections/coast/items/north',
		'/collections/claims/items/c-1',
		'/collections/claims/items/c-1.north',
		'/collections/features/items/__proto__',
		'/collections/features/items/harbour/more'
	])('/req/core/f-op: there is none at %s', async (address) => {
		expect(await problemOf(await atlas.api(address))).toMatchObject({ status: 404 });
	});

	test('/req/core/f-links: has links to itself, to its other forms and to its collection', async () => {
		const { links = [] } = await read<ReadItem>(atlas, '/collections/coast/items/harbour');
		expect(linkOf(links, 'self')).toBe('/collections/coast/items/harbour');
		expect(linkOf(links, 'collection')).toBe('/collections/coast');
		expect(linkOf(links, 'canonical')).toBe('/collections/features/items/harbour');
		expect(linkOf(links, 'about')).toBe('http://atlas.example/features/harbour');
		for (const { href, type, rel } of links.filter((link) => link.rel === 'alternate')) {
			const response = await atlas.api(linkOf([{ href, rel }], rel) ?? '');
			expect([response.status, response.headers.get('content-type')], href).toEqual([200, type]);
		}
	});

	test('every item of every collection is under its own link', async () => {
		for (const collection of ['features', 'claims', 'coast', 'inland']) {
			for (const item of (await itemsOf(atlas, '', collection)).features) {
				const {
					links: _,
					answers,
					...alone
				} = await read<ReadItem>(atlas, `/collections/${collection}/items/${item.id}`);
				expect(alone).toEqual(item);
				expect(Array.isArray(answers)).toBe(collection !== 'claims');
			}
		}
	});
});

test('what is asked again is given again, and says that it is the same', async () => {
	const { api } = handlersOf();
	const address = '/collections/features/items?limit=2';
	const [first, second, third] = [await api(address), await api(address), await api(address)];
	const features = async (response: Response) => ((await response.json()) as { features: unknown }).features;
	const told = await features(first);
	expect([await features(second), await features(third)]).toEqual([told, told]);
	expect([second, third].map(({ headers }) => headers.get('etag'))).toEqual(Array(2).fill(first.headers.get('etag')));
	expect((await api(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })).status).toBe(304);
});

test('of many things that are wrong a hundred are told, each once, and how many more there are', async () => {
	const names = Array.from({ length: 150 }, (_, index) => `x${index}=1`).join('&');
	const response = await atlas.api(`/collections/features/items?${names}&x0=2`);
	const { detail, errors } = (await problemOf(response)) as { detail: string; errors: { parameter: string }[] };
	expect(response.status).toBe(400);
	expect(errors.map(({ parameter }) => parameter)).toEqual(Array.from({ length: 100 }, (_, index) => `x${index}`));
	expect(detail).toMatch(/ there are 50 more\.$/);
});
