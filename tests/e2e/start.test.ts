import { execFileSync } from 'node:child_process';
import { constants, cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isThere, ROOT } from '../source/files';
import { type Ended, type RunningServer, runCommand, startCommand, startServer } from './server';

const BUILT_WITHIN = 300_000;
const START = ['npm', 'start'] as const;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe.skipIf(!isThere('.git'))('npm start after a clone', () => {
	let clone = '';
	let first: RunningServer[] = [];
	let ended: Ended[] = [];

	beforeAll(async () => {
		clone = copyOfTheProject();
		first = await Promise.all([startThere(clone), startThere(clone)]);
	}, BUILT_WITHIN);

	test('serves the atlas', async () => {
		const response = await fetch(`${first[0]!.url}/`);
		expect(response.status).toBe(200);
		expect(await response.text()).toContain('</html>');
	});

	test('says in one line where', () => {
		expect(first[0]!.output()).toContain(first[0]!.url);
	});

	test('builds once when two are started at the same time, and both serve', async () => {
		const statuses = await Promise.all(first.map(async ({ url }) => (await fetch(`${url}/`)).status));
		expect(statuses).toEqual([200, 200]);
		expect(first.filter((server) => server.output().includes('Building')).length).toBe(1);
	});

	test('ends with 0 on SIGTERM', async () => {
		ended = await Promise.all(first.map((server) => server.stop()));
		expect(ended.map(({ code }) => code)).toEqual([0, 0]);
	});

	test('neither installs nor builds the second time', async () => {
		const again = await startThere(clone);
		await again.stop();
		expect(again.output()).not.toMatch(/Installing|Building/);
	});

	test('builds again when a source has changed, and shows why that fails', async () => {
		writeFileSync(join(clone, 'svelte.config.js'), 'throw new Error("Changed since the build.");\n');
		const { code, output } = await runCommand(['node', 'scripts/start.js'], clone);
		expect(code).toBe(1);
		expect(output).toContain('Building');
		expect(output).toContain('Changed since the build.');
	});

	test('installs again when package-lock.json has changed, with the packages that the build needs', async () => {
		const lock = join(clone, 'package-lock.json');
		writeFileSync(lock, readFileSync(lock, 'utf8').replace(/"integrity": "sha512-\w{4}/, '"integrity": "sha512-AAAA'));
		const npm = join(clone, 'recorded.js');
		writeFileSync(npm, 'console.log("npm", ...process.argv.slice(2)); process.exit(3);');
		const { code, output } = await runCommand(['node', 'scripts/start.js'], clone, { npm_execpath: npm });
		expect(code).toBe(1);
		expect(output).toContain('npm ci --include=dev');
		expect(output).toContain('could not be installed');
	});
});

describe('the served atlas', () => {
	test('finishes an answer that is under way when SIGTERM comes, and ends with 0', async () => {
		const server = await startServer();
		const answer = await begun(`${server.url}/basemap/atlas.pmtiles`);
		const stopped = server.stop();
		let received = 0;
		for await (const chunk of answer) received += (chunk as Buffer).length;
		expect(received).toBe(statSync(join(ROOT, 'static/basemap/atlas.pmtiles')).size);
		expect((await stopped).code).toBe(0);
	});

	test('sends another part of the basemap to a cache that has one, as long as the file is the same', async () => {
		const server = await startServer();
		const ask = (ifRange: string) => {
			const headers = { Range: 'bytes=100-199', 'If-Range': ifRange };
			return fetch(`${server.url}/basemap/atlas.pmtiles`, { headers });
		};
		const head = await fetch(`${server.url}/basemap/atlas.pmtiles`, { method: 'HEAD' });
		for (const validator of ['last-modified', 'etag']) {
			const same = await ask(head.headers.get(validator)!);
			expect([validator, same.status, (await same.arrayBuffer()).byteLength]).toEqual([validator, 206, 100]);
		}
		const other = await ask('Tue, 01 Jan 2019 00:00:00 GMT');
		expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([
			200,
			statSync(join(ROOT, 'static/basemap/atlas.pmtiles')).size
		]);
		await server.stop();
	});

	test('refuses a PORT that is none, and says what it must be', async () => {
		const { code, output } = await runCommand(['node', 'scripts/serve.js'], ROOT, { PORT: 'seven' });
		expect(code).toBe(1);
		expect(linesOf(output)).toEqual([
			expect.stringContaining('cannot start'),
			expect.stringMatching(/^PORT .*“seven”/)
		]);
	});

	test('refuses a PORT that is taken, in one sentence', async () => {
		const server = await startServer();
		const { port } = new URL(server.url);
		const { code, output } = await runCommand(['node', 'scripts/serve.js'], ROOT, { PORT: port });
		await server.stop();
		expect(code).toBe(1);
		expect(linesOf(output)).toEqual([expect.stringContaining(`Port ${port} `)]);
	});

	test('refuses a folder of data that breaks rules, naming every one', async () => {
		const data = copyOf('geodata');
		const layer = join(data, 'layers', 'tartus.geojson');
		writeFileSync(
			layer,
			readFileSync(layer, 'utf8').replaceAll(
				/"type": "FeatureCollection",/g,
				'"type": "FeatureCollection", "crs": null,'
			)
		);
		writeFileSync(
			join(data, 'topics.json'),
			readFileSync(join(data, 'topics.json'), 'utf8').replace('"id": "', '"id": "unused-')
		);
		const { code, output } = await runCommand(['node', 'scripts/serve.js'], ROOT, { GEODATA_DIR: data });
		expect(code).toBe(1);
		expect(output).toContain('tartus.geojson');
		expect(output).toContain('topics.json');
		expect(output).not.toMatch(/^\s+at /m);
	});

	test('refuses a Node that is too old, in one sentence', async () => {
		const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.19.0'}})`;
		const { code, output } = await runCommand(['node', '--import', pretend, 'scripts/start.js'], ROOT);
		expect(code).toBe(1);
		expect(linesOf(output)).toEqual([expect.stringContaining('needs Node 20.19 or newer; this is Node 18.19.0')]);
	});
});

function startThere(clone: string): Promise<RunningServer> {
	return startCommand(START, clone, {}, BUILT_WITHIN);
}

/** The project as a clone would have it, what is not committed yet included, and with its packages. */
function copyOfTheProject(): string {
	const clone = emptyFolder();
	const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
	const paths = listed.toString().split('\0');
	// What is deleted and not yet committed is listed too, and so is a node_modules that is a link.
	for (const path of paths.filter((name) => name !== '' && name !== 'node_modules' && isThere(name))) {
		cpSync(join(ROOT, path), join(clone, path), { recursive: true });
	}
	copyInto(clone, 'node_modules');
	return clone;
}

function copyOf(path: string): string {
	const folder = emptyFolder();
	copyInto(folder, path);
	return join(folder, path);
}

function copyInto(folder: string, path: string): void {
	cpSync(realpathSync(join(ROOT, path)), join(folder, path), {
		recursive: true,
		verbatimSymlinks: true,
		mode: constants.COPYFILE_FICLONE
	});
}

function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
	folders.push(folder);
	return folder;
}

/** An answer whose head has arrived and of whose body nothing has been read. */
function begun(url: string): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(url, resolve).once('error', reject);
	});
}

function linesOf(output: string): string[] {
	return output.split('\n').filter((line) => line.trim() !== '');
}
