import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimForm, FeatureForm } from '$lib/ingest/form';

/** The data as they stood in a folder or in a git revision, as far as versions are compared. */
export interface Edition {
	version: string;
	date: string;
	/** By id, with the source and the layer that they stand in. */
	claims: Map<string, ClaimForm & { source: string }>;
	features: Map<string, FeatureForm & { layer: string }>;
}

/** What keeps an edition from being read, in a sentence. */
export class EditionError extends Error {}

/**
 * The edition in a folder; where there is no such folder, that of a git revision of the data folder. It need not keep the
 * rules of today: an old one may not.
 * @throws EditionError
 */
export async function readEdition(name: string, dataFolder: string): Promise<Edition> {
	const files = isFolder(name) ? await filesIn(name) : filesOf(name, dataFolder);
	const dataset = files.get('dataset.json');
	if (dataset === undefined) throw new EditionError(`There is no dataset.json in ${name}.`);
	const { version, date } = parse('dataset.json', dataset) as { version: string; date: string };
	const edition: Edition = { version, date, claims: new Map(), features: new Map() };
	for (const [file, text] of files) {
		const [, layer] = /^layers\/(.+)\.geojson$/.exec(file) ?? [];
		if (layer !== undefined) {
			const { features } = parse(file, text) as { features: FeatureForm[] };
			for (const feature of features) edition.features.set(feature.id, { ...feature, layer });
		} else if (/^sources\/.+\.json$/.test(file)) {
			const { id, claims } = parse(file, text) as { id: string; claims: ClaimForm[] };
			for (const claim of claims) edition.claims.set(claim.id, { ...claim, source: id });
		}
	}
	return edition;
}

const OF_INTEREST = /^(?:dataset\.json|layers\/[^/]+\.geojson|sources\/[^/]+\.json)$/;

async function filesIn(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
	const files = new Map<string, string>();
	for (const name of names) if (OF_INTEREST.test(name)) files.set(name, await readFile(join(folder, name), 'utf8'));
	return files;
}

function filesOf(revision: string, dataFolder: string): Map<string, string> {
	const found = git(dataFolder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
	if (found === null) throw new EditionError(`"${revision}" is neither a folder nor a git revision of ${dataFolder}.`);
	const commit = found.trim();
	const names = git(dataFolder, ['ls-tree', '-r', '-z', '--name-only', commit])?.split('\0') ?? [];
	const wanted = names.filter((name) => OF_INTEREST.test(name));
	return new Map(wanted.map((name) => [name, git(dataFolder, ['show', `${commit}:./${name}`]) ?? '']));
}

/** What git prints when it runs in a folder; null where it does not succeed. */
function git(folder: string, args: readonly string[]): string | null {
	const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
	return status === 0 ? stdout : null;
}

function parse(file: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new EditionError(`${file} is not JSON.`);
	}
}

function isFolder(path: string): boolean {
	return existsSync(path) && statSync(path).isDirectory();
}
