import type { FeatureCollection } from 'geojson';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Request } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { PHONE } from '../browser';
import { type AtlasPage, eventually, serveDashboard, words } from './atlas-page';

const atlas = serveDashboard();

/** A word that stands in the files of these tests and nowhere else. */
const SECRET = 'zugvogel';

const FEATURES = [
	{ name: `Post ${SECRET}`, date: '2024-12-08', geometry: { type: 'Point', coordinates: [37.5, 35.9] } },
	{ name: 'Survey', date: '2018', geometry: { type: 'Point', coordinates: [33.6, 34] } },
	{
		name: '"><img src=x onerror="window.hacked=1">',
		note: '<script>window.hacked=1</script> https://example.org/',
		geometry: { type: 'Point', coordinates: [39.5, 33.6] }
	},
	{ name: 'Nowhere', geometry: null },
	{ name: 'Broken', geometry: { type: 'Polygon', coordinates: [[[38, 34]]] } }
];
const GOOD = geojson(FEATURES);

interface Given {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

function given(name: string, content: string | Buffer): Given {
	return { name, mimeType: '', buffer: Buffer.from(content) };
}

function geojson(features: readonly { geometry: object | null }[]): Given {
	const written = features.map(({ geometry, ...properties }) => ({ type: 'Feature', properties, geometry }));
	return given('mine.geojson', JSON.stringify({ type: 'FeatureCollection', features: written }));
}

let dashboard: AtlasPage;
let sent: Request[] = [];

afterEach(async () => {
	// Nothing of a file is in any request: not in its address, not in its body.
	const carrying = sent.filter((request) => `${request.url()}${request.postData() ?? ''}`.includes(SECRET));
	expect(carrying.map((request) => request.url())).toEqual([]);
	expect(sent.filter((request) => request.method() !== 'GET').map((request) => request.url())).toEqual([]);
	expect(dashboard.page.url()).not.toContain(SECRET);
	expect(await dashboard.page.evaluate(() => Reflect.get(globalThis, 'hacked'))).toBeUndefined();
});

async function open(path = '/', options = {}): Promise<AtlasPage> {
	dashboard = await (await atlas.open(path, options)).alive();
	sent = [];
	dashboard.page.on('request', (request) => sent.push(request));
	return dashboard;
}

const own = () => dashboard.page.getByRole('region', { name: 'Your data' });
const drawn = () => dashboard.map.getAttribute('data-own-shown');

/** Chooses files, given or by their path, and waits until they are read. */
async function choose(...files: Given[] | string[]): Promise<void> {
	const chooser = dashboard.page.waitForEvent('filechooser');
	await dashboard.page.getByRole('button', { name: 'Add your own data' }).click();
	await (await chooser).setFiles(files);
	for (const file of files) {
		const name = typeof file === 'string' ? basename(file) : file.name;
		await own().getByRole('checkbox', { name }).waitFor();
	}
}

/** Drops a file on the map. */
async function drop({ name, buffer }: Given): Promise<void> {
	await dashboard.map.evaluate(
		(map, { name: fileName, content }) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([content], fileName));
			for (const kind of ['dragenter', 'dragover', 'drop']) {
				map.dispatchEvent(new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }));
			}
		},
		{ name, content: buffer.toString() }
	);
}

