import { describe, expect, it } from 'vitest';
import type { ApiDocument } from '$lib/ui/api/api-document';
import { resourcePage } from '$lib/ui/api/resource-page';
import type { Cell, Section } from '$lib/ui/api/sections';
import { handlersOf } from '../server/api/ask';

const ROOT = 'http://atlas.example/api';
const handlers = handlersOf();

/** The page of an address of the API, from the very document that stands there. */
async function pageOf(path: string) {
	const segments = path.split('/').filter((segment) => segment !== '');
	const response = await handlers.api(`/${path === 'docs' ? 'openapi.json' : path}?f=json`);
	const document = (await response.json()) as ApiDocument;
	const beside = path === '' ? ((await (await handlers.api('/collections?f=json')).json()) as ApiDocument) : {};
	return resourcePage({ segments, document, beside, root: ROOT, catalogue: handlers.store.catalogue });
}

/** A cell as it is read. */
function read(cell: Cell | undefined): string {
	if (cell === undefined) return '';
	if (Array.isArray(cell)) return (cell as readonly Cell[]).map(read).join('');
	return typeof cell === 'object' ? String((cell as { text: string | number }).text) : String(cell);
}

const rowsOf = ({ rows = [] }: Section) => rows.map((row) => row.map(read));
const sectionOf = (sections: readonly Section[], title: string) =>
	sections.find((section) => section.title?.toLowerCase().includes(title.toLowerCase()))!;

describe('the path to a page of the API', () => {
	it.each([
		['', []],
		['collections', ['/api API']],
		['collections/features', ['/api API', '/api/collections Collections']],
		[
			'collections/features/items',
			['/api API', '/api/collections Collections', '/api/collections/features All features']
		],
		['tiles/WebMercatorQuad', ['/api API', '/api/tiles Tiles']],
		['tileMatrixSets/WebMercatorQuad', ['/api API', '/api/tileMatrixSets Tile matrix sets']]
	])('to %s is that of the pages above it', async (path, above) => {
		const { path: led } = await pageOf(path);
		expect(led.map(({ href, title }) => `${href} ${title}`)).toEqual(above);
	});

	it('to an item has the collection by its title', async () => {
		const { path, title } = await pageOf('collections/features/items/harbour');
		expect(path.map(({ title }) => title)).toEqual(['API', 'Collections', 'All features', 'Items']);
		expect(title).toBe('Harbour');
	});
});

describe('the values of a document in words', () => {
	it('are a list with commas, each address a link', async () => {
		const { sections } = await pageOf('collections/features');
		const rows = sections.flatMap(rowsOf);
		const crs = rows.find(([name]) => name?.startsWith('CRS'));
		expect(crs?.[1]).toBe('http://www.opengis.net/def/crs/OGC/1.3/CRS84');
		expect(rows.map(([name]) => name).filter((name) => /link/i.test(name ?? ''))).toEqual([]);
	});

	it('are yes or no, a figure, or nothing at all', () => {
		const document = { title: 'x', open: true, closed: false, count: 3, list: ['a', 'b', 'c'], none: [], gone: null };
		const given = { segments: ['x'], document: document as ApiDocument, beside: {}, root: ROOT };
		const [facts] = resourcePage({ ...given, catalogue: handlers.store.catalogue }).sections;
		expect(rowsOf(facts!).map(([, value]) => value)).toEqual(['yes', 'no', '3', 'a, b, c', 'none', 'none']);
	});

	it('are a table of things that lead to their pages', async () => {
		const { sections } = await pageOf('');
		const table = sectionOf(sections, 'collections');
		expect(rowsOf(table).map(([name]) => name)).toEqual(
			expect.arrayContaining(['All featuresfeatures', 'All claimsclaims'])
		);
	});
});

describe('the page on how to use the API', () => {
	it('has every address with its parameters, and every status', async () => {
		const { sections } = await pageOf('docs');
		const items = sections
			.flatMap(rowsOf)
			.find(([address]) => /^GET \/collections\/\S*\/itemsThe items/.test(address ?? ''));
		expect(items?.[1]).toMatch(/^\w+(, [\w-]+)+$/);
		expect(items?.[1]?.split(', ')).toEqual(expect.arrayContaining(['bbox', 'limit', 'datetime', 'filter']));
		expect(items?.[2]).toContain('200 application/geo+json');
		const statuses = rowsOf(sectionOf(sections, 'statuses')).map(([status]) => status);
		expect(statuses).toEqual(expect.arrayContaining(['400', '404']));
		expect(statuses).not.toContain('200');
	});

	it('says of each parameter where it stands, what it is when it is left out, and the most that it may be', async () => {
		const { sections } = await pageOf('docs');
		const limit = rowsOf(sectionOf(sections, 'parameters')).find(([name]) => name === 'limit');
		expect(limit?.[1]).toBe('whole number, in the query');
		expect(limit?.[2]).toMatch(/Where it is not set: \d+\. At most \d+\.$/);
	});
});
