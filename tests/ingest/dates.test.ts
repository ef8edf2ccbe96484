import { describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import { EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { type Columns, columnsOf } from '$lib/engine/columns';
import { type Bin, timelineOf } from '$lib/engine/timeline';
import { REFUSED, TABLE, WITHOUT_BEGINNING } from '../fixtures/edtf';
import { withBroken } from './broken-folder';

const FILE = 'sources/bay-news-2024-12-09.json';

/** What reading the valid folder gives where its fourth claim concerns a date. */
function readWith(edtf: string) {
	const step = { file: FILE, op: 'replace', path: '/claims/3/concerns/edtf', value: edtf } as const;
	return withBroken({ patch: [step] }, readDataset);
}

describe('check, filter and timeline agree on', () => {
	test.each(TABLE)('%s, from %s to %s', async (edtf, from, to) => {
		const { dataset, issues } = await readWith(edtf);
		expect(issues).toEqual([]);
		const claims = dataset!.claims.filter(({ concerns }) => concerns?.edtf === edtf);
		expect(claims.map(({ concerns }) => concerns!.interval)).toEqual([{ from, to }]);
		const columns = columnsOf({ ...dataset!, claims });
		for (const [day, isIn] of edges(from, to)) expect([day, isFound(columns, day)]).toEqual([day, isIn]);
		const { first, last } = binsOf(columns, edtf);
		expect(holds(first, from), `the axis begins it in ${JSON.stringify(first)}`).toBe(true);
		expect(holds(last, to), `the axis ends it in ${JSON.stringify(last)}`).toBe(true);
	});
});

describe('check refuses', () => {
	test.each(REFUSED.filter(([edtf]) => edtf !== ''))('%s: %s', async (edtf, wrong) => {
		const { issues } = await readWith(edtf);
		expect(issues).toEqual([
			expect.objectContaining({ file: FILE, path: '/claims/3/concerns/edtf', rule: 'date-edtf' })
		]);
		expect(issues[0]!.message).toBe(`${JSON.stringify(edtf)} is no date here: ${wrong}.`);
	});

	test.each(WITHOUT_BEGINNING)('%s, which may be of any earlier time', async (edtf) => {
		const { issues } = await readWith(edtf);
		expect(issues.map(({ rule }) => rule)).toEqual(['date-beginning']);
	});
});

/** The days around both ends, with whether the date covers them. */
function edges(from: string | null, to: string | null): [day: string, isIn: boolean][] {
	return [
		...(from === null ? [['0001-01-01', true] as [string, boolean]] : around(from, -1)),
		...(to === null ? [['9999-12-31', true] as [string, boolean]] : around(to, 1))
	];
}

function around(day: string, step: number): [day: string, isIn: boolean][] {
	const beside = new Date(`${day}T00:00:00Z`);
	beside.setUTCDate(beside.getUTCDate() + step);
	const iso = beside.toISOString();
	return [[day, true], ...(/^\d{4}-/.test(iso) ? [[iso.slice(0, 10), false] as [string, boolean]] : [])];
}

function isFound(columns: Columns, day: string): boolean {
	return applyFilter(columns, { ...EVERYTHING, happened: { from: day, to: day } }).totals.claims === 1;
}

/** The bins from which and to which the only claim is drawn; null for an end that lies beyond the axis. */
function binsOf(columns: Columns, edtf: string): { first: Bin | null; last: Bin | null } {
	const { bins, spans } = timelineOf(columns, applyFilter(columns, EVERYTHING), 'happened');
	const [span] = spans;
	if (!span) {
		const bin = bins.find(({ count }) => count === 1) ?? null;
		return { first: bin, last: bin };
	}
	expect(span.edtf).toBe(edtf);
	return { first: span.openStart ? null : bins[span.first]!, last: span.openEnd ? null : bins[span.last]! };
}

function holds(bin: Bin | null, day: string | null): boolean {
	return bin === null || day === null ? bin === day : bin.from <= day && day <= bin.to;
}