describe('a file of one’s own', () => {
	test('is dropped on the map, drawn, listed, and opened: its properties are text', async () => {
		await (await open()).idle();
		await drop(GOOD);
		await eventually(drawn).toBe('3');
		await dashboard.page.getByRole('button', { name: 'See your data' }).click();
		expect(words(await own().textContent())).toContain('GeoJSON, 4 features, 1 without a place.');
		expect(words(await own().textContent())).toContain('Dates from “date”, filtered by when it happened.');
		await own().getByText('4 features', { exact: true }).click();
		await own().getByRole('button', { name: '<img' }).click();
		await own().getByRole('heading', { name: '<img', level: 3 }).waitFor();
		expect(await own().getByRole('row', { name: /^note/ }).getByRole('cell').textContent()).toBe(FEATURES[2]!.note);
		expect(await own().locator('a, img').count()).toBe(0);
		expect(words(await own().textContent())).toContain('No source of the atlas says this.');
	});

	test('is clicked on the map, and closed with Escape', async () => {
		await open('/?layers=none');
		await choose(GOOD);
		await eventually(drawn).toBe('3');
		await dashboard.clickAt([37.5, 35.9]);
		await own()
			.getByRole('heading', { name: `Post ${SECRET}` })
			.waitFor();
		await dashboard.page.keyboard.press('Escape');
		await own()
			.getByRole('heading', { name: `Post ${SECRET}` })
			.waitFor({ state: 'hidden' });
	});

	test('is filtered by extent and by the time that it is about, and no clause of the filter is its own', async () => {
		await open('/?bbox=37,35,38,37');
		await choose(GOOD);
		await eventually(drawn).toBe('1');
		await dashboard.page.getByRole('button', { name: 'Clear all', exact: true }).click();
		await eventually(drawn).toBe('3');
		await dashboard.page.getByRole('radio', { name: 'When it happened' }).check();
		await dashboard.page
			.getByRole('group', { name: /happened/ })
			.getByLabel('from')
			.fill('2024-01-01');
		await eventually(drawn).toBe('1');
		expect(words(await own().textContent())).toContain('1 pass the filter.');
		expect(dashboard.query()).toEqual({ 'happened-from': '2024-01-01' });
	});

	test('is hidden, shown and removed, and gone after a reload', async () => {
		await open();
		await choose(GOOD, given('more.csv', 'name,lat,lon\nOne,34,35\n'));
		await eventually(drawn).toBe('4');
		await own().getByRole('checkbox', { name: 'mine.geojson' }).uncheck();
		await eventually(drawn).toBe('1');
		await own().getByRole('button', { name: 'Remove more.csv' }).click();
		await eventually(drawn).toBe('0');
		await dashboard.page.reload();
		await dashboard.alive();
		expect(await own().count()).toBe(0);
	});

	test('of a hundred thousand points goes away again, beside one of few, without a word in red', async () => {
		const row = (_: unknown, index: number) => `P${index},${30 + (index % 317) / 50},${30 + (index % 331) / 40}`;
		await open('/?layers=none');
		await choose(given('few.csv', 'name,lat,lon\nOne,34,35\n'));
		await choose(given('many.csv', ['name,lat,lon', ...Array.from({ length: 100_000 }, row)].join('\n')));
		await eventually(drawn).toBe('100001');
		await dashboard.idle();
		await own().getByRole('button', { name: 'Remove many.csv' }).click();
		await eventually(drawn).toBe('1');
		await dashboard.idle();
	});

	test('is exported together with the atlas, and marked as one’s own', async () => {
		await open('/?layers=tartus');
		await choose(GOOD);
		const begun = dashboard.page.waitForEvent('download');
		await own().getByRole('button', { name: 'Export with the atlas' }).click();
		const collection = JSON.parse(await readFile(await (await begun).path(), 'utf8')) as FeatureCollection & {
			atlas: { ownData: { files: unknown } };
		};
		const ours = collection.features.filter(({ id }) => id !== undefined);
		expect(ours.map(({ id }) => id).sort()).toEqual(await dashboard.listed());
		const others = collection.features.filter(({ id }) => id === undefined);
		expect(
			others.map(({ properties }) => [properties!['name'], properties!['ownData'], 'claims' in properties!])
		).toEqual(FEATURES.slice(0, 4).map(({ name }) => [name, 'mine.geojson', false]));
		expect(collection.atlas.ownData.files).toEqual([{ name: 'mine.geojson', features: 4 }]);
	});

	test('is added on a phone, with thumbs', async () => {
		await open('/', { viewport: PHONE, hasTouch: true, isMobile: true });
		await dashboard.page.getByRole('button', { name: /^Filters/ }).tap();
		await choose(GOOD);
		await eventually(drawn).toBe('3');
		await own().getByRole('button', { name: 'Zoom to it: mine.geojson' }).tap();
		expect(await dashboard.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
	});
});

/** A case of the importer, as it is dropped. */
function fixture(path: string): Given {
	return given(basename(path), readFileSync(join('tests/fixtures/import', path)));
}

describe('the card of a file says how it was read', () => {
	test.each([
		['valid/csv-acled-export.csv', ['Places from “latitude” and “longitude”.', 'Dates from “event_date”']],
		['valid/russian-columns.csv', ['Places from “Широта” and “Долгота”.', 'Dates from “Дата начала, Дата окончания”']],
		['valid/takeout-records.json', ['JSON, 2 features.', 'Places from “latitudeE7” and “longitudeE7”.']],
		['invalid/lpf-when-timespans.json', ['3 features, 2 without a place.', 'Dates from “when”', '1 issue']],
		[
			'invalid/geojson-takeout-saved-places.json',
			['It lies at 0, 0 in the Gulf of Guinea.', 'Titles from “location”.']
		],
		['invalid/csv-time-of-day-column.csv', ['No dates were found in it', 'it may be a year or a time of day']]
	])('%s', async (path, said) => {
		await (await open('/?layers=none')).idle();
		await drop(fixture(path));
		await own()
			.getByRole('checkbox', { name: basename(path) })
			.waitFor();
		for (const sentence of said) expect(words(await own().textContent())).toContain(sentence);
	});

	test('and asks which comes first in dates that do not show it', async () => {
		await open('/?layers=none');
		await choose(fixture('invalid/csv-us-dates.csv'));
		const question = own().getByRole('group', { name: 'What comes first in the dates of “date”?' });
		await question.getByRole('radio', { name: 'The month (12/08/2024 is 2024-12-08)' }).check();
		await own().getByText('Dates from “date”').waitFor();
		expect(await own().locator('.issues').count()).toBe(0);
		await question.getByRole('radio', { name: 'The day' }).check();
		await eventually(() => question.getByRole('radio', { name: 'The day' }).isChecked()).toBe(true);
	});

	test('and lets the columns be changed, and latitude and longitude be swapped', async () => {
		await open('/?layers=none');
		await choose(given('places.csv', 'who,north,across,seen\nA,34.9,35.86,2024-12-08\n'));
		await own().getByLabel('Latitude, or both in one').selectOption('north');
		await own().getByLabel('Longitude').selectOption('across');
		await eventually(drawn).toBe('1');
		await own().getByLabel('Date, or the first day').selectOption('seen');
		await own().getByText('Dates from “seen”').waitFor();
		await own().getByLabel('Title').selectOption('who');
		await own().getByText('Titles from “who”').waitFor();
		await own().getByRole('checkbox', { name: 'Latitude and longitude the other way round' }).check();
		await eventually(drawn).toBe('1');
		await own().getByRole('button', { name: 'Read it as at first: places.csv' }).click();
		await eventually(drawn).toBe('0');
	});
});

describe('of a file that cannot be used it is said why, within seconds, and the page goes on', () => {
	test('large, deep, binary, of another encoding, without coordinates, with entities', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'own-data-'));
		const large = join(folder, 'large.geojson');
		writeFileSync(large, Buffer.alloc(50 * 1024 * 1024, 32));
		await open();
		const begun = performance.now();
		await choose(large);
		await choose(
			given('deep.geojson', '['.repeat(100_000) + ']'.repeat(100_000)),
			given('picture.geojson', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])),
			given('latin.csv', Buffer.from('name,lat,lon\nTart\xF9s,34,35', 'latin1')),
			given('none.csv', 'name,kind\na,b'),
			given('bomb.kml', '<!DOCTYPE kml [<!ENTITY a "b">]>\n<kml>&a;</kml>')
		);
		expect(performance.now() - begun).toBeLessThan(20_000);
		rmSync(folder, { recursive: true });
		const issues = (await own().locator('.issues li').allTextContents()).map(words);
		expect(issues).toEqual([
			expect.stringMatching(/^The file has 52\.4 MB; 50 MB is the most/),
			expect.stringMatching(/^Feature 1, line 1: .* nested 99999 deep/),
			expect.stringMatching(/^This is a picture, whatever its name says/),
			expect.stringMatching(/^The file is not UTF-8: line 2/),
			expect.stringMatching(/^Line 1: No columns of coordinates were found/),
			expect.stringMatching(/^Line 1: A document type/)
		]);
		await dashboard.only('Layers', 'Homs');
		await eventually(() => dashboard.listed()).toEqual(['homs-fertilizer-plant']);
	});

	test('that takes too long: its worker is stopped', async () => {
		await open();
		await dashboard.page.clock.install();
		const track = '<trkpt lat="34.1" lon="35.1"><time>2024-12-08T00:00:00Z</time></trkpt>\n'.repeat(500_000);
		const chooser = dashboard.page.waitForEvent('filechooser');
		await dashboard.page.getByRole('button', { name: 'Add your own data' }).click();
		await (await chooser).setFiles(given('track.gpx', `<gpx><trk><trkseg>${track}</trkseg></trk></gpx>`));
		await dashboard.page.getByText('Reading track.gpx').waitFor();
		await dashboard.page.clock.fastForward(16_000);
		await own()
			.getByText(/Reading it was stopped after 15 seconds/)
			.waitFor();
	});

	test('with some features that are broken: the others are kept, and each issue says where', async () => {
		await open();
		await choose(GOOD);
		expect(words(await own().textContent())).toContain('1 issue');
		expect(words(await own().getByRole('listitem').first().textContent())).toMatch(/^Feature 5, line 1:/);
	});
});
