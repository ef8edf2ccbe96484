import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '$lib/domain/issue';
import type { Source } from '$lib/domain/source';
import { namesIn } from './files';
import { fingerprint } from './passage';
import { placeOf } from './place';
import { breach, quote } from './rules';

/** How much is read in search of documents: files of the folder, and bytes of each. */
const MAX_FILES = 2_000;
const MAX_BYTES = 10_000_000;

/** The documents of a folder, by the ids of the sources whose fingerprint they have. */
export interface Documents {
	/** What the file is called, whatever the source calls it. */
	files: Map<string, string>;
	/** What the file says; a document that is not UTF-8 has none. */
	texts: Map<string, string>;
	issues: Issue[];
}

/**
 * Finds each source's document in a folder by its SHA-256. A document that is not there is no issue: the atlas works
 * without. Reads at most 2,000 files of 10 MB, and not the folders below; of two with the same bytes, the first by name.
 */
export async function readDocuments(sources: readonly Source[], folder: string): Promise<Documents> {
	const found: Documents = { files: new Map(), texts: new Map(), issues: [] };
	const names = await namesIn(folder);
	if (names === null) {
		const remedy = 'Name the folder that holds the documents, with SOURCES_DIR or --sources.';
		found.issues.push(breach('documents-readable', '', '', `${quote(folder)} is no folder that can be read.`, remedy));
		return found;
	}
	const documents = await findDocuments(new Set(sources.map(({ document }) => document.sha256)), folder, names);
	for (const source of sources) {
		const document = documents.get(source.document.sha256);
		if (document === undefined) continue;
		found.files.set(source.id, document.file);
		try {
			found.texts.set(source.id, new TextDecoder('utf-8', { fatal: true }).decode(document.bytes));
		} catch {
			const { file } = placeOf(source);
			const message = `The document ${quote(document.file)} is not UTF-8 text.`;
			found.issues.push(
				breach('document-text', file, '/document', message, 'Convert it, and give its new fingerprint.')
			);
		}
	}
	return found;
}

async function findDocuments(
	wanted: ReadonlySet<string>,
	folder: string,
	names: readonly string[]
): Promise<Map<string, { file: string; bytes: Uint8Array }>> {
	const documents = new Map<string, { file: string; bytes: Uint8Array }>();
	for (const file of names.slice(0, MAX_FILES)) {
		try {
			const about = await stat(join(folder, file));
			if (!about.isFile() || about.size > MAX_BYTES) continue;
			const bytes = await readFile(join(folder, file));
			const sha256 = fingerprint(bytes);
			if (wanted.has(sha256) && !documents.has(sha256)) documents.set(sha256, { file, bytes });
		} catch {
			// A file that cannot be read is a document that is not there.
		}
	}
	return documents;
}
