import { describe, expect, test } from 'vitest';
import { inferredWords, type NamedInference } from '$lib/words/attribution-words';

const link = (name: string, as: NamedInference['as'], before = 0): NamedInference => ({ name, as, before });
const officials = link('Some officials', 'told');
const journal = link('The Journal', 'reported');
const agency = link('The Agency', 'reported', 1);

describe('what is inferred of a chain', () => {
	test.each<[string, NamedInference[]]>([
		['probably after the Journal', [journal]],
		['probably: Some officials told the Journal', [officials, journal]],
		['probably: Some officials told the Journal, through the Agency', [officials, journal, { ...agency, before: 0 }]],
		['probably: Anna, through the Journal', [link('Anna', 'said'), journal]],
		['probably through the Agency', [agency]],
		['probably through the Agency and Radio', [agency, link('Radio', 'reported', 2)]],
		['probably after the Journal, through the Agency', [journal, agency]]
	])('%s', (words, links) => {
		expect(inferredWords(links)).toBe(words);
	});
});
