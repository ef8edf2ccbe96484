import { describe, expect, test } from 'vitest';
import { axeFindings } from './axe';
import { type AtlasPage, eventually, serveDashboard, words } from './dashboard/atlas-page';

// On an invented strait, where claims contradict each other, are in tension and change over time: of the station whether it
// is held and whether ships are there, of the pier whether the ferry runs.
const STRAIT = 'tests/fixtures/valid/strait';
const STATION = [10.6, 41.2];
const PIER = [11.4, 40.7];

const atlas = serveDashboard({ GEODATA_DIR: STRAIT, SOURCES_DIR: `${STRAIT}/documents` });

async function open(path: string): Promise<AtlasPage> {
	return (await atlas.open(path)).alive();
}

/** The ids of the features that the list calls contested. */
async function contested({ panel }: AtlasPage): Promise<(string | null)[]> {
	const rows = await panel.locator('[data-feature]', { hasText: 'contested' }).all();
	return Promise.all(rows.map((row) => row.getAttribute('data-feature')));
}

/** Each box of differences in the words that it has. */
async function told({ page }: AtlasPage): Promise<string[]> {
	return (await page.locator('.difference').allInnerTexts()).map(words);
}

/** How many pixels are as dark as ink where the map has the sign of a contradiction beside a symbol. */
async function inkBeside(dashboard: AtlasPage, position: readonly number[]): Promise<number> {
	const { x, y } = await dashboard.pointAt(position);
	const png = await dashboard.page.screenshot({ clip: { x: x - 15, y: y + 2, width: 9, height: 12 } });
	return dashboard.page.evaluate(
		async (address) => {
			const image = new Image();
			image.src = address;
			await image.decode();
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, image.width, image.height);
			let dark = 0;
			for (let at = 0; at < data.length; at += 4) if (Math.max(...data.subarray(at, at + 3)) < 90) dark++;
			return dark;
		},
		`data:image/png;base64,${png.toString('base64')}`
	);
}

describe('what is contested', () => {
	test('has the mark in the list and on the map; what only changed over time has none', async () => {
		const dashboard = await (await open('/')).idle();
		await eventually(() => contested(dashboard)).toEqual(['station']);
		expect(await inkBeside(dashboard, STATION)).toBeGreaterThan(5);
		expect(await inkBeside(dashboard, PIER)).toBe(0);
	});

	test('is filtered by, and counted beside the filter and in the legend', async () => {
		const dashboard = await open('/');
		const filter = dashboard.page.locator('label.contested');
		expect(words(await filter.innerText())).toBe('Only contested features 1');
		await dashboard.map.getByText('How to read the map').click();
		expect(await dashboard.map.getByText('Claims contradict each other on 1 feature here.').isVisible()).toBe(true);
		await filter.getByRole('checkbox').check();
		await eventually(() => dashboard.listed()).toEqual(['station']);
	});

	test('is nothing, and that is said, where no claims of one time are left that exclude each other', async () => {
		const dashboard = await open('/?contested=1&topics=ferry');
		const nothing = 'No two claims about one place here contradict each other.';
		expect(words(await dashboard.page.locator('label.contested').innerText())).toBe('Only contested features 0');
		expect(words(await dashboard.page.getByRole('search').innerText())).toContain(nothing);
		expect(words(await dashboard.panel.innerText())).toContain(nothing);
		await dashboard.map.getByText('How to read the map').click();
		expect(await dashboard.map.getByText(nothing).isVisible()).toBe(true);
		await dashboard.page.locator('label.contested').getByRole('checkbox').uncheck();
		await eventually(() => dashboard.listed()).toEqual(['pier']);
		expect(await contested(dashboard)).toEqual([]);
	});

	test('is said at the head of the panel, and not before it was known', async () => {
		const late = await open('/?feature=station');
		expect(words(await late.panel.locator('header').first().innerText())).toContain('contested');
		const early = await open('/?feature=station&known=2024-12-08');
		expect(words(await early.panel.locator('header').first().innerText())).not.toContain('contested');
	});

	test('is said in a frame of what contradicts, not of what changed', async () => {
		const station = await atlas.open('/embed?feature=station');
		expect(words(await station.page.locator('.card').innerText())).toContain('contested');
		const pier = await atlas.open('/embed?feature=pier');
		expect(words(await pier.page.locator('.card').innerText())).not.toContain('contested');
	});
});

