import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { openPage } from '../tests/e2e/browser';
import { ROOT } from '../tests/source/files';
import { atRest } from './dashboard';
import type { Figure } from './report';
import type { Stage } from './stage';

/** A script of V8's coverage: its functions, each with how often it was called since the counts were taken last. */
interface Script {
	url: string;
	functions: readonly { functionName: string; ranges: readonly { startOffset: number; count: number }[] }[];
}

const REQUESTS = {
	'a page of items in a box': '/api/collections/features/items?bbox=35,34,37,36&limit=10',
	'an item': '/api/collections/features/items/tartus-naval-facility',
	'an export': '/export/all.geojson',
	'the page of a feature': '/features/tartus-naval-facility'
};

/**
 * How many files of `src` one request of each kind and one click on a topic execute, by the coverage of V8. Each was asked
 * once before, so that nothing is counted that only the first has to do; modules that are loaded and not called are not either.
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
	for (const [what, target] of Object.entries(REQUESTS)) {
		const ask = async () => (await fetch(url + target)).arrayBuffer();
		await ask();
		await take();
		await ask();
		found.push([what, await sourcesOf(await take())]);
	}
	await stop();
	await rm(folder, { recursive: true });
	return found;
}

/** The files of `src` in which something was called, by the source maps beside the scripts of the build. */
async function sourcesOf(scripts: readonly Script[]): Promise<Set<string>> {
	const sources = new Set<string>();
	for (const { url, functions } of scripts) {
		if (!url.startsWith('file:') || !url.includes('/build/')) continue;
		const path = fileURLToPath(url);
		const text = await readFile(path, 'utf8');
		const map = new SourceMap(JSON.parse(await readFile(`${path}.map`, 'utf8')) as SourceMapPayload);
		const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
		for (const { functionName, ranges } of functions) {
			const [range] = ranges;
			// The whole of a module is a function without a name, too.
			if (!range || range.count === 0 || (functionName === '' && range.startOffset === 0)) continue;
			const line = lineStarts.findLastIndex((start) => start <= range.startOffset);
			const entry = map.findEntry(line, range.startOffset - (lineStarts[line] ?? 0));
			const [, source] = ('originalSource' in entry && /(?:^|\/)(src\/.*)$/.exec(entry.originalSource)) || [];
			if (source !== undefined) sources.add(source);
		}
	}
	return sources;
}

/** The files of `src` that a click on a topic executes in the browser, with modules as they are written. */
async function inBrowser(stage: Stage): Promise<[what: string, files: Set<string>]> {
	const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
	await server.listen();
	const { page } = await openPage(await stage.browser());
	await page.goto(server.resolvedUrls?.local[0] ?? '');
	await atRest(page);
	const topics = page.getByRole('group', { name: 'Topics', exact: true }).getByRole('checkbox');
	await topics.first().click();
	await atRest(page);
	await page.coverage.startJSCoverage({ resetOnNavigation: false });
	await topics.last().click();
	await page.waitForTimeout(1000);
	await atRest(page);
	const scripts = await page.coverage.stopJSCoverage();
	await server.close();
	const called = scripts.filter(({ functions }) =>
		functions.some(({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0)
	);
	const files = called.flatMap(({ url }) => /\/(src\/[^?]*)/.exec(url)?.[1] ?? []);
	return ['a click on a topic', new Set(files)];
}
