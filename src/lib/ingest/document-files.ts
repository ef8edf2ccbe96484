import { isUtf8 } from 'node:buffer';
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
	const files: FoundFile[] = [];
	for (const name of names.slice(0, MAX_FILES)) files.push(...(await fileIn(folder, name, wanted)));
	for (const source of sources) {
		const document = files.find(({ sha256 }) => sha256 === source.document.sha256);
		if (document === undefined) {
			const other = files.find(({ name }) => name === source.document.file);
			if (other === undefined) continue;
			found.others.set(source.id, other.name);
			found.issues.push(otherIssue(source, other));
			continue;
		}
		found.files.set(source.id, document.name);
		if (document.text !== undefined) {
			found.texts.set(source.id, document.text);
			continue;
		}
		const message = `The document ${quote(document.name)} is not UTF-8 text.`;
		const remedy = 'Convert it, and give its new fingerprint.';
		found.issues.push(breachIn('document-text', locationOf(source), '/document', message, remedy));
	}
	const named = new Set(found.others.values());
	found.strays = files.flatMap(({ name, sha256 }) =>
		sha256 === undefined || wanted.has(sha256) || named.has(name) ? [] : [name]
	);
	return found;
}

/** What is found where there is no folder. */
export function noDocuments(): Documents {
	return { files: new Map(), texts: new Map(), others: new Map(), strays: [], issues: [] };
}

/** A file of the folder: with its fingerprint, and its text where that is wanted and UTF-8; or with why it has none. */
interface FoundFile {
	name: string;
	sha256?: string;
	text?: string | undefined;
	why?: string;
}

/** What a name in a folder stands for; nothing where that is no file. */
async function fileIn(folder: string, name: string, wanted: ReadonlySet<string>): Promise<FoundFile[]> {
	try {
		const about = await stat(join(folder, name));
		if (!about.isFile()) return [];
		if (about.size > MAX_BYTES) return [{ name, why: `has more than ${MAX_BYTES / 1e6} MB` }];
		const bytes = await readFile(join(folder, name));
		const sha256 = fingerprint(bytes);
		return [{ name, sha256, text: wanted.has(sha256) && isUtf8(bytes) ? new TextDecoder().decode(bytes) : undefined }];
	} catch {
		return [{ name, why: 'cannot be read' }];
	}
}

/** Why the file with the name of a source's document is not it. */
function otherIssue(source: Source, { name, sha256 = '', why }: FoundFile): Issue {
	const [member, message, remedy] =
		why === undefined
			? [
					'sha256',
					`is not the document of ${quote(source.id)}: its fingerprint begins with ${sha256.slice(0, 12)}, that of the source with ${source.document.sha256.slice(0, 12)}.`,
					'Put the document there as it was when its claims were made; where it has changed since, read the claims against it and give its new fingerprint.'
				]
			: [
					'file',
					`${why}: it is not known whether it is the document of ${quote(source.id)}.`,
					'Make it a file that can be read.'
				];
	const said = `The file ${quote(name)} is there, but ${message}`;
	return breachIn('document-fingerprint', locationOf(source), `/document/${member}`, said, remedy);
}