describe('the panel', () => {
	test('tells contradiction, tension and change apart, each with its notes and the reason', async () => {
		const dashboard = await open('/?feature=station');
		const [contradiction, tension, change, ...others] = await told(dashboard);
		expect(contradiction).toBe(
			'Answers contradict each other Are its ships there? All are there note 3 Most have left note 1 Nine ships cannot be there when most are gone.'
		);
		expect(tension).toBe(
			'Answers in tension Are its ships there? Most have left note 1 Is the station still the admiralty’s? It is note 2 A station can be held without ships, but seldom is for long.'
		);
		expect(change).toBe(
			'Answers changed over time Is the station still the admiralty’s? then: It is 9 Dec 2024 note 2 later: It is given up Mar 2025 note 4 What is given up is not held.'
		);
		expect(others).toEqual(['One pair of answers that may both be true']);
	});

	test('tells of a ferry that stopped as of a change, and of no contradiction', async () => {
		const dashboard = await open('/?feature=pier');
		expect(await told(dashboard)).toEqual([
			'Answers changed over time Does the ferry run? then: It runs 9 Dec 2024 note 1 later: It has stopped Mar 2025 note 2 A ferry that has stopped does not run.'
		]);
	});

	test('leads from an answer to its note', async () => {
		const dashboard = await open('/?feature=station');
		await dashboard.panel.locator('section.difference a[href="#c-harbour-master"]').click();
		const top = () => dashboard.note('c-harbour-master').evaluate((note) => note.getBoundingClientRect().top);
		await eventually(top).toBeLessThan(720);
		expect(await top()).toBeGreaterThanOrEqual(0);
	});
});

describe('the page of a feature', () => {
	test('begins with the latest answer of each origin, contradictions first, before all notes', async () => {
		const { page } = await atlas.open('/features/station');
		const lines = (await page.locator('.lines li').allInnerTexts()).map(words);
		expect(lines).toEqual([
			'Are its ships there? Pictures from the air: Most have left 9 December 2024, through Gull Post; report; note 1 contested Contradicts “All are there”. In tension with “It is” (Is the station still the admiralty’s?). Nothing on this since 9 December 2024.',
			'Are its ships there? The harbour master: All are there 9 December 2024 (inferred), through Gull Post; statement; note 3 contested Contradicts “Most have left”. Nothing on this since 9 December 2024.',
			'Is the station still the admiralty’s? The admiralty: It is given up March 2025, through Strait Review; statement; note 4 At another time: “It is”. Nothing on this since March 2025.'
		]);
		const [line, note] = await Promise.all(
			['.lines', '.note'].map((selector) => page.locator(selector).first().boundingBox())
		);
		expect(line!.y).toBeLessThan(note!.y);
	});

	test('says that no source says since when', async () => {
		const { page } = await atlas.open('/features/pier');
		expect(words(await page.locator('.lines li').innerText())).toContain(
			'No source says since when. Nothing on this since March 2025.'
		);
	});
});

describe('a question that was divided', () => {
	test('leads to its parts, and each part says so', async () => {
		const { page } = await atlas.open('/questions/garrison?version=1.0.0');
		expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('This question was divided');
		expect(words(await page.getByRole('region', { name: /^What has changed/ }).innerText())).toContain(
			'2 things that are shown here have changed since'
		);
		await page.getByRole('link', { name: 'Are its ships there?' }).click();
		await page.waitForURL('**/questions/ships-there');
		expect(words(await page.locator('main').innerText())).toContain(
			'In earlier versions this was one question, garrison, with Is the station still the admiralty’s?'
		);
	});

	test('is asked for by its old id on the map', async () => {
		const dashboard = await open('/?questions=garrison');
		await eventually(() => dashboard.listed()).toEqual(['station']);
		expect(words(await dashboard.page.getByRole('search').innerText())).toContain(
			'Only claims on “Is the station still the admiralty’s?” or “Are its ships there?”.'
		);
	});

	test('was only renamed where one question has its id, and the link leads on', async () => {
		const { page } = await atlas.open('/questions/ferry?version=1.0.0');
		expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/questions/ferry-runs?version=1.0.0');
	});

	test.each([
		'/export/all.csv?questions=garrison',
		'/feed.atom?questions=garrison',
		'/api/collections/claims/items?question=garrison&f=csv'
	])('is understood by %s', async (path) => {
		const response = await fetch(atlas.url() + path);
		const text = await response.text();
		expect([response.status, text.includes('c-pictures'), text.includes('c-ferry-runs')]).toEqual([200, true, false]);
	});

	test('is understood by a filter in CQL2, and a citation names the parts', async () => {
		const filter = encodeURIComponent("questions = 'garrison'");
		const items = await fetch(`${atlas.url()}/api/collections/features/items?filter=${filter}`);
		expect(((await items.json()) as { features: { id: string }[] }).features.map(({ id }) => id)).toEqual(['station']);
		const cited = await fetch(`${atlas.url()}/cite.bib?question=garrison`);
		expect(cited.status).toBeGreaterThanOrEqual(400);
		expect(await cited.text()).toContain('“station-held” and “ships-there”');
		const renamed = await fetch(`${atlas.url()}/cite.bib?question=ferry`);
		expect([renamed.status, await renamed.text()]).toEqual([200, expect.stringContaining('/questions/ferry-runs')]);
	});
});

test.each(['/features/station', '/questions', '/questions/ships-there', '/questions/garrison', '/?feature=station'])(
	'axe finds nothing on %s',
	async (path) => {
		const { page } = await atlas.open(path);
		expect(await axeFindings(page)).toEqual([]);
	}
);
