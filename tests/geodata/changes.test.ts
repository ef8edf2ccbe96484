import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClaimForm, featureIdOf } from '$lib/ingest/form';
import type { Tie } from '$lib/domain/claim';
import type { DatasetVersion } from '$lib/domain/history';
import { compareEditions } from '../../geodata/tools/changes/compare';
import { type Edition, EditionError, readEdition } from '../../geodata/tools/changes/edition';
import { readDataset } from '$lib/ingest/read';
import { VALID } from '../ingest/broken-folder';

const SOURCE = 'sources/gazette-2025-03.json';
const LAYER = 'layers/coast.geojson';

/** What the files of the harbour have that a version changes here. */
interface Form {
	version: string;
	date: string;
	claims: { id: string; text: string }[];
	features: { properties: { name: string } }[];
}

let repository = '';
let folder = '';

/** A repository whose first commit is the harbour, and whose second is a later version of it. */
beforeAll(async () => {
	repository = await mkdtemp(join(tmpdir(), 'harbour-versions-'));
	folder = join(repository, 'data');
	await cp(VALID, folder, { recursive: true });
	git('init', '-q');
	commit('first');
	await edit(SOURCE, ({ claims }) => {
		claims[0]!.text = 'The quay was empty.';
		claims[2]!.id = 'c-road-again';
	});
	await edit(LAYER, ({ features }) => {
		features[2]!.properties.name = 'The lighthouse';
	});
	await edit('dataset.json', (dataset) => {
		dataset.version = '1.1.0';
		dataset.date = '2025-04-30';
	});
	commit('second');
});

afterAll(() => rm(repository, { recursive: true, force: true }));

function git(...args: string[]): void {
	// A hook of another repository may have set where git looks.
	const env = { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };
	const { status, stderr } = spawnSync('git', args, { cwd: repository, encoding: 'utf8', env });
	if (status !== 0) throw new Error(stderr);
}

function commit(message: string): void {
	git('add', '.');
	git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-q', '-m', message);
}

async function edit(file: string, change: (form: Form) => void): Promise<void> {
	const form = JSON.parse(await readFile(join(folder, file), 'utf8')) as Form;
	change(form);
	await writeFile(join(folder, file), JSON.stringify(form));
}

async function compared(from: string, to: string): Promise<DatasetVersion> {
	return compareEditions(await readEdition(from, folder), await readEdition(to, folder));
}

