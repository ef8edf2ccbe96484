import { describe, expect, test } from 'vitest';
import type { OwnReading } from '$lib/domain/own-feature';
import type { FormatId } from '$lib/formats/registry';
import { generateDataset } from '../fixtures/dataset';
import { exportBytes, matchesOf } from '../formats/export-text';
import { readOwnFile } from './reading';

const dataset = generateDataset({ features: 30, claims: 90, seed: 11 });
const matches = await matchesOf(dataset);

async function readBack(format: FormatId, name: string): Promise<OwnReading> {
	return readOwnFile(name, await exportBytes(format, dataset));
}

/** The span of the times that claims are about; null where none says one. */
function timeOf(claims: (typeof matches)[number]['claims']): [string | null, string | null] | null {
	const spans = claims.flatMap(({ concerns }) => (concerns ? [concerns.interval] : []));
	if (spans.length === 0) return null;
	const froms = spans.map(({ from }) => from);
	const tos = spans.map(({ to }) => to);
	const whole: [string | null, string | null] = [
		froms.includes(null) ? null : froms.sort()[0]!,
		tos.includes(null) ? null : tos.sort().at(-1)!
	];
	return whole[0] === null && whole[1] === null ? null : whole;
}

const whenOf = ({ when }: OwnReading['features'][number]) => when && [when.from, when.to];

describe('an export of the atlas that is opened as a file of one’s own has what it had', () => {
	test.each([
		['geojson', 'atlas.geojson'],
		['geojsonseq', 'atlas.geojsons']
	] as const)('%s: features, names, dates, the count of claims', async (format, name) => {
		const { features, issues } = await readBack(format, name);
		expect(issues).toEqual([]);
		expect(features.map(({ title }) => title)).toEqual(matches.map(({ feature }) => feature.name));
		expect(features.map(({ geometry }) => geometry)).toEqual(matches.map(({ feature }) => feature.geometry));
		expect(features.map(({ properties }) => (properties['claims'] as unknown[]).length)).toEqual(
			matches.map(({ claims }) => claims.length)
		);
		expect(features.map(whenOf)).toEqual(matches.map(({ claims }) => timeOf(claims)));
	});

	test('Linked Places: features, names, the count of claims, and the dates that have both ends', async () => {
		const { features, issues } = await readBack('lpf', 'atlas.lpf.json');
		expect(issues).toEqual([]);
		expect(features.map(({ title }) => title)).toEqual(matches.map(({ feature }) => feature.name));
		expect(features.map(({ properties }) => (properties['descriptions'] as unknown[]).length)).toEqual(
			matches.map(({ claims }) => claims.length)
		);
		// The format has no open ends: a claim with one has no time in it.
		const closed = matches.map(({ claims }) =>
			timeOf(claims.filter(({ concerns }) => concerns?.interval.from && concerns.interval.to))
		);
		expect(features.map(whenOf)).toEqual(closed);
		expect(features.map(({ geometry }) => geometry !== null)).toEqual(
			matches.map(({ feature }) => feature.geometry !== null)
		);
	});

	test('CSV: a feature for each claim, with the name, place and date of each', async () => {
		const { features, issues } = await readBack('csv', 'atlas.csv');
		expect(issues).toEqual([]);
		const rows = matches.flatMap(({ feature, claims }) => claims.map((claim) => ({ feature, claim })));
		expect(features.map(({ title }) => title)).toEqual(rows.map(({ feature }) => feature.name));
		expect(features.map(({ geometry }) => geometry)).toEqual(rows.map(({ feature }) => feature.geometry));
		expect(features.map(whenOf)).toEqual(rows.map(({ claim }) => timeOf([claim])));
	});
});
