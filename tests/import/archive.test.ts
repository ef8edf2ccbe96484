import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, test } from 'vitest';
import { openOwnFile } from '$lib/import/open-file';
import { coordinatesOf } from './reading';

const kml = (name: string, lng: number) =>
	`<kml><Placemark><name>${name}</name><Point><coordinates>${lng},34.9</coordinates></Point></Placemark></kml>`;

async function open(name: string, files: Readonly<Record<string, string>>) {
	const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
	for (const [path, text] of Object.entries(files)) {
		await writer.add(path, new Uint8ArrayReader(new TextEncoder().encode(text)));
	}
	return openOwnFile(name, await writer.close());
}

describe('the main file of an archive', () => {
	test('is the map of a KMZ, whatever other places lie beside it', async () => {
		const reading = await open('places.kmz', { 'data.csv': 'lat,lon\n1,2\n', 'doc.kml': kml('A', 35.9) });
		expect([reading.format, coordinatesOf(reading)]).toEqual(['KMZ', [[35.9, 34.9]]]);
		expect(reading.notes).toEqual(['Not kept: 1 other file in the archive.']);
	});

	test('is each map of a KMZ, the first of them doc.kml', async () => {
		const reading = await open('places.kmz', { 'a.kml': kml('A', 36), 'doc.kml': kml('Doc', 35.9) });
		expect(coordinatesOf(reading)).toEqual([
			[35.9, 34.9],
			[36, 34.9]
		]);
	});

	test('is the only one that has places, wherever it lies', async () => {
		const reading = await open('places.zip', { 'a/b/places.csv': 'lat,lon\n1,2\n', 'read.me': 'x' });
		expect(coordinatesOf(reading)).toEqual([[2, 1]]);
	});

	test('is the list of posts of an archive of X, where nothing else has places', async () => {
		const tweet = {
			created_at: 'Sun Dec 08 10:00:00 +0000 2024',
			full_text: 'A',
			geo: { type: 'Point', coordinates: [1, 2] }
		};
		const tweets = `window.YTD.tweets.part0 = ${JSON.stringify([{ tweet }])}`;
		const reading = await open('x.zip', { 'data/tweets.js': tweets, 'data/like.js': 'x' });
		expect(coordinatesOf(reading)).toEqual([[2, 1]]);
	});
});
