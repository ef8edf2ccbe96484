import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import type { Dataset } from '$lib/domain/dataset';
import { VALID, withBroken } from './broken-folder';

async function harbour(folder = VALID): Promise<Dataset> {
	const { dataset, issues } = await readDataset(folder);
	expect(issues).toEqual([]);
	if (dataset === null) throw new Error('no dataset');
	return dataset;
}

describe('a folder that keeps every rule', () => {
	test('is a dataset without what is for editors only', async () => {
		const { info, layers } = await harbour();
		expect(info).not.toHaveProperty('$schema');
		expect(layers.map(({ id }) => id)).toEqual(['coast', 'inland']);
	});

	test('has its features by layer, then as in the file', async () => {
		const { features } = await harbour();
		expect(features.map(({ layer, id }) => `${layer}/${id}`)).toEqual([
			'coast/northern-quay',
			'coast/lagoon',
			'coast/lighthouse',
			'inland/moor-road',
			'inland/new-pier',
			'inland/uppermoor'
		]);
	});

	test('has its claims by source, then in reading order', async () => {
		const { claims } = await withBroken(
			{
				patch: [
					{ file: 'sources/gazette-2025-03.json', op: 'copy', from: '/claims/2', path: '/claims/0' },
					{ file: 'sources/gazette-2025-03.json', op: 'remove', path: '/claims/3' }
				]
			},
			harbour
		);
		expect(claims.map(({ id }) => id)).toEqual([
			'c-ferries-left',
			'c-crane-stays',
			'c-fishermen',
			'c-pier',
			'c-quay-empty',
			'c-crane-again',
			'c-road'
		]);
	});

	test('gives a claim its source, the days of its dates, and an empty list where it takes no position', async () => {
		const { claims } = await harbour();
		const pier = claims.find(({ id }) => id === 'c-pier');
		expect(pier).toMatchObject({
			source: 'bay-news-2024-12-09',
			said: { edtf: '2024-12-09', interval: { from: '2024-12-09', to: '2024-12-09' } },
			concerns: { edtf: '2026', interval: { from: '2026-01-01', to: '2026-12-31' } },
			positions: []
		});
	});

	test('marks the agents that stand only in links that are inferred', async () => {
		const { agents } = await harbour();
		expect(agents.filter(({ onlyInferred }) => onlyInferred).map(({ id }) => id)).toEqual(['road-crew', 'coast-radio']);
	});

	test('keeps a source apart from its claims', async () => {
		const { sources } = await harbour();
		expect(sources[0]).not.toHaveProperty('claims');
		expect(sources[0]?.unmapped).toEqual([{ paragraph: 3, why: 'It is about the paper itself.' }]);
	});
});

describe('the fingerprint', () => {
	test('is the same for the same bytes in another folder', async () => {
		const copy = await mkdtemp(join(tmpdir(), 'harbour-'));
		await cp(VALID, copy, { recursive: true });
		expect((await harbour(copy)).fingerprint).toBe((await harbour()).fingerprint);
		await rm(copy, { recursive: true });
	});

	test('changes with any byte of any file', async () => {
		const { fingerprint } = await harbour();
		const grow = (file: string) => ({ grow: { [file]: 20_000 } });
		for (const file of ['topics.json', 'countries.geojson', 'layers/inland.geojson', 'sources/gazette-2025-03.json']) {
			expect((await withBroken(grow(file), harbour)).fingerprint, file).not.toBe(fingerprint);
		}
	});
});

describe('what is in the folder besides', () => {
	test('hidden files, a README and other folders are left alone', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'harbour-'));
		await cp(VALID, folder, { recursive: true });
		for (const file of ['README.md', 'basemap.json', 'layers/.DS_Store', 'layers/README.md', 'sources/README.md']) {
			await writeFile(join(folder, file), 'x');
		}
		expect((await readDataset(folder)).issues).toEqual([]);
		await rm(folder, { recursive: true });
	});

	test('the outlines of countries may be missing where no feature names a country', async () => {
		const remove = (index: number) => ({
			file: 'layers/coast.geojson',
			op: 'remove' as const,
			path: `/features/${index}/properties/country`
		});
		const patch = [remove(0), remove(1), remove(2), { ...remove(2), file: 'layers/inland.geojson' }];
		expect(await withBroken({ remove: ['countries.geojson'], patch }, readDataset)).toMatchObject({ issues: [] });
	});
});
