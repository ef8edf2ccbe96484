import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { axeFindings } from './axe';
import { VALID } from '../ingest/broken-folder';
import { serveAtlas } from './atlas';
import { PHONE } from './browser';
import { words } from './dashboard/atlas-page';

const atlas = serveAtlas({ GEODATA_DIR: VALID, SOURCES_DIR: join(VALID, 'documents') });

const SOURCE = '/sources/gazette-2025-03';

describe('a link that is inferred', () => {
	test('stands apart from the chain, and opens to its ground and the pages that show it', async () => {
		const { page } = await atlas.open('/features/moor-road');
		const note = page.locator('#c-road');
		expect(words(await note.locator('.attribution').textContent())).toBe('The Gazette');
		const told = note.locator('details', { hasText: 'probably' });
		expect(await told.locator('a').isVisible()).toBe(false);
		await told.locator('summary').click();
		expect(words(await told.textContent())).toMatch(
			/^probably: Members of the road crew told the Coast Radio ?The document does not say so\. .* seen 20 Mar 2025$/
		);
		expect(await told.locator('a').getAttribute('href')).toBe('https://coast-radio.example/road');
	});

	test('leaves a claim with one origin, and is told where it is cited', async () => {
		const { page } = await atlas.open('/features/moor-road');
		expect(words(await page.locator('.summary').textContent())).toMatch(/origin ?1(?!\d| to)/);
		const cite = await atlas.open('/cite?claim=c-road');
		expect(words(await cite.page.locator('main').textContent())).toContain(
			'Its chain is probably: Members of the road crew told the Coast Radio'
		);
	});
});

describe('what ties a claim to a place', () => {
	test('is told in its note, leads to the paragraph, and is counted', async () => {
		const { page } = await atlas.open('/features/northern-quay');
		expect(words(await page.locator('.summary').textContent())).toMatch(/claims ?4 ?name it ?2/);
		expect(words(await page.locator('#c-quay-empty .tie').textContent())).toBe('by name');
		const tie = page.locator('#c-crane-again .tie');
		expect(words(await tie.textContent())).toBe('by “the crane”: ¶1');
		await tie.locator('a').click();
		await page.waitForURL(`**${SOURCE}#p1`);
		expect(await page.locator('#p1').isVisible()).toBe(true);
	});

	test('is counted in the table and in the frame', async () => {
		const table = await atlas.open('/features');
		expect(words(await table.page.getByRole('row', { name: /Northern quay/ }).textContent())).toContain('2 name it');
		const frame = await atlas.open('/embed?feature=northern-quay');
		expect(words(await frame.page.locator('.card').textContent())).toContain('4 claims, 2 name it');
	});

	test('is shown with its passage, in the document’s own words', async () => {
		const { page } = await atlas.open('/?feature=northern-quay');
		const note = page.locator('#c-crane-again');
		await note.getByRole('button', { name: 'Passage' }).click();
		const meaning = note.locator('.meaning');
		expect(words(await meaning.textContent())).toMatch(
			/“the crane” \(Northern quay\): paragraph 1 northern quay at Saltmouth/
		);
	});

	test('is underlined where the document says it, as long as its claim is pointed at', async () => {
		const { page } = await atlas.open(SOURCE, { javaScriptEnabled: false });
		const meaning = page.locator('[data-means~="c-crane-again"]').first();
		const line = () => meaning.evaluate((part) => getComputedStyle(part).textDecorationColor);
		const before = await line();
		await page.locator('#c-crane-again .text').hover();
		expect(await line()).not.toBe(before);
	});
});

