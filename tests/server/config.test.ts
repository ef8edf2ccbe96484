import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SettingsError } from '$lib/domain/errors';
import { type Environment, readSettings } from '$lib/server/config';

let project: string;

beforeAll(() => {
	project = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
	mkdirSync(join(project, 'geodata'));
	mkdirSync(join(project, 'documents'));
	writeFileSync(join(project, 'a-file'), '');
});
afterAll(() => {
	rmSync(project, { recursive: true });
});

test('an empty environment gives the defaults', () => {
	expect(readSettings({ PORT: '', ORIGIN: ' ' }, project)).toEqual({
		host: '127.0.0.1',
		port: 3000,
		geodataFolder: join(project, 'geodata'),
		sourcesFolder: null,
		sourceText: 'off',
		origin: 'http://127.0.0.1:3000',
		frameAncestors: '*'
	});
});

test('passages are shown where the documents are at hand, unless that is turned off', () => {
	expect(readSettings({ SOURCES_DIR: 'documents' }, project)).toMatchObject({
		sourcesFolder: join(project, 'documents'),
		sourceText: 'passages'
	});
	expect(readSettings({ SOURCES_DIR: 'documents', SOURCE_TEXT: 'off' }, project).sourceText).toBe('off');
});

test.each([
	[{ HOST: '0.0.0.0', PORT: '8080' }, 'http://localhost:8080'],
	[{ HOST: '::1', PORT: '80' }, 'http://[::1]'],
	[{ HOST: 'atlas.example', PORT: '1' }, 'http://atlas.example:1'],
	[{ HOST: 'atlas.example', PORT: '65535' }, 'http://atlas.example:65535'],
	[{ HOST: 'atlas.example' }, 'http://atlas.example:3000'],
	[{ ORIGIN: 'https://atlas.example' }, 'https://atlas.example'],
	[{ ORIGIN: 'https://atlas.example:8443/' }, 'https://atlas.example:8443']
])('%j makes links that start with %s', (environment, origin) => {
	expect(readSettings(environment, project).origin).toBe(origin);
});

test.each([
	['anyone', '*'],
	['no-one', "'none'"],
	['https://news.example/, http://127.0.0.1:8080', 'https://news.example http://127.0.0.1:8080']
])('FRAME_ANCESTORS=%s lets %s frame the map', (value, list) => {
	expect(readSettings({ FRAME_ANCESTORS: value }, project).frameAncestors).toBe(list);
});

describe('a value that cannot be used stops the start with one sentence', () => {
	test.each<[Environment, string]>([
		[{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535, not “http”.'],
		[{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535, not “0”.'],
		[{ PORT: '65536' }, 'PORT must be a whole number from 1 to 65535, not “65536”.'],
		[{ PORT: '1e3' }, 'PORT must be a whole number from 1 to 65535, not “1e3”.'],
		[{ HOST: '256.1.1.1' }, 'HOST must be an IP address or a host name, such as 127.0.0.1, not “256.1.1.1”.'],
		[{ HOST: 'http://x' }, 'HOST must be an IP address or a host name, such as 127.0.0.1, not “http://x”.'],
		[
			{ FRAME_ANCESTORS: 'https://news.example;' },
			'FRAME_ANCESTORS must be anyone, no-one, or origins such as https://news.example, with commas between them; “https://news.example;” is none of these.'
		],
		[{ SOURCE_TEXT: 'all' }, 'SOURCE_TEXT must be off or passages, not “all”.'],
		[
			{ ORIGIN: 'atlas.example' },
			'ORIGIN must be a scheme and a host with nothing after it, such as https://atlas.example, not “atlas.example”.'
		]
	])('%j', (environment, sentence) => {
		expect(reasonsOf(environment)).toEqual([sentence]);
	});

	test.each(['https://atlas.example/map', 'ftp://atlas.example', 'https://me@atlas.example', 'javascript:0'])(
		'ORIGIN=%s',
		(origin) => {
			expect(reasonsOf({ ORIGIN: origin })).toHaveLength(1);
		}
	);

	test('a folder that is not there, or a file', () => {
		expect(reasonsOf({ GEODATA_DIR: 'nowhere' })).toEqual([
			`GEODATA_DIR must name a folder with data; ${join(project, 'nowhere')} is none.`
		]);
		expect(reasonsOf({ SOURCES_DIR: 'a-file' })).toEqual([
			`SOURCES_DIR must name a folder with documents; ${join(project, 'a-file')} is none.`
		]);
	});

	test('all of them at once', () => {
		expect(reasonsOf({ PORT: 'x', HOST: '!', GEODATA_DIR: 'nowhere', SOURCE_TEXT: 'x', ORIGIN: 'x' })).toHaveLength(5);
	});
});

function reasonsOf(environment: Environment): readonly string[] {
	try {
		readSettings(environment, project);
		return [];
	} catch (error) {
		if (error instanceof SettingsError) return error.reasons;
		throw error;
	}
}