describe('from one edition to another', () => {
	let before: Edition;
	beforeAll(async () => {
		before = await readEdition(VALID, VALID);
		before.claims.get('c-road')!.modality = 'fact';
	});

	test('two git revisions tell what was added, changed and withdrawn', async () => {
		const { version, date, claims, features } = await compared('HEAD~1', 'HEAD');
		expect({ version, date }).toEqual({ version: '1.1.0', date: '2025-04-30' });
		expect(claims.added).toEqual([{ id: 'c-road-again', why: 'new, from gazette-2025-03' }]);
		expect(claims.changed).toMatchObject([{ id: 'c-quay-empty', why: 'changed: text' }]);
		expect(claims.withdrawn).toMatchObject([{ id: 'c-road', why: '', was: { source: 'gazette-2025-03' } }]);
		expect(features.changed).toEqual([
			{ id: 'lighthouse', why: 'changed: name', was: { name: 'Lighthouse', layer: 'coast' } }
		]);
	});

	test('two folders do the same', async () => {
		expect(await compared(VALID, folder)).toEqual(await compared('HEAD~1', 'HEAD'));
	});

	test('the same data in another order of members have not changed', async () => {
		const same = await compared('HEAD', folder);
		expect([same.claims, same.features].flatMap((all) => Object.values(all).flat())).toEqual([]);
	});

	test('what it prints is an entry that the gate takes, once a person has written the reasons', async () => {
		const entry = await compared('HEAD~1', 'HEAD');
		const withoutReasons = await mkdtemp(join(tmpdir(), 'harbour-entry-'));
		try {
			await cp(folder, withoutReasons, { recursive: true });
			const file = join(withoutReasons, 'changes.json');
			const { versions } = JSON.parse(await readFile(file, 'utf8')) as { versions: object[] };
			// c-road is withdrawn here, and was added before: the history agrees with the data.
			await writeFile(file, JSON.stringify({ versions: [entry, ...versions] }));
			const places = (await readDataset(withoutReasons)).issues.map(({ path }) => path);
			expect(places).toEqual(['/versions/0/note', '/versions/0/claims/withdrawn/0/why']);
			const text = JSON.stringify({ versions: [{ ...entry, note: 'Read again.' }, ...versions] });
			await writeFile(file, text.replaceAll('"why":""', '"why":"it was misread"'));
			expect((await readDataset(withoutReasons)).issues).toEqual([]);
		} finally {
			await rm(withoutReasons, { recursive: true, force: true });
		}
	});

	test.each<[string, boolean, (claims: ClaimForm[]) => void]>([
		['a renamed modality', false, ([, , road]) => (road!.modality = 'asserted')],
		['what ties a claim to its places', false, ([, , road]) => (road!.about = road!.about.map(featureIdOf))],
		['the order of its places', false, ([, , road]) => road!.about.reverse()],
		['links that say that they are stated', false, ([quay]) => (quay!.attribution[0]!.basis = 'stated')],
		['another tie', true, ([, crane]) => ((crane!.about[0] as Tie).words = 'a crane')],
		['another place', true, ([quay]) => quay!.about.push('lagoon')],
		['a link that is inferred now', true, ([quay]) => (quay!.attribution[0]!.basis = 'inferred')]
	])('%s: that it has changed is %s', (_, changes, edit) => {
		const edition = () => structuredClone(before);
		const after = edition();
		edit([...after.claims.values()].filter(({ source }) => source === 'gazette-2025-03'));
		const { changed } = compareEditions(edition(), after).claims;
		expect(changed.length > 0).toBe(changes);
	});

	test.each(['nowhere', '--output=x', 'HEAD:data'])('%s is neither a folder nor a revision', async (name) => {
		await expect(readEdition(name, folder)).rejects.toThrow(EditionError);
	});
});

describe('npm run geodata -- changes', { timeout: 60_000 }, () => {
	function run(...args: string[]) {
		const call = ['--import', 'tsx', 'geodata/tools/cli.ts', 'changes', ...args];
		return spawnSync(process.execPath, call, { encoding: 'utf8' });
	}

	test('prints the entry as JSON and as a paragraph', () => {
		const { status, stdout, stderr } = run(VALID, folder);
		expect(status).toBe(0);
		expect(JSON.parse(stdout.slice(0, stdout.indexOf('\n}\n') + 3))).toMatchObject({ version: '1.1.0' });
		expect(stdout).toContain('### 1.1.0, 2025-04-30\n\n- Claim added: `c-road-again`, ');
		expect(stderr).toContain('1 withdrawn, without a reason.');
	});

	test('with --write puts both where they belong, and leaves there what a person wrote', async () => {
		const written = await mkdtemp(join(tmpdir(), 'harbour-written-'));
		const [data, log] = [join(written, 'data'), join(written, 'CHANGELOG.md')];
		const changesIn = async () => readFile(join(data, 'changes.json'), 'utf8');
		try {
			await cp(folder, data, { recursive: true });
			const old = '### 1.0.0, 2025-03-31\n\nThe first.\n\n## Program\n\n### 0.1.0\n';
			await writeFile(log, `# Changes\n\n## Data\n\nWhat changed.\n\n${old}`);
			const before = (JSON.parse(await changesIn()) as { versions: DatasetVersion[] }).versions;
			expect(run(VALID, data, '--write', '--data', data).status).toBe(0);
			const file = JSON.parse(await changesIn()) as { versions: DatasetVersion[] };
			expect(file.versions.slice(1)).toEqual(before);
			expect(file.versions[0]).toMatchObject({ version: '1.1.0', claims: { added: [{ id: 'c-road-again' }] } });

			file.versions[0]!.note = 'Read again.';
			file.versions[0]!.claims.withdrawn[0]!.why = 'it was misread';
			await writeFile(join(data, 'changes.json'), JSON.stringify(file));
			expect(run(VALID, data, '--write', '--data', data).status).toBe(0);
			expect(JSON.parse(await changesIn())).toEqual(file);
			expect((await readDataset(data)).issues).toEqual([]);
			const text = await readFile(log, 'utf8');
			expect(text).toMatch(
				/^# Changes\n\n## Data\n\nWhat changed\.\n\n### 1\.1\.0, 2025-04-30\n\nRead again\.\n\n- Claim added/
			);
			expect(text).toContain('(it was misread)');
			expect(text.split('### 1.1.0').length).toBe(2);
			expect(text.endsWith(`\n\n${old}`)).toBe(true);
		} finally {
			await rm(written, { recursive: true, force: true });
		}
	});

	test('with --write writes nothing where both editions have one version', () => {
		const { status, stderr } = run(folder, folder, '--write', '--data', folder);
		expect([status, stderr.trim()]).toEqual([
			1,
			'Both have the version 1.1.0: raise it in dataset.json, with its date. Nothing was written.'
		]);
	});

	test('ends with 2 for what cannot be read', () => {
		const { status, stderr } = run('nowhere', VALID);
		expect(status).toBe(2);
		expect(stderr).toContain('"nowhere" is neither a folder nor a git revision of geodata.');
	});
});

