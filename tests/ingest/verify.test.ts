import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import { verifyDocuments } from '$lib/ingest/verify';
import type { Dataset } from '$lib/domain/dataset';
import { VALID } from './broken-folder';

let dataset: Dataset;
let folder: string;

beforeAll(async () => {
	const reading = await readDataset(VALID);
	if (reading.dataset === null) throw new Error('the valid folder is broken');
	dataset = reading.dataset;
	folder = await mkdtemp(join(tmpdir(), 'documents-'));
	await cp(join(VALID, 'documents'), folder, { recursive: true });
});

afterAll(async () => {
	await rm(folder, { recursive: true });
});

describe('documents', () => {
	test('prove every claim where all are there, line ends and emoji included', async () => {
		expect(await verifyDocuments(dataset, folder)).toEqual({
			documents: [
				{ source: 'bay-news-2024-12-09', file: 'bay-news.txt', found: true },
				{ source: 'gazette-2025-03', file: 'gazette.txt', found: true }
			],
			proved: 7,
			partly: [],
			strays: [],
			issues: []
		});
	});

	test('are known by their fingerprint, whatever they are called', async () => {
		await rename(join(folder, 'gazette.txt'), join(folder, '000.txt'));
		const { documents, proved } = await verifyDocuments(dataset, folder);
		expect(documents[1]).toEqual({ source: 'gazette-2025-03', file: '000.txt', found: true });
		expect(proved).toBe(7);
	});

	test('that are not there are no issue, and prove nothing', async () => {
		await writeFile(join(folder, '000.txt'), 'Another text.');
		const { documents, proved, strays, issues } = await verifyDocuments(dataset, folder);
		expect(documents[1]).toEqual({ source: 'gazette-2025-03', file: null, found: false });
		expect({ proved, strays, issues }).toEqual({ proved: 4, strays: ['000.txt'], issues: [] });
	});
});
