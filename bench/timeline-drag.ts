import type { Page } from 'playwright-core';
import { atRest, nextRest, openDashboard } from './dashboard';
import { LARGE } from './generated';
import { MainThread, prepare, type Work } from './main-thread';
import { type Figure, median } from './report';
import type { Stage } from './stage';

const STEPS = 24;

/** What a step may take of the main thread, in milliseconds: all of it, the map's frames included. */
const MOST_MILLISECONDS = 50;

const STATUS = 'aside [role="status"]';

/**
 * Main-thread work of each step of a drag on the timeline of a large dataset: the end of the range is drawn towards its
 * beginning with the mouse, and each step is followed until the map rests.
 */
export async function timelineDrag(stage: Stage): Promise<Figure[]> {
	const { url } = await stage.atlas(await stage.generated(LARGE));
	const browser = await stage.browser();
	const thread = await MainThread.of(browser);
	const page = await openDashboard(browser, url);
	await prepare(page, STATUS);
	const placeOf = await holdEnd(page);
	const steps: Work[] = [];
	for (let step = 1; step <= STEPS; step++) {
		const { x, y } = placeOf(1 - (0.8 * step) / STEPS);
		steps.push(
			await thread.work('input', async () => {
				const rest = nextRest(page);
				await page.mouse.move(x, y);
				await rest;
			})
		);
	}
	const all = (part: keyof Work) => steps.map((step) => step[part]);
	const whole = steps.map(({ answering, afterwards, frames }) => answering + afterwards + frames);
	return [
		{
			what: `a step until the map rests, ${LARGE.features} features, ${LARGE.claims} claims`,
			measured: median(whole),
			unit: 'ms',
			bound: { atMost: MOST_MILLISECONDS }
		},
		{ what: 'its answer', measured: median(all('answering')), unit: 'ms', bound: { atMost: MOST_MILLISECONDS } },
		{ what: '  of the slowest step', measured: Math.max(...all('answering')), unit: 'ms' },
		{ what: 'after the answer, until the map rests', measured: median(all('afterwards')), unit: 'ms' },
		{ what: 'the map’s frames, without drawing', measured: median(all('frames')), unit: 'ms' }
	];
}

/** Takes hold of the end of the range; gives the pixel at each share of its track. */
async function holdEnd(page: Page): Promise<(share: number) => { x: number; y: number }> {
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
