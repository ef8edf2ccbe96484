import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issue } from '$lib/domain/issue';

/** One step of a JSON Patch (RFC 6902) on one file of the folder. */
interface PatchStep {
	file: string;
	op: 'add' | 'replace' | 'remove' | 'copy';
	path: string;
	from?: string;
	value?: unknown;
}

/** A way to break the valid folder, and exactly the issues that it must then have. */
export interface Case {
	/** What is wrong, as a sentence. */
	why: string;
	/** True where the issues are those of the documents, in a folder that keeps the rules on the data. */
	verify?: true;
	remove?: string[];
	rename?: Record<string, string>;
	/** Files to write: a text as it is, anything else as JSON. */
	write?: Record<string, unknown>;
	/** Files to write, byte for byte. */
	base64?: Record<string, string>;
	/** Files to lengthen with spaces, to so many bytes. */
	grow?: Record<string, number>;
	text?: { file: string; find: string; write: string }[];
	patch?: PatchStep[];
	issues: Pick<Issue, 'file' | 'path' | 'rule'>[];
}

export const VALID = 'tests/fixtures/valid/harbour';
const INVALID = 'tests/fixtures/invalid';

/** The cases of tests/fixtures/invalid by the name of their folder. */
export async function readCases(): Promise<[string, Case][]> {
	const names = (await readdir(INVALID)).sort();
	return Promise.all(
		names.map(async (name): Promise<[string, Case]> => [
			name,
			JSON.parse(await readFile(join(INVALID, name, 'case.json'), 'utf8')) as Case
		])
	);
}

/** Calls `use` with a copy of the valid folder in which a case is done, and removes the copy. */
export async function withBroken<T>(
	how: Omit<Case, 'why' | 'issues'>,
	use: (folder: string) => Promise<T>
): Promise<T> {
	const root = await mkdtemp(join(tmpdir(), 'harbour-'));
	const folder = join(root, 'geodata');
	try {
		await cp(VALID, folder, { recursive: true });
		await breakFolder(folder, how);
		return await use(folder);
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

async function breakFolder(folder: string, how: Omit<Case, 'why' | 'issues'>): Promise<void> {
	const at = (file: string) => join(folder, file);
	for (const { file, find, write } of how.text ?? []) {
		const before = await readFile(at(file), 'utf8');
		if (!before.includes(find)) throw new Error(`${file} does not hold ${find}`);
		await writeFile(at(file), before.replace(find, write));
	}
	for (const step of how.patch ?? []) {
		const value: unknown = JSON.parse(await readFile(at(step.file), 'utf8'));
		patch(value, step);
		await writeFile(at(step.file), JSON.stringify(value));
	}
	for (const [file, value] of Object.entries(how.write ?? {})) {
		await writeFile(at(file), typeof value === 'string' ? value : JSON.stringify(value));
	}
	for (const [file, bytes] of Object.entries(how.base64 ?? {})) await writeFile(at(file), Buffer.from(bytes, 'base64'));
	for (const [file, bytes] of Object.entries(how.grow ?? {})) {
		await writeFile(at(file), (await readFile(at(file), 'utf8')).padEnd(bytes));
	}
	for (const [from, to] of Object.entries(how.rename ?? {})) await rename(at(from), at(to));
	for (const file of how.remove ?? []) await rm(at(file), { recursive: true });
}

/** Does one step to a value in place; throws where the path leads nowhere, so that a case cannot miss its mark. */
function patch(root: unknown, { op, path, from, value }: PatchStep): void {
	const { parent, key } = parentOf(root, path);
	if (op === 'copy') {
		const source = parentOf(root, from ?? '');
		parent.splice(Number(key), 0, structuredClone(source.parent[Number(source.key)]));
	} else if (op === 'remove') {
		if (!(key in parent)) throw new Error(`nothing stands at ${path}`);
		if (Array.isArray(parent)) parent.splice(Number(key), 1);
		else Reflect.deleteProperty(parent, key);
	} else if (op === 'add' && Array.isArray(parent)) {
		parent.splice(key === '-' ? parent.length : Number(key), 0, value);
	} else {
		if (op === 'replace' && !(key in parent)) throw new Error(`nothing stands at ${path}`);
		Reflect.set(parent, key, value);
	}
}

function parentOf(root: unknown, path: string): { parent: unknown[]; key: string } {
	const steps = path.split('/').slice(1);
	const key = steps.pop() ?? '';
	const parent = steps.reduce<unknown>((value, step) => {
		if (typeof value !== 'object' || value === null || !(step in value)) throw new Error(`nothing stands at ${path}`);
		return (value as Record<string, unknown>)[step];
	}, root);
	return { parent: parent as unknown[], key };
}