describe('a warning on a source', () => {
	test('stands at the head of its page, and in full with the claims that it names', async () => {
		const { page } = await atlas.open(SOURCE);
		const warnings = page.getByRole('region', { name: 'Read with care' });
		expect(await warnings.getByRole('link', { name: 'example.org/ferries' }).count()).toBe(1);
		expect(words(await page.locator('#c-crane-again .warning').textContent())).toContain('at another quay');
		expect(await page.locator('#c-quay-empty .warning').count()).toBe(0);
	});

	test('is a short link with every other claim of the source', async () => {
		const { page } = await atlas.open('/features/northern-quay');
		await page.locator('#c-quay-empty').getByRole('link', { name: 'with a warning' }).click();
		await page.waitForURL(`**${SOURCE}#warnings`);
		const other = await atlas.open('/features/northern-quay');
		expect(await other.page.locator('#c-ferries-left').getByRole('link', { name: 'warning' }).count()).toBe(0);
	});
});

describe('those whom no source quotes', () => {
	test('are told alike on the About page', async () => {
		const { page } = await atlas.open('/about');
		expect(words(await page.locator('main').textContent())).toMatch(
			/The lagoon’s fishermen ?spoken of in 1 claim, quoted in none.*The crew of the crane ?Who work it; spoken of in 2 claims, quoted in none/
		);
	});

	test('can be compared, and show what others say of them', async () => {
		const { page } = await atlas.open('/compare?left=crane-crew&right=harbour-office');
		const left = page.getByRole('region', { name: 'The crew of the crane' });
		expect(words(await left.textContent())).toContain('Spoken of in 2 claims, quoted in none.');
		expect(await left.getByRole('listitem').count()).toBeGreaterThanOrEqual(2);
	});

	test('are told with a feature of whose claims they are, with the numbers of the notes', async () => {
		const { page } = await atlas.open('/features/northern-quay');
		const told = page.locator('details', { hasText: 'quoted by no source' });
		await told.locator('summary').click();
		expect(words(await told.textContent())).toMatch(/The crew of the crane ?notes 2, 4$/);
	});

	test('are found by their names, and a link that asks for them says why it cannot', async () => {
		const { page } = await atlas.open('/features?q=netmen');
		expect(await page.getByRole('row', { name: /Lagoon/ }).count()).toBe(1);
		const old = await atlas.open('/?groups=crane-crew');
		expect(words(await old.page.locator('body').textContent())).toContain(
			'groups has no “crane-crew”. The crew of the crane is spoken of in 2 claims, quoted in none'
		);
	});
});

describe('the number of a note', () => {
	const numbers = async (address: string) => {
		const { page } = await atlas.open(address);
		return page
			.locator('.note')
			.evaluateAll((notes) =>
				Object.fromEntries(
					notes.map((note) => [note.getAttribute('data-claims'), note.querySelector('.number')?.textContent])
				)
			);
	};

	test('is the same in any order, under any filter and in any place', async () => {
		const all = await numbers('/features/northern-quay');
		expect(all).toEqual({ 'c-ferries-left': '1', 'c-crane-stays': '2', 'c-quay-empty': '3', 'c-crane-again': '4' });
		expect(await numbers('/features/northern-quay?order=time')).toEqual(all);
		const works = { 'c-crane-stays': '2', 'c-crane-again': '4' };
		expect(await numbers('/?feature=northern-quay&topics=works')).toEqual(works);
		expect(await numbers('/embed?feature=northern-quay&topics=works')).toEqual(works);
	});
});

describe.each([
	['on a screen', {}],
	['on a phone in the dark', { viewport: PHONE, colorScheme: 'dark' as const }]
])('axe finds nothing %s', (_, options) => {
	test.each([
		'/features/northern-quay',
		'/features/moor-road',
		SOURCE,
		'/cite?claim=c-road',
		'/about',
		'/compare?left=crane-crew&right=bay-news'
	])('on %s, with all that folds open', async (address) => {
		const { page } = await atlas.open(address, options);
		await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
	});
});

test('the example of a filter is one that a claim satisfies', async () => {
	const { page } = await atlas.open('/api/collections/claims/queryables');
	await page.getByRole('link', { name: 'Try this condition' }).click();
	expect(words(await page.locator('.lead').textContent())).not.toMatch(/^0 /);
});
