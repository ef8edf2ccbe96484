import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Alteration, DatasetVersion } from '$lib/domain/history';
import { asWritten } from '../as-written';
import { EditionError } from './edition';

interface ChangesFile {
	$schema?: string;
	versions: DatasetVersion[];
}

/**
 * Puts a version first into the `changes.json` of a data folder, and its paragraph into the section “Data” of the
 * `CHANGELOG.md` beside the folder, where there is one. What stands there of the same version gives way, except for the
 * note and the reasons that a person wrote. Answers the files that were written.
 * @throws EditionError where changes.json cannot be read
 */
export async function writeVersion(
	dataFolder: string,
	version: DatasetVersion,
	paragraphOf: (version: DatasetVersion) => string
): Promise<string[]> {
	const path = join(dataFolder, 'changes.json');
	const before = await readChanges(path);
	const same = before.versions.find((known) => known.version === version.version);
	const entry = same ? withReasons(version, same) : version;
	const others = before.versions.filter((known) => known !== same);
	await writeFile(path, await asWritten({ ...before, versions: [entry, ...others] }));
	const log = join(dirname(resolve(dataFolder)), 'CHANGELOG.md');
	const text = await textOf(log);
	const changed = text === null ? null : withParagraph(text, entry, paragraphOf(entry));
	if (changed === null) return [path];
	await writeFile(log, changed);
	return [path, log];
}

async function readChanges(path: string): Promise<ChangesFile> {
	const text = await textOf(path);
	if (text === null) return { versions: [] };
	try {
		const file = JSON.parse(text) as ChangesFile | null;
		if (Array.isArray(file?.versions)) return file;
	} catch {
		// Said below.
	}
	throw new EditionError(`${path} has no list of versions that could be added to.`);
}

const KINDS = ['claims', 'features'] as const;
const LISTS = ['added', 'changed', 'withdrawn'] as const;

/** A version with the note and the reasons of what was written of it before. */
function withReasons(version: DatasetVersion, before: DatasetVersion): DatasetVersion {
	const all = structuredClone({ ...version, note: before.note });
	for (const kind of KINDS) {
		for (const list of LISTS) {
			const known = new Map(before[kind][list].map(({ id, why }) => [id, why]));
			const items: Alteration[] = all[kind][list];
			for (const item of items) item.why = known.get(item.id) || item.why;
		}
	}
	return all;
}

/** The change log with a paragraph first in its section “Data”, in place of one of the same version; null without the section. */
function withParagraph(log: string, { version }: DatasetVersion, paragraph: string): string | null {
	const [head, title = '', ...rest] = log.split(/^(## Data\n)/m);
	if (title === '') return null;
	const [section = '', ...after] = rest.join('').split(/^(?=## )/m);
	const [intro = '', ...versions] = section.split(/^(?=### )/m);
	const others = versions.filter((one) => !one.startsWith(`### ${version},`));
	return [head, title, intro, `${paragraph}\n\n`, ...others, ...after].join('');
}

async function textOf(path: string): Promise<string | null> {
	return existsSync(path) ? readFile(path, 'utf8') : null;
}
