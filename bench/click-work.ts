import type { Locator, Page } from 'playwright-core';
import { atRest, nextRest, openDashboard } from './dashboard';
import { LARGE } from './generated';
import { MainThread, prepare, type Work } from './main-thread';
import { type Figure, median } from './report';
import type { Stage } from './stage';

const CLICKS = 20;

/** What a click may take on the first edition, in milliseconds, and how many times that on the large dataset. */
const MOST_MILLISECONDS = 33;
const MOST_TIMES = 4;

const STATUS = 'aside [role="status"]';

/** A dashboard at rest, and what each click on it took. */
interface Subject {
	page: Page;
	clicks: (Work & { calibration: number })[];
}

/**
 * Main-thread work from a click on a topic to the new list, counts and map expression, on the first edition and on a large
 * dataset by turns.
 */
export async function clickWork(stage: Stage): Promise<Figure[]> {
	const folder = await stage.generated(LARGE);
	const browser = await stage.browser();
	const thread = await MainThread.of(browser);
	const open = async (geodata?: string): Promise<Subject> => {
		const page = await openDashboard(browser, (await stage.atlas(geodata)).url);
		await prepare(page, STATUS);
		return { page, clicks: [] };
	};
	const [first, large] = [await open(), await open(folder)];
	const status = await large.page.locator(STATUS).innerText();
	const [features, claims] = [LARGE.features, LARGE.claims].map((count) => count.toLocaleString('en-GB'));
	if (!status.startsWith(`${features} features, ${claims} claims`)) {
		throw new Error(`The large dataset shows “${status}”.`);
	}
	for (let click = 0; click < CLICKS; click++) {
		for (const { page, clicks } of [first, large]) {
			const calibration = await thread.calibration(page);
			const [button, box] = controlsOf(page, Math.floor(click / 2));
			clicks.push({ ...(await clickOn(thread, click % 2 === 0 ? button : box)), calibration });
		}
	}
	return figuresOf(first, large);
}

/** Only one topic, then the next beside it, and so on through all: each click gives a list that is mostly new. */
function controlsOf(page: Page, round: number): [button: Locator, box: Locator] {
	const items = page.getByRole('group', { name: 'Topics', exact: true }).getByRole('listitem');
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
		const rest = nextRest(page);
		await page.mouse.down();
		await page.mouse.up();
		await rest;
	});
}

function figuresOf(first: Subject, large: Subject): Figure[] {
	const middle = ({ clicks }: Subject, part: keyof Subject['clicks'][number]) =>
		median(clicks.map((click) => click[part]));
	const against = (what: string, part: keyof Work): Figure => ({
		what: `${what}, ${LARGE.features} features, ${LARGE.claims} claims`,
		measured: middle(large, part),
		unit: 'ms',
		baseline: middle(first, part)
	});
	const calibrations = [first, large].flatMap(({ clicks }) => clicks.map(({ calibration }) => calibration));
	const calibration = median(calibrations);
	const answering = middle(first, 'answering');
	return [
		{ what: 'click to answer, first edition', measured: answering, unit: 'ms', bound: { atMost: MOST_MILLISECONDS } },
		{ ...against('click to answer', 'answering'), bound: { atMost: MOST_TIMES } },
		{
			what: 'click to answer, first edition, against the calibration',
			measured: answering,
			unit: 'ms',
			baseline: calibration
		},
		{
			what: 'noise: the slowest tenth of calibrations',
			measured: calibrations.sort((a, b) => a - b)[Math.floor(calibrations.length * 0.9)]!,
			unit: 'ms',
			baseline: calibration
		},
		against('after the answer, until the map rests', 'afterwards'),
		against('the map’s frames, without drawing', 'frames')
	];
}
