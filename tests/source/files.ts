import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The text of one of the project's files; `path` from the project's folder. */
export function textOf(path: string): string {
	return readFileSync(join(ROOT, path), 'utf8');
}

/** Whether the project has that file or folder. */
export function isThere(path: string): boolean {
	return existsSync(join(ROOT, path));
}

/** The names of the folders in a folder, in order. */
export function foldersIn(path: string): string[] {
	return readdirSync(join(ROOT, path), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

/** The paths of all files in a folder and below that end in one of `endings`, in order. */
export function filesUnder(folder: string, ...endings: string[]): string[] {
	return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
		.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
}
