import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import { openDocuments, type SourceDocuments } from '$lib/server/documents/source-documents';
import { VALID, withBroken } from '../../ingest/broken-folder';

const DOCUMENTS = join(VALID, 'documents');

/** The source documents of the harbour's dataset, or of those of another folder; `data` is the data folder. */
async function documentsOf(
	sourceText: 'off' | 'passages',
	sourcesFolder: string | null = DOCUMENTS,
	data: string = VALID
): Promise<SourceDocuments> {
	const { dataset } = await readDataset(data);
	if (dataset === null) throw new Error('the folder is broken');
	return openDocuments(dataset, { sourcesFolder, sourceText });
}

/** Moves the passage of the claim c-quay-empty by a letter, so that it is not what it was. */
const MOVED = {
	patch: [{ file: 'sources/gazette-2025-03.json', op: 'replace', path: '/claims/0/selector/start', value: 34 }]
} as const;

describe('the source documents', () => {
	test('says in a line how many claims are proved', async () => {
		expect((await documentsOf('passages')).report()).toBe(
			'Documents: 2 of 2 at hand. Claims: 7 of 7 proved, 0 not proved, 0 not looked up.\n'
		);
	});

	test('names a claim that no longer fits, with its file and the reason', async () => {
		await withBroken({ patch: [...MOVED.patch] }, async (folder) => {
			const moved = await documentsOf('passages', DOCUMENTS, folder);
			expect(moved.totals).toMatchObject({ proved: 6, unproved: 1, unchecked: 0 });
			expect(moved.report()).toContain(
				'sources/gazette-2025-03.json /claims/0/selector: What stands at the selector of "c-quay-empty" is not the passage'
			);
			expect([...moved.unproved.keys()]).toEqual(['c-quay-empty']);
			expect(moved.runs('gazette-2025-03', 1)?.flatMap(({ claims }) => claims)).not.toContain('c-quay-empty');
		});
	});

	test('makes a dataset that says of each claim whether it is proved, under a fingerprint of its own', async () => {
		await withBroken({ patch: [...MOVED.patch] }, async (folder) => {
			const { dataset } = await readDataset(folder);
			if (dataset === null) throw new Error('the folder is broken');
			const proved = (await documentsOf('off', DOCUMENTS, folder)).prove(dataset);
			const unproved = proved.claims.filter(({ proof }) => proof !== 'proved');
			expect(unproved.map(({ id, proof }) => [id, proof])).toEqual([['c-quay-empty', 'unproved']]);
			expect(proved.fingerprint).not.toBe(dataset.fingerprint);
			expect((await documentsOf('off', null, folder)).prove(dataset)).toBe(dataset);
		});
	});

	test('marks each passage in its paragraph', async () => {
		const runs = (await documentsOf('passages')).runs('gazette-2025-03', 1);
		const marked = runs?.filter(({ claims }) => claims.includes('c-quay-empty')).map(({ text }) => text);
		expect(marked?.join('')).toBe('an empty northern quay at Saltmouth 🚢');
		expect(runs?.map(({ text }) => text).join('')).toMatch(/^Pictures taken from the air/);
	});

	test('knows which claim comes before and after in the document', async () => {
		const gazette = { source: 'gazette-2025-03' };
		const known = await documentsOf('passages');
		const first = known.neighbours({ id: 'c-quay-empty', ...gazette });
		expect(first).toMatchObject({ number: 1, previous: null, next: 'c-crane-again' });
		expect(known.neighbours({ id: 'c-crane-again', ...gazette })?.previous).toBe('c-quay-empty');
	});

	test('proves claims and keeps no word where words may not be shown', async () => {
		const off = await documentsOf('off');
		expect(off.totals).toMatchObject({ proved: 7, documents: 2 });
		expect(off.readable).toEqual([]);
		expect(off.runs('gazette-2025-03', 1)).toBeNull();
		expect(off.neighbours({ id: 'c-quay-empty', source: 'gazette-2025-03' })).toBeNull();
	});

	test('works without documents, and proves nothing', async () => {
		const empty = await documentsOf('off', null);
		expect(empty.totals).toEqual({ claims: 7, proved: 0, unproved: 0, unchecked: 7, documents: 0 });
		expect(empty.issues).toEqual([]);
	});

	test('names a document that has changed, with its source, and does not take it for the document', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'documents-'));
		await cp(DOCUMENTS, folder, { recursive: true });
		const file = join(folder, 'gazette.txt');
		await writeFile(file, `${await readFile(file, 'utf8')}\nOne more line.`);
		const changed = await documentsOf('passages', folder);
		expect(changed.readable).toEqual(['bay-news-2024-12-09']);
		expect(changed.totals.unchecked).toBe(3);
		expect(changed.verifications.get('gazette-2025-03')).toMatchObject({ file: null, other: 'gazette.txt' });
		expect(changed.report()).toContain(
			'sources/gazette-2025-03.json /document/sha256: The file "gazette.txt" is there, but is not the document of "gazette-2025-03"'
		);
		expect(changed.strays).toEqual([]);
		await rm(folder, { recursive: true });
	});

	test('names the files that are the document of no source', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'documents-'));
		await cp(DOCUMENTS, folder, { recursive: true });
		await writeFile(join(folder, 'notes.txt'), 'Not a document.');
		const known = await documentsOf('passages', folder);
		expect(known.issues).toEqual([]);
		expect(known.report()).toContain('Documents: No source has the fingerprint of "notes.txt".\n');
		await rm(folder, { recursive: true });
	});
});
