import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import { verifyDocuments } from '$lib/ingest/verify';
import { withBroken } from './broken-folder';
import { randomOf } from '../fixtures/random';

const FILES = ['dataset.json', 'topics.json', 'questions.json', 'agents.json', 'countries.geojson'].concat([
	'layers/coast.geojson',
	'layers/inland.geojson',
	'sources/bay-news-2024-12-09.json',
	'sources/gazette-2025-03.json'
]);

/** What a value is replaced by: of every type, and some that programs trip over. */
const VALUES: readonly unknown[] = [
	null,
	true,
	0,
	-1,
	1e300,
	0.1,
	'',
	'x',
	'constructor',
	'__proto__',
	'2024-13-45',
	[],
	[[]],
	{}
].concat([
	{ type: 'GeometryCollection', geometries: [null] },
	{ type: 'Polygon', coordinates: [[]] },
	[[0, 0]],
	JSON.parse('{"__proto__":{"id":"x"}}') as unknown
]);

/** Removes or replaces a member anywhere below a value. */
function damage(value: unknown, next: () => number): void {
	const places: { parent: object; key: string }[] = [];
	const collect = (parent: unknown) => {
		if (typeof parent !== 'object' || parent === null) return;
		for (const [key, part] of Object.entries(parent)) {
			places.push({ parent, key });
			collect(part);
		}
	};
	collect(value);
	const place = places[Math.floor(next() * places.length)];
	if (place === undefined) return;
	if (next() < 0.4) Reflect.deleteProperty(place.parent, place.key);
	else Reflect.set(place.parent, place.key, structuredClone(VALUES[Math.floor(next() * VALUES.length)]));
}

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
	'whatever is removed or replaced, the folder gives a dataset or says why not (seed %i)',
	async (seed) => {
		const next = randomOf(seed);
		await withBroken({}, async (folder) => {
			for (let round = 0; round < 15; round++) {
				const file = join(folder, FILES[Math.floor(next() * FILES.length)] ?? '');
				const before = await readFile(file, 'utf8');
				const value: unknown = JSON.parse(before);
				for (let hit = 0; hit <= round % 3; hit++) damage(value, next);
				await writeFile(file, JSON.stringify(value));
				const { dataset, issues } = await readDataset(folder);
				expect(dataset === null, `${file} ${JSON.stringify(value)}`).toBe(issues.length > 0);
				if (dataset !== null) await verifyDocuments(dataset, join(folder, 'documents'));
				// Every third damage stays, so that faults meet.
				if (round % 3 !== 0) await writeFile(file, before);
			}
		});
	},
	60_000
);

test.each(Array.from({ length: 10 }, (_, seed) => seed))(
	'wherever a file is cut off or a byte is changed, the same (seed %i)',
	async (seed) => {
		const next = randomOf(1000 + seed);
		await withBroken({}, async (folder) => {
			for (const name of FILES) {
				const file = join(folder, name);
				const before = await readFile(file);
				const bytes = Buffer.from(before);
				if (next() < 0.5) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
				await writeFile(file, next() < 0.5 ? bytes : bytes.subarray(0, Math.floor(next() * bytes.length)));
				const { dataset, issues } = await readDataset(folder);
				expect(dataset === null).toBe(issues.length > 0);
				await writeFile(file, before);
			}
		});
	},
	60_000
);
