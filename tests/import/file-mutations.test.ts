import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { OwnFeature } from '$lib/domain/own-feature';
import { openOwnFile } from '$lib/import/open-file';
import { randomOf } from '../fixtures/random';

const VALID = 'tests/fixtures/import/valid';
const fixture = (name: string) => new Uint8Array(readFileSync(`${VALID}/${name}`));

const KML = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>F</name>
<Placemark><name>One</name><TimeStamp><when>2024-12-08</when></TimeStamp><Point><coordinates>35.86,34.9</coordinates></Point></Placemark>
<Placemark><name>Two</name><TimeSpan><begin>2015-09-30</begin><end>2016-03-14</end></TimeSpan><LineString><coordinates>36.1,34.8 36.25,34.75 36.5,34.625</coordinates></LineString></Placemark>
<Placemark><name>Three</name><ExtendedData><Data name="date"><value>2018</value></Data></ExtendedData><Point><coordinates>37.125,36.2</coordinates></Point></Placemark>
</Folder></Document></kml>`;
const GPX = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
<wpt lat="34.9" lon="35.86"><time>2024-12-08T10:00:00Z</time><name>One</name></wpt>
<trk><name>Two</name><trkseg><trkpt lat="34.8" lon="36.1"><time>2015-09-30T01:00:00Z</time></trkpt><trkpt lat="34.75" lon="36.25"><time>2015-10-01T01:00:00Z</time></trkpt></trkseg></trk>
<rte><name>Three</name><rtept lat="36.2" lon="37.125"/><rtept lat="36.3" lon="37.5"/></rte></gpx>`;

async function kmz(): Promise<Uint8Array> {
	const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
	await writer.add('doc.kml', new Uint8ArrayReader(new TextEncoder().encode(KML)));
	return writer.close();
}

/** Where in a file the known values themselves stand: another whole value in their place is what the file says. */
function valuesIn(bytes: Uint8Array, features: readonly OwnFeature[]): boolean[] {
	const taken = Array.from({ length: bytes.length }, () => false);
	const text = Buffer.from(bytes).toString('latin1');
	const take = (needle: string) => {
		for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
			taken.fill(true, at, at + needle.length);
	};
	for (const { geometry, properties, title } of features) {
		take(title);
		for (const number of numbersOf(geometry)) {
			take(String(number));
			for (const order of [true, false]) {
				const view = new DataView(new ArrayBuffer(8));
				view.setFloat64(0, number, order);
				take(Buffer.from(view.buffer).toString('latin1'));
			}
		}
		for (const name of Object.keys(properties)) take(name);
		for (const value of Object.values(properties)) if (/^\d{4}/.test(String(value))) take(String(value));
	}
	return taken;
}

const numbersOf = (value: unknown): number[] =>
	typeof value === 'number'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(numbersOf)
			: [];

/** Bytes with something changed, taken out, put in, written twice, or cut off; what stands in `fixed` is left alone. */
function mutated(bytes: Uint8Array, random: () => number, fixed: readonly boolean[]): Uint8Array {
	let result = bytes;
	for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes--) {
		const at = Math.floor(random() * result.length);
		const length = 1 + Math.floor(random() * (random() < 0.5 ? 4 : 60));
		const isFixed = fixed.slice(Math.max(0, at - 1), at + length + 1).some(Boolean);
		const noise = Uint8Array.from({ length }, () => Math.floor(random() * 256));
		const [before, after] = [result.subarray(0, at), result.subarray(at)];
		const kind = Math.floor(random() * 5);
		if (kind === 0) result = before;
		else if (isFixed || result.length !== bytes.length) continue;
		else if (kind === 1) result = Buffer.concat([before, noise.subarray(0, after.length), after.subarray(length)]);
		else if (kind === 2) result = Buffer.concat([before, after.subarray(length)]);
		else if (kind === 3) result = Buffer.concat([before, noise, after]);
		else result = Buffer.concat([before, after.subarray(0, length), after]);
	}
	return new Uint8Array(result);
}

const keyOf = ({ geometry, when }: OwnFeature) => JSON.stringify([geometry, when]);

/** Keys of a feature, and of the same without a place, which its card counts. */
const keysOf = (feature: OwnFeature) => [keyOf(feature), keyOf({ ...feature, geometry: null })];

describe('2,000 mutations of a file: nothing is thrown or hangs, and no place or date changes without a word', () => {
	test.each([
		['a.kml', () => new TextEncoder().encode(KML), 1],
		['a.gpx', () => new TextEncoder().encode(GPX), 2],
		['a.kmz', kmz, 3],
		['a.xlsx', () => fixture('sheet.xlsx'), 4],
		['a.zip', () => fixture('shapefiles.zip'), 5],
		['a.gpkg', () => fixture('places.gpkg'), 6],
		['a.fgb', () => fixture('places.fgb'), 7]
	] as const)(
		'%s',
		async (name, make, seed) => {
			const bytes = await make();
			const known = await openOwnFile(name, bytes);
			expect(known.issueCount).toBe(0);
			const right = new Set(known.features.flatMap(keysOf));
			const fixed = valuesIn(bytes, known.features);
			const random = randomOf(seed);
			const silent: string[] = [];
			for (let round = 0; round < 2000; round++) {
				const changed = mutated(bytes, random, fixed);
				const begun = performance.now();
				const { features, issueCount, notes } = await openOwnFile(name, changed);
				expect(performance.now() - begun).toBeLessThan(5000);
				if (issueCount > 0 || notes.length > known.notes.length) continue;
				const wrong = features.filter((feature) => !right.has(keyOf(feature)));
				if (wrong.length > 0) silent.push(`${round}: ${wrong.map(keyOf).join()}`);
				else if (features.length < known.features.length) silent.push(`${round}: ${features.length} features`);
			}
			expect(silent).toEqual([]);
		},
		280_000
	);
});
