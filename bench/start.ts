import { LARGE } from './generated';
import { type Figure, median } from './report';
import type { MeasuredServer, Stage } from './stage';

const ROUNDS = 3;

/** The least that Node can start as a server. */
const LEAST = `require('node:http').createServer((_, response) => response.end())
	.listen(process.env.PORT, '127.0.0.1', () => console.log('Listening on it'))`;

interface Started {
	milliseconds: number;
	mebibytes: number;
}

/** How long servers take until they listen, and the memory they hold once they have answered `/`; against a bare one. */
export async function start(stage: Stage): Promise<Figure[]> {
	const folder = await stage.generated(LARGE);
	const bare: Started[] = [];
	const first: Started[] = [];
	const large: Started[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		bare.push(await startOf(await stage.serve(['-e', LEAST])));
		first.push(await startOf(await stage.atlas()));
		large.push(await startOf(await stage.atlas(folder)));
	}
	const figure = (what: string, rounds: Started[], member: keyof Started, unit: string): Figure => ({
		what,
		measured: median(rounds.map((round) => round[member])),
		unit,
		baseline: median(bare.map((round) => round[member]))
	});
	const size = `${LARGE.features} features, ${LARGE.claims} claims`;
	return [
		figure('start, first edition', first, 'milliseconds', 'ms'),
		figure(`start, ${size}`, large, 'milliseconds', 'ms'),
		figure('memory, first edition', first, 'mebibytes', 'MiB'),
		figure(`memory, ${size}`, large, 'mebibytes', 'MiB')
	];
}

async function startOf({ url, startedIn, vitals, stop }: MeasuredServer): Promise<Started> {
	const response = await fetch(`${url}/`);
	await response.arrayBuffer();
	if (!response.ok) throw new Error(`${url}/ was answered with ${response.status}.`);
	const { resident } = await vitals();
	await stop();
	return { milliseconds: startedIn, mebibytes: resident / 2 ** 20 };
}
