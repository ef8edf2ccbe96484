import { describe, expect, test } from 'vitest';
import { MOST_ISSUES } from '$lib/import/issues';
import { MOST_FEATURES } from '$lib/import/file-reading';
import { readOwnFile } from './reading';

const DEEP = 100_000;
const FEATURE = '{"type":"Feature","properties":{"name":"Good"},"geometry":{"type":"Point","coordinates":[35,34]}}';

const read = (name: string, text: string) => readOwnFile(name, new TextEncoder().encode(text));
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(',\n')}]}`;

describe('nested 100,000 deep', () => {
	test.each([
		['lists alone', '['.repeat(DEEP) + ']'.repeat(DEEP)],
		['lists that are not closed', '['.repeat(DEEP)],
		['objects', '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP)]
	])('%s: nothing is read, and it is said', (_, text) => {
		const { features, issues } = read('deep.geojson', text);
		expect(features).toEqual([]);
		expect(issues[0]!.message).toMatch(/nested (99999|100000|100001) deep|100000 brackets are not closed/);
	});

	test('coordinates and properties: the features beside them are read', () => {
		const lists = '['.repeat(DEEP) + ']'.repeat(DEEP);
		const { features, issues } = read(
			'deep.geojson',
			collection(
				FEATURE,
				`{"type":"Feature","properties":{"a":${lists}},"geometry":null}`,
				`{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${lists}}}`,
				FEATURE
			)
		);
		expect(features.map(({ number }) => number)).toEqual([1, 4]);
		expect(issues.map(({ location }) => location)).toEqual(['Feature 2, line 2', 'Feature 3, line 3']);
	});

	test('elements of a KML: the placemarks beside them are read', () => {
		const placemark = '<Placemark><Point><coordinates>35,34</coordinates></Point></Placemark>';
		const deep = `<Placemark>${'<a>'.repeat(DEEP)}${'</a>'.repeat(DEEP)}</Placemark>`;
		const { features, issues } = read('deep.kml', `<kml>${placemark}\n${deep}\n${placemark}</kml>`);
		expect(features).toHaveLength(2);
		expect(issues).toEqual([
			{ location: 'Line 2', message: 'Elements are nested 100001 deep; 100 is the most that is read.' }
		]);
	});
});

test('a file has as many features as can be drawn, and it is said what was left out', () => {
	const { features, issues } = read('many.geojson', collection(...Array<string>(MOST_FEATURES + 2).fill(FEATURE)));
	expect(features).toHaveLength(MOST_FEATURES);
	expect(issues.map(({ message }) => message)).toEqual([
		'A file is read up to 100,000 features: features 100001 to 100002 were left out.'
	]);
});

test('rows of a CSV likewise', () => {
	const { features, issues } = read('many.csv', `lat,lon\n${'34,35\n'.repeat(MOST_FEATURES + 2)}`);
	expect(features).toHaveLength(MOST_FEATURES);
	expect(issues).toHaveLength(1);
});

test('however many quotes are broken, the good rows are kept', () => {
	const { features, issueCount } = read('quotes.csv', `name,lat,lon\n${'"Bob" Smith,34,35\nok,34,35\n'.repeat(5000)}`);
	expect(features.map(({ number }) => number)).toEqual(Array.from({ length: 5000 }, (_, index) => 2 * index + 2));
	expect(issueCount).toBe(5000);
});

test('all issues are counted, and the first are kept', () => {
	const bad = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["x",1]}}';
	const { issues, issueCount, features } = read('bad.geojson', collection(...Array<string>(40_000).fill(bad), FEATURE));
	expect(features).toHaveLength(1);
	expect(issueCount).toBe(40_000);
	expect(issues).toHaveLength(MOST_ISSUES);
	expect(issues.at(-1)!.location).toBe(`Feature ${MOST_ISSUES}, line ${MOST_ISSUES}`);
});

test.each([
	['one line of 20 MB that is nothing', 'x.csv', 'x'.repeat(20e6)],
	['quotes alone', 'x.csv', '"'.repeat(2e6)],
	['tags that do not end', 'x.kml', '<kml>' + '<a '.repeat(5e6)],
	['brackets alone', 'x.geojson', '[{'.repeat(5e6)],
	['backslashes', 'x.geojson', `["${'\\'.repeat(1e6)}`]
])('%s takes seconds at most', (_, name, text) => {
	const begun = performance.now();
	const { features, issueCount } = read(name, text);
	expect(features).toEqual([]);
	expect(issueCount).toBeGreaterThan(0);
	expect(performance.now() - begun).toBeLessThan(10_000);
});

test.each([
	['times of day', (index: number) => `12:${index}`],
	['seconds since 1970', (index: number) => String(1_733_616_000 + index)],
	['decimals', (index: number) => String(index / 100)],
	['words', (index: number) => `2024 or ${index}`],
	['days', (index: number) => new Date(index * 86_400_000).toISOString()]
])('100,000 %s where a date may stand take seconds at most', (_, written) => {
	const rows = Array.from({ length: MOST_FEATURES }, (_, index) => `34,35,${written(index)}`);
	const begun = performance.now();
	expect(read('dates.csv', ['lat,lon,time', ...rows].join('\n')).features).toHaveLength(MOST_FEATURES);
	expect(performance.now() - begun).toBeLessThan(5000);
});
