import { expect, test } from 'vitest';
import { expectMutationsTold, type KnownFile } from './mutations';
import { readOwnFile } from './reading';

const ROWS = [
	['Pier', 34.9021, 35.8623, '2024-12-08'],
	['Base', 35.4011, 35.9487, '2024-12-09'],
	['Bridge', 36.2012, 37.1613, '2018-06-30']
] as const;
const PLACES = ROWS.map(([, lat, lon]) => JSON.stringify([lon, lat]));
const DAYS = ROWS.map(([, , , day]) => `${day}/${day}`);
/** Without a slash, which before or behind a day is an open span in EDTF. */
const SIGNS = ' .;:\'"|°abcdxyzXQЖم~?%*#()\t\n\r\u0000\u{1F30D}';

const file = (name: string, text: string, alphabet: string): KnownFile => {
	return { name, bytes: new TextEncoder().encode(text), places: PLACES, days: DAYS, alphabet };
};

const csv = (parted: string, number: (value: number) => string = String) =>
	[
		['name', 'lat', 'lon', 'date', 'note'],
		...ROWS.map(([name, lat, lon, day]) => [name, number(lat), number(lon), day, 'seen'])
	]
		.map((cells) => cells.join(parted))
		.join('\n') + '\n';

const features = ROWS.map(([name, lat, lon, date]) => ({
	type: 'Feature',
	properties: { name, date },
	geometry: { type: 'Point', coordinates: [lon, lat] }
}));

const FILES: readonly KnownFile[] = [
	file('known.csv', csv(','), `${SIGNS},`),
	file(
		'semicolons.csv',
		csv(';', (number) => String(number).replace('.', ',')),
		`${SIGNS},`
	),
	file('known.tsv', csv('\t'), `${SIGNS},`),
	// A comma between the digits of coordinates makes three good numbers of two.
	file('known.geojson', JSON.stringify({ type: 'FeatureCollection', features }, null, 1), `${SIGNS}{}[]\\`),
	file('known.ndjson', features.map((feature) => JSON.stringify(feature)).join('\n') + '\n', `${SIGNS}{}[]\\`),
	file(
		'records.json',
		JSON.stringify(ROWS.map(([name, lat, lon, date]) => ({ name, lat, lon, date }))),
		`${SIGNS}{}[]\\`
	)
];

test.each(FILES)('$name is read as it is known', ({ name, bytes, places, days }) => {
	const { features: read, issueCount } = readOwnFile(name, bytes);
	expect(read.map(({ geometry }) => JSON.stringify((geometry as { coordinates: unknown }).coordinates))).toEqual(
		places
	);
	expect(read.map(({ when }) => `${when?.from}/${when?.to}`)).toEqual(days);
	expect(issueCount).toBe(0);
});

test.each(FILES)(
	'$name, changed 2,000 times: what it says is read as before, or told',
	(known) => {
		expectMutationsTold(known, 2000, 20_241_208);
	},
	120_000
);
