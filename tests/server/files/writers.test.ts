import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { ExportContent } from '$lib/formats/format';
import { headerOf } from '$lib/formats/header';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { addressesOf, bytesOf } from '$lib/server/api/export';
import { writerOf } from '$lib/server/files/writers';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';
import { generateDataset } from '../../fixtures/dataset';

const STORE = new EmbeddedStore(generateDataset({ features: 3000, claims: 6000, seed: 3 }));
const AS_THEY_COME = EXPORT_FORMATS.filter(({ id }) => id !== 'gpkg');

/** What an export is made from, with a count of what has been taken of it. */
async function counting(): Promise<{ content: ExportContent; taken: () => number }> {
	let taken = 0;
	async function* matches(): AsyncGenerator<FeatureWithClaims> {
		for await (const match of STORE.find(EVERYTHING)) {
			taken++;
			yield match;
		}
	}
	const { catalogue } = STORE;
	const header = headerOf(catalogue, EVERYTHING, await STORE.count(EVERYTHING), new Date());
	const addresses = addressesOf(catalogue, 'https://atlas.example', EVERYTHING);
	return { content: { header, catalogue, addresses, matches: matches() }, taken: () => taken };
}

describe.each(AS_THEY_COME)('$title', ({ id }) => {
	test('begins before the second feature is asked for', async () => {
		const { content, taken } = await counting();
		const write = await writerOf(id);
		for await (const piece of write(content)) if (piece.length > 0) break;
		expect(taken()).toBeLessThanOrEqual(1);
	});

	test('is not made further when the reader goes away', async () => {
		const { content, taken } = await counting();
		const reader = bytesOf((await writerOf(id))(content)).getReader();
		await reader.read();
		await reader.cancel();
		const before = taken();
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(taken()).toBe(before);
	});
});

describe('a GeoPackage, which is a file of its own until it is sent', () => {
	let folder: string;
	const systems = process.env['TMPDIR'];
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-test-'));
		process.env['TMPDIR'] = folder;
	});
	afterEach(() => {
		if (systems === undefined) delete process.env['TMPDIR'];
		else process.env['TMPDIR'] = systems;
		rmSync(folder, { recursive: true });
	});

	test('arrives whole, and leaves nothing', async () => {
		const { content, taken } = await counting();
		const bytes = await new Response(bytesOf((await writerOf('gpkg'))(content))).arrayBuffer();
		const { features } = await STORE.count(EVERYTHING);
		expect([taken(), Buffer.from(bytes).toString('latin1', 0, 15)]).toEqual([features, 'SQLite format 3']);
		expect(readdirSync(folder)).toEqual([]);
	});

	test('lets others have their turn while it is written', async () => {
		const { content } = await counting();
		let turns = 0;
		let isWritten = false;
		const takeTurn = () => {
			turns++;
			if (!isWritten) setImmediate(takeTurn);
		};
		takeTurn();
		await new Response(bytesOf((await writerOf('gpkg'))(content))).arrayBuffer();
		isWritten = true;
		// After each hundred features and claims, of which there are more than 9,000.
		expect(turns).toBeGreaterThan(60);
	});

	test('is let go of, half written, when the reader goes away', async () => {
		const { content, taken } = await counting();
		const reader = bytesOf((await writerOf('gpkg'))(content)).getReader();
		const first = reader.read();
		while (taken() < 200) await new Promise((resolve) => setImmediate(resolve));
		await reader.cancel();
		await first;
		expect(taken()).toBeLessThan(1000);
		expect(readdirSync(folder)).toEqual([]);
	});

	test('is let go of when the request is aborted before anything was sent', async () => {
		const { content, taken } = await counting();
		const asking = new AbortController();
		const answer = new Response(bytesOf((await writerOf('gpkg'))(content), asking.signal)).arrayBuffer();
		const gathered = answer.then(
			() => 'whole',
			(error: unknown) => (error as Error).name
		);
		while (taken() < 200) await new Promise((resolve) => setImmediate(resolve));
		asking.abort();
		expect(await gathered).toBe('AbortError');
		expect(taken()).toBeLessThan(1000);
		expect(readdirSync(folder)).toEqual([]);
	});
});
