import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { openPage } from '../tests/e2e/browser';
import { atRest } from './dashboard';
import type { Figure } from './report';
import type { Stage } from './stage';

/** A script of V8's coverage: its functions, each with how often it was called since the counts were taken last. */
interface Script {
	url: string;
	functions: readonly { functionName: string; ranges: readonly { startOffset: number; count: number }[] }[];
}

/** Where the page says how much it shows. */
const STATUS = 'aside [role="status"]';

/** Two requests of each kind: the second is counted, and has another answer. */
const REQUESTS: Readonly<Record<string, readonly [first: string, second: string]>> = {
	'a page of items in a box': [
		'/api/collections/features/items?bbox=35,34,37,36&limit=10',
		'/api/collections/features/items?bbox=35,34,37,35&limit=10'
	],
	'an item': ['/api/collections/features/items/damascus', '/api/collections/features/items/tartus-naval-facility'],
	'an export': ['/export/all.geojson?topics=bases', '/export/all.geojson?layers=tartus'],
	'the page of a feature': ['/features/damascus', '/features/tartus-naval-facility']
};

/**
 * How many files of `src` one request of each kind and one click on a topic execute, by the coverage of V8. Another of its
 * kind came before, so that nothing is counted that only the first has to do; modules that are loaded and not called are not either.
 */
export async function executedFiles(stage: Stage): Promise<Figure[]> {
	const requests = await onServer(stage);
	return [...requests, await inBrowser(stage)].map(([what, files]) => ({ what, measured: files.size, unit: 'files' }));
}

/** Loaded into a server before it: writes the coverage since the last time whenever a file is there, and removes that. */
const takerAt = (file: string) =>
	encodeURIComponent(`import { takeCoverage } from 'node:v8';
import { existsSync, rmSync } from 'node:fs';
setInterval(() => {
	if (!existsSync('${file}')) return;
	takeCoverage();
	rmSync('${file}');
}, 20).unref();`);

async function onServer(stage: Stage): Promise<[what: string, files: Set<string>][]> {
	const folder = await mkdtemp(join(tmpdir(), 'atlas-coverage-'));
	const signal = join(folder, 'take');
	const { url, stop } = await stage.serve(['--import', `data:text/javascript,${takerAt(signal)}`, 'scripts/serve.js'], {
		NODE_V8_COVERAGE: folder
	});
	const take = async (): Promise<Script[]> => {
		await writeFile(signal, '');
		while (
			await access(signal).then(
				() => true,
				() => false
			)
		)
			await new Promise((resolve) => setTimeout(resolve, 20));
		const [latest = ''] = (await readdir(folder))
			.filter((name) => name.endsWith('.json'))
			.sort()
			.reverse();
		const { result } = JSON.parse(await readFile(join(folder, latest), 'utf8')) as { result: Script[] };
		await rm(join(folder, latest));
		return result;
	};
	const found: [string, Set<string>][] = [];
	for (const [what, [first, second]] of Object.entries(REQUESTS)) {
		const ask = async (target: string) => {
			const response = await fetch(url + target);
			if (!response.ok) throw new Error(`${target} is answered with ${response.status}.`);
			await response.arrayBuffer();
		};
		await ask(first);
		await take();
		await ask(second);
		found.push([what, await sourcesOf(await take())]);
	}
	await stop();
	await rm(folder, { recursive: true });
	return found;
}

/** The files of `src` in which something was called: the build names each in a comment before what it has of it. */
async function sourcesOf(scripts: readonly Script[]): Promise<Set<string>> {
	const sources = new Set<string>();
	for (const { url, functions } of scripts) {
		if (!url.startsWith('file:') || !url.includes('/build/')) continue;
		const text = await readFile(fileURLToPath(url), 'utf8');
		const named = [...text.matchAll(/^\/\/ (src\/\S+)$/gm)];
		for (const { functionName, ranges } of functions) {
			const { startOffset = 0, count = 0 } = ranges[0] ?? {};
			// The whole of a module is a function without a name, too.
			if (count === 0 || (functionName === '' && startOffset === 0)) continue;
			const source = named.findLast(({ index }) => index < startOffset)?.[1];
			if (source !== undefined) sources.add(source);
		}
	}
	return sources;
}

/** The files of `src` that a click on a topic executes in the browser, with modules as they are written. */
async function inBrowser(stage: Stage): Promise<[what: string, files: Set<string>]> {
	const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
	await server.listen();
	const { page } = await openPage(await stage.browser());
	await page.goto(server.resolvedUrls?.local[0] ?? '');
	await atRest(page);
	const topics = page.getByRole('group', { name: 'Topics', exact: true }).getByRole('checkbox');
	await topics.first().click();
	await atRest(page);
	await page.coverage.startJSCoverage({ resetOnNavigation: false });
	const counts = await page.locator(STATUS).textContent();
	await topics.last().click();
	await page.waitForFunction(([status, before]) => document.querySelector(status)?.textContent !== before, [
		STATUS,
		counts
	] as const);
	await atRest(page);
	const scripts = await page.coverage.stopJSCoverage();
	await server.close();
	const called = scripts.filter(({ functions }) =>
		functions.some(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0)
	);
	const files = called.flatMap(({ url }) => /\/(src\/[^?]*)/.exec(url)?.[1] ?? []);
	return ['a click on a topic', new Set(files)];
}
