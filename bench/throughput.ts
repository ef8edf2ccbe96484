import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { RecordedResponse } from './bare/server';
import { askFor } from './client';
import { type Figure, median } from './report';
import type { MeasuredServer, Stage } from './stage';

/** What is asked for, and the share of the bare server's requests per second that the atlas must reach. */
export interface BenchRequest {
	what: string;
	/** Path and query string; a `*` in it is another number in each request. */
	target: string;
	atLeast?: number;
}

const REQUESTS: readonly BenchRequest[] = [
	{ what: '/export/all.geojson', target: '/export/all.geojson', atLeast: 1 / 2 },
	{ what: '/', target: '/', atLeast: 1 / 12 },
	// A response is cached only under an address of known parameters, so this one is made anew for each request.
	{ what: '/, made anew for each request', target: '/?anew' }
];

const ROUNDS = 12;
const ROUND_MILLISECONDS = 500;

/** Requests per second of the first edition. */
export async function throughput(stage: Stage): Promise<Figure[]> {
	return againstBare(stage, await stage.atlas(), REQUESTS);
}

/**
 * Requests per second against a bare Node server that sends the same bytes and headers: rounds by turns, so that what else
 * the machine does meets both, and of their ratios the median.
 */
export async function againstBare(
	stage: Stage,
	atlas: MeasuredServer,
	requests: readonly BenchRequest[]
): Promise<Figure[]> {
	const recorded = await Promise.all(requests.map(({ target }) => responseOf(atlas.url, target)));
	const bare = await stage.bare(recorded);
	const figures: Figure[] = [];
	for (const { what, target, atLeast } of requests) {
		const ours = new Tally(atlas, target);
		const bares = new Tally(bare, target);
		for (let round = 0; round < ROUNDS; round++) {
			for (const tally of round % 2 === 0 ? [ours, bares] : [bares, ours]) await tally.ask();
		}
		const measured = median(ours.rates);
		const ratio = median(ours.rates.map((rate, round) => rate / bares.rates[round]!));
		figures.push(
			{
				what,
				measured,
				unit: '/s',
				baseline: measured / ratio,
				...(atLeast !== undefined && { bound: { atLeast } })
			},
			{
				what: '  a second of the server’s processor time',
				measured: await ours.byProcessor(),
				unit: '/s',
				baseline: await bares.byProcessor()
			}
		);
	}
	return figures;
}

/** What one server does with requests for one target. */
class Tally {
	/** Responses a second, of each round. */
	readonly rates: number[] = [];
	readonly #server: MeasuredServer;
	readonly #target: string;
	readonly #spent: Promise<number>;
	#responses = 0;

	constructor(server: MeasuredServer, target: string) {
		this.#server = server;
		this.#target = target;
		this.#spent = this.#processor();
	}

	async ask(): Promise<void> {
		await this.#spent;
		const { responses, seconds } = await askFor(this.#server.url + this.#target, ROUND_MILLISECONDS);
		this.#responses += responses;
		this.rates.push(responses / seconds);
	}

	/** Responses for each second that the server's processor has worked. */
	async byProcessor(): Promise<number> {
		return this.#responses / ((await this.#processor()) - (await this.#spent));
	}

	async #processor(): Promise<number> {
		return (await this.#server.vitals()).processor;
	}
}

/** What the server responds without compression: its headers but those that every Node server adds, and its body. */
async function responseOf(origin: string, target: string): Promise<RecordedResponse> {
	const request = get(origin + target.replace('*', '0'), { headers: { 'Accept-Encoding': 'identity' } });
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	const headers: string[] = [];
	for (let at = 0; at < response.rawHeaders.length; at += 2) {
		const [name, value] = [response.rawHeaders[at]!, response.rawHeaders[at + 1]!];
		if (!/^(?:date|connection|keep-alive)$/i.test(name)) headers.push(name, value);
	}
	if (response.statusCode !== 200) throw new Error(`${target} was answered with ${response.statusCode}.`);
	return { target, headers, body: Buffer.concat(chunks).toString('base64') };
}
