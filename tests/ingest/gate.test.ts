import { describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import { DOCUMENT_RULES, RULES } from '$lib/ingest/rule-list';
import { verifyDocuments } from '$lib/ingest/verify';
import type { Issue } from '$lib/domain/issue';
import { readCases, withBroken, type Case } from './broken-folder';

const CASES = await readCases();

describe('a broken folder gives exactly its issues, each in whole sentences', () => {
	test.each(CASES.map(([name, broken]) => [name, broken.why, broken] as const))(
		'%s: %s',
		async (_name, _why, broken) => {
			const issues = await withBroken(broken, (folder) => issuesOf(folder, broken));
			expect(issues.map(placeOf).sort()).toEqual(broken.issues.map(placeOf).sort());
			for (const { message, remedy } of issues) {
				expect(message).toMatch(/^\S.*\.$/);
				expect(message).not.toMatch(/undefined|\[object/);
				expect(remedy).toMatch(/^[A-Z].*[^.]\.$/);
			}
		}
	);
});

describe('every rule', () => {
	test.each(Object.keys({ ...RULES, ...DOCUMENT_RULES }))('%s has a folder that breaks it', (rule) => {
		expect(CASES.filter(([, { issues }]) => issues.some((issue) => issue.rule === rule))).not.toEqual([]);
	});

	test('is a sentence', () => {
		for (const sentence of Object.values({ ...RULES, ...DOCUMENT_RULES })) expect(sentence).toMatch(/^[A-Z].+\.$/);
	});
});

/** The issues of the data, or of its documents where the case is one of documents and the data must be sound. */
async function issuesOf(folder: string, { verify }: Case): Promise<Issue[]> {
	const { dataset, issues } = await readDataset(folder);
	if (verify === undefined) return issues;
	if (dataset === null) throw new Error(`the data should keep the rules: ${issues.map(placeOf).join()}`);
	return (await verifyDocuments(dataset, `${folder}/documents`)).issues;
}

function placeOf({ file, path, rule }: Case['issues'][number]): string {
	return `${file} ${path} ${rule}`;
}
