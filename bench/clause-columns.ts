// npm run bench:clauses: what it takes to hold five clauses against three million synthetic claims, leaf by leaf, beside one
// pass over the same columns written by hand.
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { leavesOf } from '$lib/filter/clauses';
import { byList } from '$lib/filter/vocabulary';
import { PANEL_BITS } from '$lib/engine/clause-bits';
import type { Columns, ListColumn } from '$lib/engine/columns';
import { failedUnder } from '$lib/engine/failed-clauses';
import type { Days } from '$lib/engine/runs';

const CLAIMS = 3_000_000;
const ROUNDS = 15;

/** The most that leaf by leaf may take, as a multiple of the pass by hand. */
const MOST = 1.5;

const criteria: Criteria = {
	...EVERYTHING,
	topics: ['3', '17'],
	sources: ['1', '2', '5'],
	agents: ['40', '41', '99'],
	said: { from: '2016-01-01', to: '2023-12-31' },
	happened: { from: '2012-01-01', to: '2022-06-30' }
};

/** Ids from 0 on, of which each claim has one, or up to three. */
function column(ids: number, most: number): ListColumn {
	const starts = new Uint32Array(CLAIMS + 1);
	for (let claim = 0; claim < CLAIMS; claim++) starts[claim + 1] = starts[claim]! + 1 + ((claim * 7) % most);
	const values = Uint32Array.from({ length: starts[CLAIMS]! }, () => Math.floor(Math.random() * ids));
	const numbers = new Map(Array.from({ length: ids }, (_, id) => [String(id), id]));
	return { of: 'claims', ids: numbers, isSingle: most === 1, starts, values };
}

function days(): Days {
	const from = Int32Array.from({ length: CLAIMS }, () => 20_100_101 + Math.floor(Math.random() * 15) * 10_000);
	return { from, to: from.map((day) => day + 100) };
}

const lists = { topics: column(30, 3), sources: column(50, 1), agents: column(200, 3) };
const columns = {
	dataset: { features: [], claims: { length: CLAIMS } },
	lists: { ...byList(() => column(1, 1)), ...lists },
	said: days(),
	happened: days()
} as unknown as Columns;

/** What someone would write who knew of these five clauses alone. */
function byHand(): Uint16Array {
	const flags = ({ ids }: ListColumn, asked: readonly string[] | null) =>
		Uint8Array.from({ length: ids.size }, (_, id) => Number(asked?.includes(String(id))));
	const { topics, sources, agents } = lists;
	const { said, happened } = columns;
	const [isTopic, isSource, isAgent] = [
		flags(topics, criteria.topics),
		flags(sources, criteria.sources),
		flags(agents, criteria.agents)
	];
	const failed = new Uint16Array(CLAIMS);
	for (let claim = 0; claim < CLAIMS; claim++) {
		let fails = PANEL_BITS.topics | PANEL_BITS.agents;
		for (let at = topics.starts[claim]!; at < topics.starts[claim + 1]!; at++) {
			if (isTopic[topics.values[at]!]) fails &= ~PANEL_BITS.topics;
		}
		for (let at = agents.starts[claim]!; at < agents.starts[claim + 1]!; at++) {
			if (isAgent[agents.values[at]!]) fails &= ~PANEL_BITS.agents;
		}
		if (!isSource[sources.values[claim]!]) fails |= PANEL_BITS.sources;
		if (said.from[claim]! > 20_231_231 || said.to[claim]! < 20_160_101) fails |= PANEL_BITS.said;
		if (happened.from[claim]! > 20_220_630 || happened.to[claim]! < 20_120_101) fails |= PANEL_BITS.happened;
		failed[claim] = fails;
	}
	return failed;
}

const byLeaf = () => failedUnder(columns, leavesOf(criteria)).claims;

/** The shortest processor times of passes that take turns, in milliseconds: what else the machine does only adds to them. */
function shortest(...passes: (() => Uint16Array)[]): number[] {
	const times = passes.map(() => Infinity);
	for (let round = 0; round < ROUNDS; round++) {
		for (const [at, pass] of passes.entries()) {
			const start = process.cpuUsage();
			pass();
			times[at] = Math.min(times[at]!, process.cpuUsage(start).user / 1000);
		}
	}
	return times;
}

if (Buffer.compare(Buffer.from(byHand().buffer), Buffer.from(byLeaf().buffer)) !== 0) {
	throw new Error('The two passes do not agree.');
}
const [hand = NaN, leaf = NaN] = shortest(byHand, byLeaf);
console.log(`by hand ${hand.toFixed(0)} ms, leaf by leaf ${leaf.toFixed(0)} ms: ${(leaf / hand).toFixed(2)} times`);
if (!(leaf <= MOST * hand)) process.exitCode = 1;
