import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coverageOf } from '$lib/ingest/coverage';
import { readDataset } from '$lib/ingest/read';
import { reportIssues } from '$lib/ingest/report';
import { verifyDocuments } from '$lib/ingest/verify';

const { dataset, issues } = await readDataset('geodata');

describe('the atlas in geodata/', () => {
	test('keeps every rule', () => {
		expect(issues, reportIssues(issues)).toEqual([]);
	});

	test('leaves no paragraph of a source aside without a word', () => {
		const sources = dataset === null ? [] : coverageOf(dataset).sources;
		expect(sources.length).toBeGreaterThan(0);
		expect(sources.filter(({ neither }) => neither > 0)).toEqual([]);
	});

	test.skipIf(!existsSync('sources'))('stands in the documents where it says, where they are here', async () => {
		const proof = dataset && (await verifyDocuments(dataset, 'sources'));
		expect(proof?.issues).toEqual([]);
	});
});
