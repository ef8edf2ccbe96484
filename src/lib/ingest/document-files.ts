import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '$lib/domain/issue';
import type { Source } from '$lib/domain/source';
import { namesIn } from './files';
import { fingerprint } from './passage-text';
import { locationOf } from './location';
import { breach, breachIn, quote } from './rule-list';

/** How much is read in search of documents: files of the folder, and bytes of each. */
const MAX_FILES = 2_000;
const MAX_BYTES = 10_000_000;

/** The documents of a folder, by the ids of the sources whose fingerprint they have. */
export interface Documents {
	/** What the file is called, whatever the source calls it. */
	files: Map<string, string>;
	/** What the file says; a document that is not UTF-8 has none. */
	texts: Map<string, string>;
	/** The files that have the name of a source's document and not its fingerprint, by the ids of these sources. */
	others: Map<string, string>;
	/** The files that are the document of no source, by any name. */
	strays: string[];
	issues: Issue[];
}

/**
 * Finds each source's document in a folder by its SHA-256. A document that is not there is no issue: the atlas works
 * without. One that is there under its name with another fingerprint is one: it has been changed. Reads at most 2,000
 * files of 10 MB, and not the folders below; of two with the same bytes, the first by name.
 */
export async function readDocuments(sources: readonly Source[], folder: string): Promise<Documents> {
	const found = noDocuments();
	const names = await namesIn(folder);
	if (names === null) {
		const remedy = 'Name the folder that holds the documents, with SOURCES_DIR or --sources.';
		found.issues.push(breach('documents-readable', '', '', `${quote(folder)} is no folder that can be read.`, remedy));
		return found;
	}
	const wanted = new Set(sources.map(({ document }) => document.sha256));
	const { documents, read, unread } = await findDocuments(wanted, folder, names);
	for (const source of sources) {
		const document = documents.get(source.document.sha256);
		if (document === undefined) {
			const issue = otherIssue(source, read, unread);
			if (issue === null) continue;
			found.others.set(source.id, source.document.file);
			found.issues.push(issue);
			continue;
		}
		found.files.set(source.id, document.file);
		try {
			found.texts.set(source.id, new TextDecoder('utf-8', { fatal: true }).decode(document.bytes));
		} catch {
			const message = `The document ${quote(document.file)} is not UTF-8 text.`;
			found.issues.push(
				breachIn('document-text', locationOf(source), '/document', message, 'Convert it, and give its new fingerprint.')
			);
		}
	}
	const named = new Set(found.others.values());
	const isStray = ([file, sha256]: [string, string]) => !wanted.has(sha256) && !named.has(file);
	found.strays = [...read].filter(isStray).map(([file]) => file);
	return found;
}

/** What is found where there is no folder. */
export function noDocuments(): Documents {
	return { files: new Map(), texts: new Map(), others: new Map(), strays: [], issues: [] };
}

/** Why the file with the name of a source's document is not it; null where there is no such file. */
function otherIssue(
	source: Source,
	read: ReadonlyMap<string, string>,
	unread: ReadonlyMap<string, string>
): Issue | null {
	const { file: name, sha256 } = source.document;
	const [found, why] = [read.get(name), unread.get(name)];
	if (why !== undefined) {
		const message = `The file ${quote(name)} is there, but ${why}: it is not known whether it is the document of ${quote(source.id)}.`;
		return breachIn(
			'document-fingerprint',
			locationOf(source),
			'/document/file',
			message,
			'Make it a file that can be read.'
		);
	}
	if (found === undefined) return null;
	const message = `The file ${quote(name)} is there, but is not the document of ${quote(source.id)}: its fingerprint begins with ${found.slice(0, 12)}, that of the source with ${sha256.slice(0, 12)}.`;
	const remedy =
		'Put the document there as it was when its claims were made; where it has changed since, read the claims against it and give its new fingerprint.';
	return breachIn('document-fingerprint', locationOf(source), '/document/sha256', message, remedy);
}

/** What a folder holds: the documents that are wanted by fingerprint, the fingerprints of files, why a file has none. */
interface Held {
	documents: Map<string, { file: string; bytes: Uint8Array }>;
	read: Map<string, string>;
	unread: Map<string, string>;
}

async function findDocuments(wanted: ReadonlySet<string>, folder: string, names: readonly string[]): Promise<Held> {
	const held: Held = { documents: new Map(), read: new Map(), unread: new Map() };
	const { documents, read, unread } = held;
	for (const file of names.slice(0, MAX_FILES)) {
		try {
			const about = await stat(join(folder, file));
			if (!about.isFile()) continue;
			if (about.size > MAX_BYTES) {
				unread.set(file, `has more than ${MAX_BYTES / 1e6} MB`);
				continue;
			}
			const bytes = await readFile(join(folder, file));
			const sha256 = fingerprint(bytes);
			read.set(file, sha256);
			if (wanted.has(sha256) && !documents.has(sha256)) documents.set(sha256, { file, bytes });
		} catch {
			unread.set(file, 'cannot be read');
		}
	}
	return held;
}
