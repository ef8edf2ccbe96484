import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OwnReading } from '$lib/domain/own-feature';
import { openOwnFile } from '$lib/import/open-file';
import { type Expected, summaryOf } from './summary';
import { readOwnFile } from './reading';

const FOLDER = 'tests/fixtures/import';

const documentsIn = (folder: string) =>
	readdirSync(join(FOLDER, folder)).filter((name) => !name.endsWith('.expected.json'));

async function read(folder: string, name: string): Promise<{ reading: OwnReading; expected: Expected }> {
	const path = join(FOLDER, folder, name);
	const beside = `${path}.expected.json`;
	expect(existsSync(beside), `${beside} says what is read of ${name}`).toBe(true);
	const reading = await openOwnFile(name, new Uint8Array(readFileSync(path)));
	return { reading, expected: JSON.parse(readFileSync(beside, 'utf8')) as Expected };
}

describe('a good file is read without an issue', () => {
	test.each(documentsIn('valid'))('%s', async (name) => {
		const { reading, expected } = await read('valid', name);
		expect(summaryOf(reading, expected)).toEqual(expected);
		expect(reading.issueCount).toBe(0);
		expect(reading.features.length).toBeGreaterThan(0);
	});
});

describe('of a bad file everything is said, and what is good is kept', () => {
	test.each(documentsIn('invalid'))('%s', async (name) => {
		const { reading, expected } = await read('invalid', name);
		expect(summaryOf(reading, expected)).toEqual(expected);
		expect(reading.issueCount).toBeGreaterThan(0);
	});
});

test('what a file says of a feature is kept as it says it', () => {
	const name = 'placemarks-with-times.kml';
	const { features } = readOwnFile(name, new Uint8Array(readFileSync(join(FOLDER, 'valid', name))));
	expect(features.map(({ properties }) => properties)).toEqual([
		{
			name: 'A stamp',
			timestamp: '2024-12-08',
			styleUrl: '#s',
			folder: 'Folder'
		},
		{ name: 'A span', begin: '2024-11', end: '2024-12-08', description: '<b>Bold</b>', folder: 'Folder' },
		{ name: 'A span without beginning', end: '2024', kind: 'port', folder: 'Folder' }
	]);
});

test('a name that objects have of themselves is a property like any other', () => {
	const text = '{"type":"Feature","properties":{"__proto__":{"name":"no"},"constructor":"x"},"geometry":null}';
	const [feature] = readOwnFile('a.json', new TextEncoder().encode(text)).features;
	expect(Object.keys(feature!.properties)).toEqual(['__proto__', 'constructor']);
	expect(feature!.title).toBe('Feature 1');
});
