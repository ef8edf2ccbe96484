import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Dataset } from '$lib/domain/dataset';
import type { Issue } from '$lib/domain/issue';
import type { Source } from '$lib/domain/source';
import { namesIn } from './files';
import { fingerprint, paragraphsOf, passageAt } from './passage';
import { placeOf } from './place';
import { breach, quote } from './rules';
import { textsOf, wordsInRow } from './wording';

/** How much is read in search of documents: files of the folder, and bytes of each. */
const MAX_FILES = 2_000;
const MAX_BYTES = 10_000_000;

/** How many words in a row a text of the atlas may not share with a document. */
const ROW = 9;

/** What became of the document of one source: the file that has its fingerprint, whatever it is called. */
interface FoundDocument {
	source: string;
	file: string | null;
	found: boolean;
}

/** A folder of documents held against the dataset; `proved` counts the claims whose passage stands where they say. */
export interface Verification {
	documents: FoundDocument[];
	proved: number;
	issues: Issue[];
}

/**
 * Finds each source's document in a folder by its SHA-256 and proves the source against it: the number of paragraphs, each
 * claim's span and fingerprint, and that no text of the atlas has nine words in a row of it. A document that is not there
 * is no issue: the atlas works without. Reads at most 2,000 files of 10 MB, and not the folders below.
 */
export async function verifyDocuments(dataset: Dataset, folder: string): Promise<Verification> {
	const documents = await findDocuments(dataset.sources, folder);
	if (documents === null) {
		const remedy = 'Name the folder that holds the documents, with SOURCES_DIR or --sources.';
		const issue = breach('documents-readable', '', '', `${quote(folder)} is no folder that can be read.`, remedy);
		return {
			documents: dataset.sources.map(({ id }) => ({ source: id, file: null, found: false })),
			proved: 0,
			issues: [issue]
		};
	}

	const issues: Issue[] = [];
	const texts = new Map<string, string>();
	for (const source of dataset.sources) {
		const document = documents.get(source.document.sha256);
		if (document === undefined) continue;
		try {
			texts.set(source.id, new TextDecoder('utf-8', { fatal: true }).decode(document.bytes));
		} catch {
			const { file } = placeOf(source);
			const message = `The document ${quote(document.file)} is not UTF-8 text.`;
			issues.push(breach('document-text', file, '/document', message, 'Convert it, and give its new fingerprint.'));
		}
	}
	const proofs = prove(dataset, texts);
	return {
		documents: dataset.sources.map(({ id, document }) => {
			const file = documents.get(document.sha256)?.file ?? null;
			return { source: id, file, found: file !== null };
		}),
		proved: proofs.proved,
		issues: [...issues, ...proofs.issues, ...copies(dataset, texts)]
	};
}

/** Documents by fingerprint; null for a folder that cannot be read. Of two with the same bytes, the first by name. */
async function findDocuments(
	sources: readonly Source[],
	folder: string
): Promise<Map<string, { file: string; bytes: Uint8Array }> | null> {
	const names = await namesIn(folder);
	if (names === null) return null;
	const wanted = new Set(sources.map(({ document }) => document.sha256));
	const documents = new Map<string, { file: string; bytes: Uint8Array }>();
	for (const file of names.slice(0, MAX_FILES)) {
		try {
			const found = await stat(join(folder, file));
			if (!found.isFile() || found.size > MAX_BYTES) continue;
			const bytes = await readFile(join(folder, file));
			const sha256 = fingerprint(bytes);
			if (wanted.has(sha256) && !documents.has(sha256)) documents.set(sha256, { file, bytes });
		} catch {
			// A file that cannot be read is a document that is not there.
		}
	}
	return documents;
}

function prove(dataset: Dataset, texts: ReadonlyMap<string, string>): { proved: number; issues: Issue[] } {
	const issues: Issue[] = [];
	const paragraphs = new Map<string, string[]>();
	for (const source of dataset.sources) {
		const text = texts.get(source.id);
		if (text === undefined) continue;
		const found = paragraphsOf(text);
		paragraphs.set(source.id, found);
		if (found.length === source.document.paragraphs) continue;
		const message = `The document has ${found.length} paragraphs; the source says ${source.document.paragraphs}.`;
		const remedy = 'Correct the number, and cover every paragraph.';
		issues.push(breach('document-paragraphs', placeOf(source).file, '/document/paragraphs', message, remedy));
	}

	let proved = 0;
	for (const claim of dataset.claims) {
		const document = paragraphs.get(claim.source);
		if (document === undefined) continue;
		const { file, path } = placeOf(claim);
		const { paragraph, start, end, sha256 } = claim.selector;
		const passage = passageAt(document, claim.selector);
		if (passage === null) {
			const message = `The claim ${quote(claim.id)} points at ${start} to ${end} of paragraph ${paragraph}, which is not that long.`;
			issues.push(breach('selector-in-document', file, `${path}/selector`, message, 'Select the passage again.'));
		} else if (fingerprint(passage) !== sha256) {
			const message = `What stands at the selector of ${quote(claim.id)} is not the passage that it was made for.`;
			issues.push(
				breach(
					'selector-fingerprint',
					file,
					`${path}/selector`,
					message,
					'Select the passage again, and read the claim against it.'
				)
			);
		} else proved += 1;
	}
	return { proved, issues };
}

/** The message names the place and not the words: an issue may be shown where the document may not. */
function copies(dataset: Dataset, texts: ReadonlyMap<string, string>): Issue[] {
	const own = textsOf(dataset);
	return [...texts].flatMap(([source, document]) =>
		wordsInRow(
			own.map(({ text }) => text),
			document,
			ROW
		).map((index) => {
			const place = own[index] ?? { file: '', path: '' };
			const message = `${ROW} words in a row stand in the document of ${quote(source)} too.`;
			return breach('text-copies-document', place.file, place.path, message, 'Say it in words of our own.');
		})
	);
}
