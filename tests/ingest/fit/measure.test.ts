import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ground } from '$lib/ingest/fit/ground';
import { wordingFindings } from '$lib/ingest/fit/claim-wording';
import { textOf } from '../../source/files';
import { groundOf } from './ground';

interface Pair {
	id: string;
	passage: string;
	claim: string;
	context: { names?: string[]; said?: string; issued?: string };
	field: string;
}

const [PARAPHRASES, CORRUPTIONS] = ['paraphrases', 'corruptions'].map(
	(name) => JSON.parse(textOf(`tests/fixtures/fit/${name}.json`)) as Pair[]
) as [Pair[], Pair[]];

/** What is asked of the gate: such a share of what changes numbers, dates, names and denials, and of all paraphrases so many. */
const LEAST_CAUGHT = 0.95;
const MOST_FALSE_ALARMS = 5;
const ASKED = ['number', 'date', 'name', 'negation'];

test('at most five of a hundred true paraphrases are taken for wrong', () => {
	expect(PARAPHRASES).toHaveLength(100);
	const alarms = PARAPHRASES.filter(isFound).map(({ id }) => id);
	console.log(`false alarms: ${alarms.length} of ${PARAPHRASES.length} (${alarms.join(', ')}); ${halves(PARAPHRASES)}`);
	expect(alarms.length).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
});

test('of two hundred corruptions, at least 95 % of those in numbers, dates, names and denials are found', () => {
	expect(CORRUPTIONS).toHaveLength(200);
	for (const field of [...ASKED, 'strength']) {
		const of = CORRUPTIONS.filter((pair) => pair.field === field);
		console.log(`${field}: ${of.filter(isFound).length} of ${of.length} found; ${halves(of)}`);
	}
	const asked = CORRUPTIONS.filter(({ field }) => ASKED.includes(field));
	expect(asked.filter(isFound).length / asked.length).toBeGreaterThanOrEqual(LEAST_CAUGHT);
});

const known = new Map<Pair, boolean>();

function isFound(pair: Pair): boolean {
	const found = known.get(pair) ?? hasFindings(pair);
	known.set(pair, found);
	return found;
}

function hasFindings({ passage, claim, context }: Pair): boolean {
	const { names = [], said, issued } = context;
	const more: Partial<Ground> = {
		names: names.filter((name) => !name.includes(' = ')),
		known: names.filter((name) => name.includes(' = ')).map((name) => name.split(' = ')),
		spoken: issued ?? said ?? null,
		days: said?.length === 10 ? [{ from: said, to: said }] : []
	};
	return wordingFindings(claim, groundOf(passage, more)).length > 0;
}

/** The same by the half that was opened first and the half that was closed until the gate stood, by the fingerprint of the passage. */
function halves(pairs: readonly Pair[]): string {
	const isLater = ({ passage }: Pair) =>
		Number.parseInt(createHash('sha256').update(passage).digest('hex').slice(0, 8), 16) % 2 === 1;
	const of = (half: Pair[]) => `${half.filter(isFound).length} of ${half.length}`;
	return `first half ${of(pairs.filter((pair) => !isLater(pair)))}, second half ${of(pairs.filter(isLater))}`;
}
