import { describe, expect, test } from 'vitest';
import { coordinatesOf, issuesOf, readText } from './reading';

describe('what stands above the header of a table', () => {
	test.each([
		['a title', 'Incidents of 2024\n\nname,lat,lon\nA,34.9,35.8\n', ['Incidents of 2024']],
		['remarks', '# exported\n# by QGIS\nname,lat,lon\nA,34.9,35.8\n', ['# exported', '# by QGIS']],
		['a title in Russian', 'Отчёт;;\nимя;широта;долгота\nA;34,9;35,8\n', ['Отчёт']]
	])('%s is told, and the header found', (_, text, above) => {
		const reading = readText('table.csv', text);
		expect(coordinatesOf(reading)).toEqual([[35.8, 34.9]]);
		expect(reading.features[0]).toMatchObject({ number: 1, title: 'A' });
		expect(issuesOf(reading)).toEqual([
			`What stands above the header is not kept: ${above.map((line) => `“${line}”`).join(', ')}.`
		]);
	});

	test('places are told by their line', () => {
		const reading = readText('table.csv', 'A title\nname,lat,lon\nA,34.9,35.8\nB,north,35.8\n');
		expect(reading.issues).toMatchObject([{ location: expect.stringMatching(/^Row 2, line 4$/) as string }]);
	});

	test('rows of data are no title', () => {
		const reading = readText('table.csv', 'name,a,b\nA,1,2\nname,lat,lon\nB,34.9,35.8\n');
		expect(reading.features).toEqual([]);
		expect(issuesOf(reading)[0]).toContain('No columns of coordinates were found.');
	});
});
