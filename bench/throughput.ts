import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { KeptAnswer } from './bare/server';
import { requestsPerSecond } from './client';
import { type Figure, median } from './report';
import type { Stage } from './stage';

/** What is asked for, and the share of the bare server's requests per second that the atlas must reach. */
const ASKED: readonly { what: string; target: string; atLeast?: number }[] = [
	{ what: '/export/all.geojson', target: '/export/all.geojson', atLeast: 1 / 2 },
	{ what: '/', target: '/', atLeast: 1 / 12 },
	// An answer is kept only under an address of known parameters, so this one is made anew for each request.
	{ what: '/, made anew for each request', target: '/?anew' }
];

const ROUNDS = 12;
const ROUND_MILLISECONDS = 500;

/**
 * Requests per second against a bare Node server that sends the same bytes and headers: rounds by turns, so that what else
 * the machine does meets both, and of their ratios the median.
 */
export async function throughput(stage: Stage): Promise<Figure[]> {
	const atlas = await stage.atlas();
	const answers = await Promise.all(ASKED.map(({ target }) => answerOf(atlas.url, target)));
	const bare = await stage.bare(answers);
	const figures: Figure[] = [];
	for (const { what, target, atLeast } of ASKED) {
		const rounds: { ours: number; bares: number }[] = [];
		// The first round warms both up, and does not count.
		for (let round = 0; round <= ROUNDS; round++) {
			const rate = (server: { url: string }) => requestsPerSecond(server.url + target, ROUND_MILLISECONDS);
			const [first, second] = round % 2 === 0 ? [atlas, bare] : [bare, atlas];
			const [one, other] = [await rate(first), await rate(second)];
			if (round > 0) rounds.push(first === atlas ? { ours: one, bares: other } : { ours: other, bares: one });
		}
		const measured = median(rounds.map(({ ours }) => ours));
		const ratio = median(rounds.map(({ ours, bares }) => ours / bares));
		figures.push({
			what,
			measured,
			unit: '/s',
			baseline: measured / ratio,
			...(atLeast !== undefined && { bound: { atLeast } })
		});
	}
	return figures;
}

/** What the server answers without compression: its headers but those that every Node server adds, and its body. */
async function answerOf(origin: string, target: string): Promise<KeptAnswer> {
	const request = get(origin + target, { headers: { 'Accept-Encoding': 'identity' } });
	const [answer] = (await once(request, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of answer) chunks.push(chunk as Buffer);
	const headers: string[] = [];
	for (let at = 0; at < answer.rawHeaders.length; at += 2) {
		const [name, value] = [answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!];
		if (!/^(?:date|connection|keep-alive)$/i.test(name)) headers.push(name, value);
	}
	if (answer.statusCode !== 200) throw new Error(`${target} was answered with ${answer.statusCode}.`);
	return { target, headers, body: Buffer.concat(chunks).toString('base64') };
}
