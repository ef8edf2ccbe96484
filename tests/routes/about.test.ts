import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBasemap } from '$lib/server/basemap-file';
import { citationOf } from '$lib/ui/pages/citation';
import { sitemapOf } from '$lib/server/pages/sitemap';
import { datasetWith } from '../fixtures/dataset';

describe('what the basemap says of itself', () => {
	let folder = '';
	beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'atlas-basemap-'))));
	afterEach(() => rm(folder, { recursive: true, force: true }));

	test('is left out where the data folder has no basemap', async () => {
		expect(await readBasemap(folder)).toBeNull();
	});

	test('is left out where its file is not JSON', async () => {
		await writeFile(join(folder, 'basemap.json'), '{ no');
		expect(await readBasemap(folder)).toBeNull();
	});

	test('keeps what can be read, and no address that is not one of the web', async () => {
		const attribution = [{ text: 'Them', url: 'javascript:alert(1)', licence: 'CC0' }, { url: 'https://no.name' }, 7];
		const disputed = [{ between: ['A', '*'], note: 'Not agreed.' }, { between: ['C', 'D'] }];
		await writeFile(join(folder, 'basemap.json'), JSON.stringify({ attribution, borderPolicy: ['One.', 2], disputed }));
		expect(await readBasemap(folder)).toEqual({
			attribution: [{ text: 'Them', url: '', licence: 'CC0', covers: '' }],
			borderPolicy: ['One.'],
			disputed: [{ between: ['A', '*'], note: 'Not agreed.' }]
		});
	});

	test('of the first edition has attributions and a border policy', async () => {
		const basemap = await readBasemap('geodata');
		expect(basemap?.attribution.map(({ licence }) => licence)).toContain('ODbL 1.0');
		expect(basemap?.borderPolicy.length).toBeGreaterThan(0);
	});
});

test('a citation says who, what, which version, when, where and under which licence', () => {
	expect(citationOf(datasetWith().info, 'https://atlas.example/features/harbour', 'Harbour')).toBe(
		'The testers: “Harbour”, Small coast. Version 1.2.0 of 2 January 2025. https://atlas.example/features/harbour (CC BY 4.0).'
	);
});

describe('the sitemap', () => {
	const { features, sources, questions } = datasetWith();

	test('names every page by its whole address', () => {
		const xml = sitemapOf('https://atlas.example', { features, sources, questions });
		for (const path of ['/', '/about', '/features/harbour', '/sources/wire', '/questions/leaving']) {
			expect(xml).toContain(`<loc>https://atlas.example${path}</loc>`);
		}
	});

	test('is well-formed whatever an id holds', () => {
		const xml = sitemapOf('https://atlas.example', { features: [{ id: 'a&b<c' }], sources: [], questions: [] });
		expect(xml).toContain('<loc>https://atlas.example/features/a%26b%3Cc</loc>');
	});
});