describe('the history of the atlas', async () => {
	const { versions } = JSON.parse(await readFile('geodata/changes.json', 'utf8')) as { versions: DatasetVersion[] };
	const beginnings = beginningsOf('geodata');
	const steps = versions.slice(0, -1).map((version, index) => [version, versions[index + 1]!] as const);

	test('has the files’ history at hand to be held against', ({ skip }) => {
		skip(beginnings === null, 'git does not know all of it: no repository, or a shallow clone');
		expect([...beginnings!.keys()]).toEqual(expect.arrayContaining(versions.slice(1).map(({ version }) => version)));
	});

	test.skipIf(beginnings === null).each(steps.map(([to, from]) => [to.version, from.version, to] as const))(
		'tells under %s all that the files have changed since %s began, and no more',
		async (version, before, told) => {
			const from = await readEdition(beginnings!.get(before)!, 'geodata');
			// A version that no commit has yet is the folder as it stands.
			const found = compareEditions(from, await readEdition(beginnings!.get(version) ?? 'geodata', 'geodata'));
			for (const kind of ['claims', 'features'] as const) expect(idsIn(told[kind])).toEqual(idsIn(found[kind]));
		}
	);

	test.skipIf(beginnings === null)(
		'is that of the files as they stand: what has changed has a new version',
		async () => {
			const begun = beginnings!.get(versions[0]!.version);
			if (begun === undefined) return;
			const { claims, features } = compareEditions(
				await readEdition(begun, 'geodata'),
				await readEdition('geodata', 'geodata')
			);
			expect([idsIn(claims), idsIn(features)].flatMap((lists) => Object.values(lists)).flat()).toEqual([]);
		}
	);
});

function idsIn({ added, changed, withdrawn }: DatasetVersion['claims' | 'features']) {
	const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();
	return { added: ids(added), changed: ids(changed), withdrawn: ids(withdrawn) };
}

/**
 * For each version of a data folder, the git revision with which it began: the first in which `dataset.json` names it and
 * there is a history. Null where git does not know it all: outside a repository, or in a shallow clone.
 */
function beginningsOf(dataFolder: string): ReadonlyMap<string, string> | null {
	const ask = (...args: string[]) => {
		const { status, stdout } = spawnSync('git', args, { cwd: dataFolder, encoding: 'utf8', maxBuffer: 2 ** 28 });
		return status === 0 ? stdout : null;
	};
	if (ask('rev-parse', '--is-shallow-repository')?.trim() !== 'false') return null;
	const log = ask('log', '--reverse', '--topo-order', '--format=%H', '--', 'dataset.json', 'changes.json');
	const beginnings = new Map<string, string>();
	for (const commit of log?.split('\n').filter((line) => line !== '') ?? []) {
		const [dataset, history] = ['dataset.json', 'changes.json'].map((name) => ask('show', `${commit}:./${name}`));
		if (!dataset || !history) continue;
		const { version } = JSON.parse(dataset) as { version: string };
		if (!beginnings.has(version)) beginnings.set(version, commit);
	}
	return beginnings.size === 0 ? null : beginnings;
}
