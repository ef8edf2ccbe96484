import type { Page } from 'playwright-core';
import { atRest, nextRest, openDashboard } from './dashboard';
import { LARGE } from './generated';
import { type LongWork, MainThread, prepare, type Work } from './main-thread';
import { type Figure, median } from './report';
import type { Stage } from './stage';

/** A drag of the end of the range over most of its track: how many moves, and how many milliseconds apart. */
interface Pace {
	what: string;
	moves: number;
	apart: number;
}

/** As quick as a hand is, when the page is told at each frame; and as slow as one that looks at what it does. */
const PACES: readonly Pace[] = [
	{ what: 'of a quick drag', moves: 96, apart: 1000 / 60 },
	{ what: 'of a slow drag', moves: 24, apart: 200 }
];
const DRAGS = 5;

/** Steps that are each followed until the map rests. */
const STEPS = 12;

/** How far the end of the range is drawn, as a share of its track. */
const FAR = 0.8;

/** What a step may take of the main thread, in milliseconds: all of it, the map's frames included. */
const MOST_MILLISECONDS = 50;

const STATUS = 'aside [role="status"]';

/**
 * Main-thread work of a drag on the timeline of a large dataset, for each step that the page answers: everything from the
 * first move on until the hand has let go and the map rests.
 */
export async function timelineDrag(stage: Stage): Promise<Figure[]> {
	const { url } = await stage.atlas(await stage.generated(LARGE));
	const browser = await stage.browser();
	const thread = await MainThread.of(browser);
	const page = await openDashboard(browser, url);
	await prepare(page, STATUS);
	const size = `${LARGE.features} features, ${LARGE.claims} claims`;
	const figures: Figure[] = [];
	for (const pace of PACES) {
		const drags: LongWork[] = [];
		for (let drag = 0; drag < DRAGS; drag++) {
			const placeOf = await holdEnd(page);
			drags.push(await thread.longWork('input', () => dragged(page, placeOf, pace)));
			await backToEnd(page);
		}
		figures.push(
			{
				what: `a step ${pace.what}, ${size}`,
				measured: median(drags.map(({ whole, answers }) => whole / answers)),
				unit: 'ms',
				bound: { atMost: MOST_MILLISECONDS }
			},
			{ what: '  steps', measured: median(drags.map(({ answers }) => answers)), unit: '' },
			{ what: '  the longest piece of work', measured: median(drags.map(({ longest }) => longest)), unit: 'ms' }
		);
	}
	const steps: Work[] = [];
	const placeOf = await holdEnd(page);
	for (let step = 1; step <= STEPS; step++) steps.push(await thread.work('input', () => moved(page, placeOf, step)));
	const alone = steps.map(({ answering, afterwards, frames }) => answering + afterwards + frames);
	return [
		...figures,
		{
			what: 'the answer to a step',
			measured: median(steps.map(({ answering }) => answering)),
			unit: 'ms',
			bound: { atMost: MOST_MILLISECONDS }
		},
		{
			what: 'a step alone, until the map rests',
			measured: median(alone),
			unit: 'ms',
			bound: { atMost: MOST_MILLISECONDS }
		}
	];
}

type PlaceOf = (share: number) => { x: number; y: number };

/** Takes hold of the end of the range; gives the pixel at each share of its track. */
async function holdEnd(page: Page): Promise<PlaceOf> {
	const end = page.getByRole('slider', { name: 'Last day of the range' });
	await end.scrollIntoViewIfNeeded();
	const track = await end.boundingBox();
	if (!track) throw new Error('The time range is not on the screen.');
	const placeOf = (share: number) => ({ x: track.x + track.width * share, y: track.y + track.height / 2 });
	const { x, y } = placeOf(1);
	// The middle of the thumb, which stands within the track.
	await page.mouse.move(x - 6, y);
	await page.mouse.down();
	await atRest(page);
	return placeOf;
}

/** Draws what is held over its track, waiting for no answer, lets go, and waits until the map rests. */
async function dragged(page: Page, placeOf: PlaceOf, { moves, apart }: Pace): Promise<void> {
	const made: Promise<void>[] = [];
	for (let move = 1; move <= moves; move++) {
		const { x, y } = placeOf(1 - (FAR * move) / moves);
		made.push(page.mouse.move(x, y));
		await new Promise((resolve) => setTimeout(resolve, apart));
	}
	await Promise.all(made);
	await page.mouse.up();
	await atRest(page);
}

/** Moves what is held by one step, and waits until the map rests. */
async function moved(page: Page, placeOf: PlaceOf, step: number): Promise<void> {
	const { x, y } = placeOf(1 - (FAR * step) / STEPS);
	const rest = nextRest(page);
	await page.mouse.move(x, y);
	await rest;
}

/** Puts the end of the range back where it was. */
async function backToEnd(page: Page): Promise<void> {
	await page.getByRole('slider', { name: 'Last day of the range' }).press('End');
	await atRest(page);
}
