import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from '../tests/e2e/browser';
import { LARGE } from './generated';
import { MainThread, prepare, type Work } from './main-thread';
import { type Figure, median } from './report';
import type { Stage } from './stage';

const CLICKS = 20;

/** What a click may take on the first edition, in milliseconds, and how many times that on the large dataset. */
const MOST_MILLISECONDS = 33;
const MOST_TIMES = 4;

const PATIENCE = { timeout: 180_000 };
const WINDOW = { width: 1280, height: 720 };
const MAP = '[role="region"][aria-label="Map"]';
/** What the page says when its map has come to rest. */
const RESTS = 'The map rests.';

/** A dashboard at rest, and what each click on it took. */
interface Subject {
	page: Page;
	clicks: (Work & { calibration: number })[];
}

/**
 * Main-thread work from a click on a topic to the new list, counts and map expression, on the first edition and on a large
 * dataset by turns. WebGL's draw calls do nothing here: in software they would take the processor from what is measured.
 */
export async function clickWork(stage: Stage): Promise<Figure[]> {
	const folder = await stage.generated(LARGE);
	const [first, large] = [await stage.atlas(), await stage.atlas(folder)];
	const browser = await stage.browser();
	const thread = await MainThread.of(browser, await mapScriptOf(browser, first.url));
	const subjects = { first: await open(browser, first.url), large: await open(browser, large.url) };
	await holds(subjects.large.page, LARGE.features);
	for (let click = 0; click < CLICKS; click++) {
		for (const subject of Object.values(subjects)) {
			const calibration = await thread.calibration(subject.page);
			const [button, box] = controlsOf(subject.page, Math.floor(click / 2));
			subject.clicks.push({ ...(await clickOn(thread, click % 2 === 0 ? button : box)), calibration });
		}
	}
	const middle = ({ clicks }: Subject, member: keyof Subject['clicks'][number]) =>
		median(clicks.map((click) => click[member]));
	const size = `${LARGE.features} features, ${LARGE.claims} claims`;
	const against = (what: string, member: keyof Work): Figure => ({
		what,
		measured: middle(subjects.large, member),
		unit: 'ms',
		baseline: middle(subjects.first, member)
	});
	const calibrations = Object.values(subjects).flatMap(({ clicks }) => clicks.map(({ calibration }) => calibration));
	return [
		{
			what: 'click to answer, first edition',
			measured: middle(subjects.first, 'answering'),
			unit: 'ms',
			bound: { atMost: MOST_MILLISECONDS }
		},
		{ ...against(`click to answer, ${size}`, 'answering'), bound: { atMost: MOST_TIMES } },
		{
			what: 'click to answer, first edition, against a fixed piece of script',
			measured: middle(subjects.first, 'answering'),
			unit: 'ms',
			baseline: median(calibrations)
		},
		{
			what: 'that piece of script, slowest tenth against the middle',
			measured: calibrations.sort((a, b) => a - b)[Math.floor(calibrations.length * 0.9)]!,
			unit: 'ms',
			baseline: median(calibrations)
		},
		against('script after the answer, until the map rests', 'afterwards'),
		against('the map’s own frames, without drawing', 'frames')
	];
}

async function open(browser: Browser, origin: string): Promise<Subject> {
	const { page } = await openPage(browser, { viewport: WINDOW });
	await page.addInitScript(() => {
		for (const name of ['drawArrays', 'drawArraysInstanced', 'drawElements', 'drawElementsInstanced'] as const) {
			Object.defineProperty(WebGL2RenderingContext.prototype, name, { value: () => undefined });
		}
	});
	await page.goto(`${origin}/`);
	await atRest(page);
	await prepare(page, 'aside [role="status"]');
	await page.locator(MAP).evaluate((map, said) => {
		new MutationObserver(() => {
			if (map.getAttribute('data-idle') === 'true') console.debug(said);
		}).observe(map, { attributeFilter: ['data-idle'] });
	}, RESTS);
	return { page, clicks: [] };
}

/** Only one topic, then the next beside it, and so on through all: each click gives a list that is mostly new. */
function controlsOf(page: Page, round: number): [button: Locator, box: Locator] {
	const items = page.getByRole('group', { name: 'Topics' }).getByRole('listitem');
	return [items.nth(round).getByRole('button', { name: /^only/ }), items.nth(round + 1).getByRole('checkbox')];
}

async function clickOn(thread: MainThread, control: Locator): Promise<Work> {
	const page = control.page();
	await control.scrollIntoViewIfNeeded();
	const place = await control.boundingBox();
	if (!place) throw new Error('The topic is not on the screen.');
	await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
	await atRest(page);
	return thread.work('click', async () => {
		// Told by the page, as asking it would be work too.
		const rests = page.waitForEvent('console', { predicate: (message) => message.text() === RESTS, ...PATIENCE });
		await page.mouse.down();
		await page.mouse.up();
		await rests;
	});
}

/** Until the map is drawn and nothing moves. */
async function atRest(page: Page): Promise<void> {
	await page.locator(`${MAP}[data-idle="true"]`).waitFor(PATIENCE);
}

async function holds(page: Page, features: number): Promise<void> {
	const said = await page.locator('aside [role="status"]').innerText();
	if (!said.startsWith(`${features} features`)) throw new Error(`The large dataset shows “${said}”.`);
}

/** The path of the file that has the map library in it. */
async function mapScriptOf(browser: Browser, origin: string): Promise<string> {
	const { page, requests } = await openPage(browser);
	await page.goto(`${origin}/`);
	await atRest(page);
	await page.context().close();
	for (const url of requests.filter((request) => request.endsWith('.js'))) {
		if ((await (await fetch(url)).text()).includes('maplibregl-canvas')) return new URL(url).pathname;
	}
	throw new Error('None of the scripts of / is that of the map.');
}
