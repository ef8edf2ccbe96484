import { firstByteOf } from './client';
import { LARGE } from './generated';
import { type Figure, median } from './report';
import type { MeasuredServer, Stage } from './stage';
import { againstBare, type BenchRequest } from './throughput';

/** What the API is measured with. */
const HUGE = { features: 100_000, claims: 300_000 };

const ITEMS = '/api/collections/features/items';

/** A degree each way: some two hundred of the features. The last digits differ, so that each box is asked for the first time. */
const REQUESTS: readonly BenchRequest[] = [
	{ what: 'items?bbox=small&limit=100', target: `${ITEMS}?bbox=24,33,25,34&limit=100`, atLeast: 1 / 4 },
	{
		what: 'items?bbox=small&limit=100, a new box each time',
		target: `${ITEMS}?bbox=24,33,25,34.00*&limit=100`,
		atLeast: 1 / 4
	},
	{ what: 'one item', target: `${ITEMS}/feature-4711`, atLeast: 1 / 2 },
	{ what: 'a vector tile from cache', target: '/api/tiles/WebMercatorQuad/7/51/72', atLeast: 1 / 2 }
];

const EXPORT = '/export/all.geojson';
const ROUNDS = 15;

/** How many times as long the first byte of a tenfold export may take: a machine that others use is not exact. */
const MOST_TIMES = 2;

/** Requests per second of the API on a large dataset against a bare Node server, and how soon a full export begins. */
export async function api(stage: Stage): Promise<Figure[]> {
	const huge = await stage.atlas(await stage.generated(HUGE));
	await settled(huge);
	const figures = await againstBare(stage, huge, REQUESTS);
	const large = await stage.atlas(await stage.generated(LARGE));
	await settled(large);
	return [
		...figures,
		{
			what: `first byte of ${EXPORT}, ${HUGE.features} features against ${LARGE.features}`,
			measured: await firstByte(huge),
			unit: 'ms',
			baseline: await firstByte(large),
			bound: { atMost: MOST_TIMES }
		}
	];
}

/** Until a server that has begun to listen reads nothing ahead any more: it works less than a twentieth of a second in one. */
async function settled({ vitals }: MeasuredServer): Promise<void> {
	for (let before = (await vitals()).processor; ;) {
		await new Promise((resolve) => setTimeout(resolve, 1000));
		const { processor } = await vitals();
		if (processor - before < 1 / 20) return;
		before = processor;
	}
}

async function firstByte({ url }: MeasuredServer): Promise<number> {
	const taken: number[] = [];
	for (let round = 0; round < ROUNDS; round++) taken.push(await firstByteOf(url + EXPORT));
	return median(taken);
}
