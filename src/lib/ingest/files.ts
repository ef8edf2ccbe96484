import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '$lib/domain/issue';
import { breach } from './rule-list';

/** The largest file that is read, in bytes. */
const MAX_BYTES = 20_000_000;

/** One file of the data folder as text; `bytes` is what the fingerprint is made of. */
export interface TextFile {
	/** The name relative to the data folder, with forward slashes. */
	file: string;
	bytes: Uint8Array;
	text: string;
}

/** The names in a folder, sorted, without those that begin with a dot; null for one that cannot be read. */
export async function namesIn(folder: string): Promise<string[] | null> {
	try {
		const names = await readdir(folder);
		return names.filter((name) => !name.startsWith('.')).sort();
	} catch {
		return null;
	}
}

/** One file as text, or the issue that kept it from being read. */
export async function readTextFile(folder: string, file: string): Promise<TextFile | Issue> {
	try {
		const found = await stat(join(folder, file));
		// A pipe or a device has no end.
		if (!found.isFile()) return unreadable(file, 'it is no file');
		if (found.size > MAX_BYTES) {
			return breach(
				'file-size',
				file,
				'',
				`The file has ${found.size} bytes; ${MAX_BYTES} are read.`,
				'Split it or simplify it.'
			);
		}
		const bytes = await readFile(join(folder, file));
		return { file, bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch (error) {
		if (error instanceof TypeError) {
			return breach('file-readable', file, '', 'The file is not UTF-8 text.', 'Save it as UTF-8.');
		}
		const code = (error as NodeJS.ErrnoException).code;
		if (code === 'ENOENT') return breach('file-present', file, '', 'The file is missing.', 'Add it.');
		return unreadable(file, code ?? String(error));
	}
}

function unreadable(file: string, why: string): Issue {
	return breach('file-readable', file, '', `The file cannot be read: ${why}.`, 'Make it a readable file.');
}
