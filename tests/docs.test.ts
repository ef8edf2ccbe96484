import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS } from '$lib/formats/citation-registry';
import { claimColumns, featureColumns } from '$lib/formats/attributes';
import { CRITERIA_PARAMETERS } from '$lib/filter/criteria-query';
import { FEED_FORMATS } from '$lib/formats/feed-registry';
import { EXPORT_FORMATS } from '$lib/formats/registry';
import { ITEM_PARAMETERS } from '$lib/server/api/ogc/item-query';
import { datasetWith } from './fixtures/dataset';
import { filesUnder, foldersIn, isThere, textOf } from './source/files';
import { nodesOf, syntaxOf } from './source/syntax';

interface Manifest {
	scripts: Record<string, string>;
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;

describe('docs/operating.md names', () => {
	test.each(settings())('the setting %s', (setting) => {
		expect(codeIn('docs/operating.md')).toMatch(asWord(setting));
	});

	test.each(Object.keys(manifest.scripts).map(commandOf))('the command %s', (command) => {
		expect(codeIn('docs/operating.md')).toMatch(asWord(command));
	});

	test.each(verbs())('the verb %s of npm run geodata', (verb) => {
		expect(codeIn('docs/operating.md')).toMatch(asWord(`npm run geodata -- ${verb}`));
	});
});

describe('docs/using.md names', () => {
	test.each([...CRITERIA_PARAMETERS])('the parameter %s', (parameter) => {
		expect(codeIn('docs/using.md')).toMatch(asWord(parameter));
	});
});

describe('docs/api.md names', () => {
	test.each(ITEM_PARAMETERS)('the parameter %s', (parameter) => {
		expect(codeIn('docs/api.md')).toMatch(asWord(parameter));
	});

	test.each(EXPORT_FORMATS.map(({ extension }) => extension))('the export format %s', (id) => {
		expect(codeIn('docs/api.md')).toMatch(asWord(id));
	});

	test.each([
		...CITATION_FORMATS.map(({ extension }) => `/cite.${extension}`),
		...FEED_FORMATS.map(({ extension }) => `/feed.${extension}`)
	])('the address %s', (address) => {
		expect(codeIn('docs/api.md')).toMatch(asWord(address));
	});
});

describe('docs/architecture.md', () => {
	test.each(foldersIn('src/lib'))('names the folder %s', (folder) => {
		expect(codeIn('docs/architecture.md')).toMatch(asWord(`${folder}/`));
	});

	const steps = [...textOf('docs/architecture.md').matchAll(/`((?:src|geodata|tests)\/[^`\s]+)`/g)].map(
		([, file = '']) => file
	);

	test('walks by way of files', () => {
		expect(steps.length).toBeGreaterThan(15);
	});

	test.each(steps)('%s is there', (file) => {
		expect(isThere(file)).toBe(true);
	});
});

describe('the README', () => {
	test('is read in a few minutes', () => {
		expect(Buffer.byteLength(textOf('README.md'))).toBeLessThanOrEqual(8000);
	});
});

describe('docs/formats.md', () => {
	const text = textOf('docs/formats.md').replace(/\s+/g, ' ');
	const rows = [...textOf('docs/formats.md').matchAll(/^\| `(\w+)` +\| (\w+) +\| (.*?) +\|$/gm)];

	test('has a section for each format, and no other', () => {
		const headings = [...textOf('docs/formats.md').matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
		expect(headings).toEqual(EXPORT_FORMATS.map(({ title }) => title));
	});

	test.each(EXPORT_FORMATS)('says what $title is for, what it keeps and what it loses', (format) => {
		const { id, extension, mediaType, description, keeps, loses } = format;
		expect(text).toContain(`\`/export/all.${extension}\`, \`${mediaType}\`, id \`${id}\`. ${description}`);
		expect(text).toContain(`- Keeps: ${keeps}`);
		expect(text).toContain(`- Loses: ${loses}`);
	});

	test('has a line for each column of features and of claims', () => {
		const columns = [...featureColumns(datasetWith()), ...claimColumns(datasetWith())];
		const lines = rows.map(([, name, type, description]) => [name, type, description]);
		expect(lines).toEqual(columns.map(({ name, type, description }) => [name, type, description]));
	});
});

describe('docs/dependencies.md', () => {
	const rows = [...textOf('docs/dependencies.md').matchAll(/^\| `([^|]+)` +\| (\S+) +\| \S/gm)].map(
		([, name = '', licence = '']) => ({ name, licence })
	);

	test('has one line for every package of package.json, and no other', () => {
		const packages = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
		expect(rows.map(({ name }) => name).sort()).toEqual(packages.sort());
	});

	test.each(rows)('$name: its licence is $licence', ({ name, licence }) => {
		const { license } = JSON.parse(textOf(`node_modules/${name}/package.json`)) as { license: string };
		expect(licence).toBe(license);
	});
});

describe('docs/decisions', () => {
	const records = filesUnder('docs/decisions', '.md');

	test('are numbered from 0001 without a gap', () => {
		const numbers = records.map((path) => posix.basename(path).slice(0, 4));
		expect(numbers).toEqual(records.map((_, index) => String(index + 1).padStart(4, '0')));
	});

	test.each(records)('%s has a date, a context, a decision and its consequences', (path) => {
		const text = textOf(path);
		const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
		expect(headings).toEqual(['Context', 'Decision', 'Consequences']);
		expect(text).toMatch(/^(Accepted|Superseded by \d{4}), \d{4}-\d{2}-\d{2}$/m);
	});
});

describe('links', () => {
	const documents = [
		'README.md',
		'CONTRIBUTING.md',
		'SECURITY.md',
		'CHANGELOG.md',
		'geodata/README.md',
		...filesUnder('docs', '.md')
	];

	test.each(documents)('%s leads only to files that are there', (path) => {
		const targets = [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
		const lost = targets.filter((target) => !isThere(posix.join(posix.dirname(path), target)));
		expect(lost).toEqual([]);
	});
});

/** What is read from the environment: by the server in config.ts, and by the scripts. */
function settings(): string[] {
	const inConfig = [...nodesOf(syntaxOf('src/lib/server/config.ts'))]
		.filter(ts.isStringLiteral)
		.map((node) => node.text);
	const inScripts = filesUnder('scripts', '.js').flatMap((path) =>
		[...textOf(path).matchAll(/process\.env\['(\w+)'\]/g)].map(([, name = '']) => name)
	);
	return [...new Set([...inConfig, ...inScripts])].filter((name) => /^[A-Z]+(_[A-Z]+)*$/.test(name)).sort();
}

/** The verbs of `npm run geodata`: the cases of its switch. */
function verbs(): string[] {
	const cases = [...nodesOf(syntaxOf('geodata/tools/cli.ts'))].filter(ts.isCaseClause);
	return cases
		.map(({ expression }) => expression)
		.filter(ts.isStringLiteral)
		.map((node) => node.text);
}

function commandOf(script: string): string {
	return script === 'start' || script === 'test' ? `npm ${script}` : `npm run ${script}`;
}

/** Everything that a document sets as code, a line each. */
function codeIn(path: string): string {
	const [text, blocks] = [textOf(path), /^```[^\n]*\n([^]*?)^```/gm];
	const spans = text.replace(blocks, '').matchAll(/`([^`\n]+)`/g);
	return [...text.matchAll(blocks), ...spans].map(([, code]) => code).join('\n');
}

/** Finds a text that is not part of a longer word. */
function asWord(text: string): RegExp {
	return new RegExp(`(?<![\\w-])${text.replace(/[^\w\s]/g, '\\$&')}(?![\\w-])`);
}
