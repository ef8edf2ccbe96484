import { describe, expect, test } from 'vitest';
import { coverageOf, coverageTable } from '$lib/ingest/coverage';
import { readDataset } from '$lib/ingest/read';
import { VALID } from './broken-folder';

const { dataset } = await readDataset(VALID);
if (dataset === null) throw new Error('the valid folder is broken');
const coverage = coverageOf(dataset);

describe('coverage counts', () => {
	test('the paragraphs of each source, each once however many claims rest on it', () => {
		expect(coverage.sources).toEqual([
			{ source: 'bay-news-2024-12-09', paragraphs: 3, claimed: 2, unmapped: 1, neither: 0, claims: 4 },
			{ source: 'gazette-2025-03', paragraphs: 2, claimed: 2, unmapped: 0, neither: 0, claims: 3 }
		]);
	});

	test('a claim about two features of a layer once', () => {
		expect(coverage.layers).toEqual([
			{ layer: 'coast', features: 3, drawn: 3, context: 1, claims: 5 },
			{ layer: 'inland', features: 3, drawn: 2, context: 0, claims: 2 }
		]);
	});

	test('claims by topic, answer and agent', () => {
		expect(coverage.topics).toEqual([
			{ id: 'shipping', claims: 3 },
			{ id: 'works', claims: 4 }
		]);
		expect(coverage.answers).toEqual([
			{ id: 'crane/stays', claims: 2 },
			{ id: 'crane/open', claims: 1 },
			{ id: 'crane/gone', claims: 0 }
		]);
		expect(coverage.agents.find(({ id }) => id === 'bay-news')).toEqual({ id: 'bay-news', claims: 5 });
	});

	test('paragraphs that are neither, where a dataset was not held to the rules', () => {
		const [source] = coverageOf({ ...dataset, claims: [] }).sources;
		expect(source).toMatchObject({ claimed: 0, unmapped: 1, neither: 2 });
	});
});

test('the table has a line for each count, numbers under their heads', () => {
	const lines = coverageTable(coverage).split('\n');
	expect(lines[0]).toBe('source               paragraphs  claimed  unmapped  neither  claims');
	expect(lines[1]).toBe('bay-news-2024-12-09           3        2         1        0       4');
	expect(lines).toContain('crane/stays           2');
});
