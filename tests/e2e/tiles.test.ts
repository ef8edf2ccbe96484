import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, textOf } from '../source/files';
import { serveAtlas } from './atlas';

// The page that the README shows, from another origin than the atlas, with MapLibre from the page's own server. That server
// hands MapLibre on with a map that can be reached from here; the page's lines are as they stand.

const MAPLIBRE = '/node_modules/maplibre-gl/dist/';
const REACHABLE = `
	import { Map as Drawing } from './maplibre-gl.mjs?as-it-is';
	export * from './maplibre-gl.mjs?as-it-is';
	export class Map extends Drawing {
		constructor(options) {
			super(options);
			globalThis.drawing = this;
		}
	}`;
const TYPES: Readonly<Record<string, string>> = { '.mjs': 'text/javascript', '.css': 'text/css' };

/** What the tests ask of the map that the page makes. */
interface Drawing {
	loaded(): boolean;
	getFilter(layer: string): unknown;
	setFilter(layer: string, filter: unknown): void;
	once(event: 'idle', told: () => void): void;
	project(position: [number, number]): { x: number; y: number };
	queryRenderedFeatures(options?: { layers: string[] }): {
		properties: Record<string, unknown>;
		geometry: { coordinates: [number, number] };
	}[];
}

const atlas = serveAtlas();
let server: Server;
let origin = '';

beforeAll(async () => {
	server = createServer((request, response) => {
		const { pathname, search } = new URL(request.url ?? '', 'http://page.example');
		const type = TYPES[extname(pathname)];
		if (pathname === '/favicon.ico') response.writeHead(204).end();
		else if (pathname === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(pageOf(atlas.url()));
		else if (pathname.startsWith(MAPLIBRE) && type !== undefined) {
			const isWrapped = pathname.endsWith('/maplibre-gl.mjs') && search === '';
			response.writeHead(200, { 'Content-Type': type });
			response.end(isWrapped ? REACHABLE : readFileSync(join(ROOT, pathname)));
		} else response.writeHead(404).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(() => {
	server.close();
	server.closeAllConnections();
});

test('the ten lines of the README draw the atlas on the page of another origin', async () => {
	const { page, errors, requests } = await atlas.open('/healthz');
	await page.goto(origin);
	await page.waitForFunction(() => (Reflect.get(globalThis, 'drawing') as Drawing | undefined)?.loaded() === true);
	const drawn = await page.evaluate(() =>
		(Reflect.get(globalThis, 'drawing') as Drawing).queryRenderedFeatures().map(({ properties }) => properties)
	);
	const names = new Set(drawn.map(({ name }) => name));
	expect(names.size).toBeGreaterThan(5);
	expect(drawn.find(({ id }) => id === 'tartus-naval-facility')).toMatchObject({ layer: 'tartus' });
	expect(requests.filter((address) => address.includes('/api/tiles/WebMercatorQuad/')).length).toBeGreaterThan(0);
	expect(errors).toEqual([]);
});

test('the filter of the README chooses some of what is drawn, and all of it has the topic', async () => {
	const [, topic = ''] = /`\['in', '"([\w-]+)"', \['get', 'topics'\]\]`/.exec(textOf('docs/api.md')) ?? [];
	expect(topic).not.toBe('');
	const { page, errors } = await atlas.open('/healthz');
	await page.goto(origin);
	await page.waitForFunction(() => (Reflect.get(globalThis, 'drawing') as Drawing | undefined)?.loaded() === true);
	const [all, chosen] = await page.evaluate(async (wanted) => {
		const map = Reflect.get(globalThis, 'drawing') as Drawing;
		const layers = ['areas', 'points'];
		const topics = () => map.queryRenderedFeatures({ layers }).map(({ properties }) => String(properties['topics']));
		const before = topics();
		const idle = new Promise<void>((told) => map.once('idle', told));
		for (const id of layers) {
			const filter = map.getFilter(id);
			const chooses = ['in', wanted, ['get', 'topics']];
			map.setFilter(id, filter ? ['all', filter, chooses] : chooses);
		}
		await idle;
		return [before, topics()];
	}, `"${topic}"`);
	expect(chosen.length).toBeGreaterThan(0);
	expect(chosen.length).toBeLessThan(all.length);
	expect(chosen.filter((topics) => !(JSON.parse(topics) as string[]).includes(topic))).toEqual([]);
	expect(errors).toEqual([]);
});

test('a click on a place shows its name', async () => {
	const { page, errors } = await atlas.open('/healthz');
	await page.goto(origin);
	await page.waitForFunction(() => (Reflect.get(globalThis, 'drawing') as Drawing | undefined)?.loaded() === true);
	const place = await page.evaluate(() => {
		const map = Reflect.get(globalThis, 'drawing') as Drawing;
		const inSight = map.queryRenderedFeatures({ layers: ['points'] }).map(({ properties, geometry }) => {
			return { id: String(properties['id']), at: map.project(geometry.coordinates) };
		});
		return inSight.find(({ at }) => Math.min(at.x, at.y) > 100);
	});
	const { id, at } = place!;
	await page.locator('canvas').click({ position: at });
	const shown = (await page.locator('.maplibregl-popup-content').textContent())?.replace(/×$/, '');
	const response = await fetch(`${atlas.url()}/api/collections/features/items/${id}`);
	const { properties } = (await response.json()) as { properties: { name: string } };
	expect(shown).toBe(properties.name);
	expect(errors).toEqual([]);
});

/** The page in the README, with the address of the atlas that is served here. */
function pageOf(url: string): string {
	const [, page = ''] = /^```html\n([^]*?)^```/m.exec(textOf('docs/api.md')) ?? [];
	expect(page).toContain('http://127.0.0.1:3000/api/tiles');
	return `<!doctype html><title>A page</title>\n${page.replaceAll('http://127.0.0.1:3000', url)}`;
}
