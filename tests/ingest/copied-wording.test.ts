import { describe, expect, test } from 'vitest';
import { wordsInRow } from '$lib/ingest/copied-wording';

const DOCUMENT = `One two three four five six seven eight nine ten.
“Don’t eleven”, he said; twelve thirteen — fourteen: fifteen sixteen.
بحر كبير وواسع`;

describe('words in a row', () => {
	test.each([
		['are counted without case and punctuation', 'TWO, three: four (five) six seven-eight nine ‘ten’', true],
		['run on over the end of a sentence and of a paragraph', 'seven eight nine ten. Dont eleven he said twelve', true],
		['do not mind the shape of an apostrophe', "nine ten don't eleven he said twelve thirteen fourteen", true],
		['do not mind how an accent is composed', 'two three four five six seven eight nine te\u006e', true],
		['do not run through what is quoted', 'two three four “five six” seven eight nine ten dont eleven', false],
		['must be nine', 'two three four five six seven eight nine eleven', false],
		['must be in the same order', 'three two four five six seven eight nine ten', false]
	])('%s', (_, text, copied) => {
		expect(wordsInRow(['Nothing of the kind.', text], DOCUMENT, 9)).toEqual(copied ? [1] : []);
	});

	test('are counted in any script', () => {
		expect(wordsInRow(['بحر كبير وواسع'], DOCUMENT, 3)).toEqual([0]);
	});

	test('of two texts that copy the same are told for both', () => {
		expect(wordsInRow(['one two three', 'zero one two three'], DOCUMENT, 3)).toEqual([0, 1]);
	});
});
