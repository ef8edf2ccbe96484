import { readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import type { Browser, Page, Route } from 'playwright-core';
import { build } from 'vite';
import { openPage } from '../tests/e2e/browser';
import { ROOT } from '../tests/source/files';
import type { RecordedResponse } from './bare/server';
import { hasMap, PATIENCE } from './dashboard';
import type { Figure } from './report';
import type { Stage } from './stage';

/** A file of script that a page asked for. */
interface Script {
	url: string;
	text: string;
	/** Bytes after gzip -9. */
	zipped: number;
}

const MAP_IS_THERE = '[data-idle="true"]';

/** All script that `/` asks for until its map is drawn, and what can be read before the map's own script has come. */
export async function scriptBytes(stage: Stage): Promise<Figure[]> {
	const [atlas, bare, browser] = [await stage.atlas(), await stage.bare(await bareMap()), await stage.browser()];
	const ours = await scriptsOf(browser, `${atlas.url}/`);
	const bares = await scriptsOf(browser, `${bare.url}/`);
	const mapScripts = new Set(ours.filter(({ text }) => hasMap(text)).map(({ url }) => url));
	if (mapScripts.size === 0) throw new Error('None of the scripts of / is that of the map.');
	return [
		{
			what: 'script until the map is drawn, gzip -9',
			measured: kibibytesOf(ours),
			unit: 'KiB',
			baseline: kibibytesOf(bares),
			bound: { atMost: 1.35 }
		},
		{
			what: '  of which without the map’s own and its worker',
			measured: kibibytesOf(ours.filter(({ url }) => !mapScripts.has(url) && !isWorker(url))),
			unit: 'KiB'
		},
		...(await readable(browser, atlas.url, mapScripts))
	];
}

/** Opens a page until its map is drawn, and fetches every script that it asked for, its worker's included. */
async function scriptsOf(browser: Browser, address: string): Promise<Script[]> {
	const { page, requests } = await openPage(browser);
	await page.goto(address);
	await page.locator(MAP_IS_THERE).waitFor(PATIENCE);
	await page.context().close();
	const scripts: Script[] = [];
	for (const url of new Set(requests.filter((request) => request.startsWith('http')))) {
		const response = await fetch(url);
		if (!/javascript/.test(response.headers.get('content-type') ?? '')) continue;
		const text = await response.text();
		scripts.push({ url, text, zipped: gzipSync(text, { level: 9 }).length });
	}
	if (!scripts.some(({ url }) => isWorker(url))) throw new Error(`No worker was seen at ${address}.`);
	return scripts;
}

/** Whether list and panel stand in the HTML as sent, and can be read while the map's script is held back. */
async function readable(browser: Browser, origin: string, mapScripts: ReadonlySet<string>): Promise<Figure[]> {
	const { features } = (await (await fetch(`${origin}/export/all.geojson`)).json()) as FeatureCollection<
		null,
		{ claims: unknown[] }
	>;
	const talked = features.reduce((most, one) =>
		one.properties.claims.length > most.properties.claims.length ? one : most
	);
	const asked = [
		{ path: '/', part: 'rows of the list', selector: '[data-feature]', expected: features.length },
		{
			path: `/?feature=${String(talked.id)}`,
			part: 'claims of the panel',
			selector: '.note',
			expected: talked.properties.claims.length
		}
	];
	const figures: Figure[] = [];
	for (const { path, part, selector, expected } of asked) {
		const figure = (how: string, measured: number): Figure => ({
			what: `${part} ${how}`,
			measured,
			unit: '',
			baseline: expected,
			bound: { atLeast: 1 }
		});
		const without = await openPage(browser, { javaScriptEnabled: false });
		await without.page.goto(origin + path);
		figures.push(figure('in the HTML as sent', await legible(without.page, selector)));
		await without.page.context().close();

		const { page } = await openPage(browser);
		const held: Route[] = [];
		await page.route(
			(url) => mapScripts.has(url.href),
			(route) => void held.push(route)
		);
		await page.goto(origin + path);
		while (held.length === 0) await page.waitForTimeout(20);
		figures.push(figure('before the map’s script', await legible(page, selector)));
		if ((await page.locator(MAP_IS_THERE).count()) > 0) throw new Error('What was held back was not the map’s script.');
		for (const route of held) await route.continue();
		await page.locator(MAP_IS_THERE).waitFor(PATIENCE);
		await page.context().close();
	}
	return figures;
}

/** How many elements take room on the page and have text in it. */
async function legible(page: Page, selector: string): Promise<number> {
	return page.locator(`aside ${selector}`).evaluateAll(
		(elements) =>
			elements.filter((element) => {
				const { width, height } = element.getBoundingClientRect();
				return width > 0 && height > 0 && element.checkVisibility() && (element as HTMLElement).innerText.trim() !== '';
			}).length
	);
}

/** Builds the bare page with the atlas's own bundler and target. */
async function bareMap(): Promise<RecordedResponse[]> {
	const outDir = join(ROOT, '.cache', 'bare-map');
	await rm(outDir, { recursive: true, force: true });
	await build({
		root: join(ROOT, 'bench', 'bare', 'map'),
		configFile: false,
		logLevel: 'error',
		build: { target: 'es2022', outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 }
	});
	const files = await readdir(outDir, { recursive: true, withFileTypes: true });
	return Promise.all(
		files
			.filter((file) => file.isFile())
			.map(async ({ parentPath, name }) => {
				const path = join(parentPath, name);
				const target = path.slice(outDir.length).replaceAll('\\', '/');
				return {
					target: target === '/index.html' ? '/' : target,
					headers: ['Content-Type', MEDIA_TYPES[extname(name)] ?? 'application/octet-stream'],
					body: (await readFile(path)).toString('base64')
				};
			})
	);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css'
};

function isWorker(url: string): boolean {
	return /worker[^/]*\.js$/.test(url);
}

function kibibytesOf(scripts: readonly Script[]): number {
	return scripts.reduce((sum, { zipped }) => sum + zipped, 0) / 1024;
}
