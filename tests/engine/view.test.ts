import { describe, expect, it } from 'vitest';
import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { applyFilter } from '$lib/engine/filter-result';
import { columnsOf } from '$lib/engine/columns';
import { originsWords, summaryOf } from '$lib/engine/origins';
import { suggestionsFor } from '$lib/engine/suggest';
import { viewOf } from '$lib/engine/view';
import { datasetWith, stated } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());

function view(clauses: Partial<Criteria> = {}, selected: string | null = null, rowLimit?: number) {
	const criteria = { ...EVERYTHING, ...clauses };
	return viewOf(columns, criteria, applyFilter(columns, criteria), selected, rowLimit);
}

function counts(items: readonly { id: string; count: number }[]) {
	return Object.fromEntries(items.map(({ id, count }) => [id, count]));
}

describe('viewOf', () => {
	it('counts claims once in each panel, and features with what they are called', () => {
		const { facets, totals, rows } = view();
		expect(totals).toEqual({ features: 4, claims: 3, faded: 0, unplaced: 1 });
		expect(counts(facets.layers)).toEqual({ coast: 2, inland: 2 });
		expect(counts(facets.topics)).toEqual({ ships: 2, talks: 2, unused: 0 });
		expect(rows.map(({ id, claimCount }) => [id, claimCount])).toEqual([
			['harbour', 2],
			['north', 1],
			['hotel', 1],
			['island', 0]
		]);
		expect(rows.map(({ named }) => named)).toEqual([2, 0, 1, 0]);
	});

	it('counts those of the claims that match which name a feature', () => {
		const named = (clauses: Partial<Criteria>) => view(clauses).rows.map(({ id, named: count }) => `${id} ${count}`);
		expect(named({ topics: ['talks'] })).toEqual(['harbour 1', 'north 0', 'hotel 1']);
	});

	it('leaves a panel’s own clause out of its counts', () => {
		const { facets, totals } = view({ topics: ['talks'] });
		expect(counts(facets.topics)).toEqual({ ships: 2, talks: 2, unused: 0 });
		expect(counts(facets.layers)).toEqual({ coast: 1, inland: 2 });
		expect(totals.claims).toBe(2);
	});

	it('says 0 for what would give nothing', () => {
		expect(counts(view({ layers: ['coast'] }).facets.sources)).toEqual({ wire: 2, report: 0 });
	});

	it('fades what the filter has emptied, and leaves out what another layer holds', () => {
		expect(view({ layers: ['inland'], sources: ['wire'] }).totals).toMatchObject({ features: 1, faded: 1 });
	});

	it('shows a feature that only helps to read the map until claims are asked for', () => {
		expect(view({ layers: ['coast'] }).rows.map(({ id }) => id)).toContain('island');
		expect(view({ topics: ['ships'] }).rows.map(({ id }) => id)).not.toContain('island');
	});

	it('shows no more rows than it is asked for, and still counts them all', () => {
		const { rows, totals } = view({}, null, 2);
		expect(rows).toHaveLength(2);
		expect(totals.features).toBe(4);
	});

	it('names the features on which the claims that match contradict each other', () => {
		const contested = (clauses: Partial<Criteria>) => view(clauses).rows.filter((row) => row.contested);
		expect(contested({}).map(({ id }) => id)).toEqual(['harbour']);
		expect(contested({ topics: ['talks'] })).toEqual([]);
		expect([{}, { contested: true }, { topics: ['talks'] }].map((clauses) => view(clauses).contested)).toEqual([
			1, 1, 0
		]);
	});

	it('matches a text about the feature that has it, not about every feature of the claim', () => {
		expect(view({ text: 'parts nothing' }).rows.map(({ id }) => id)).toEqual(['north']);
	});

	it('finds who passed a claim on by any spelling of the name', () => {
		expect(view({ text: 'анна' }).totals.claims).toBe(2);
	});
});

describe('the selection', () => {
	it('has the notes that match and says how many do not', () => {
		const { selection } = view({ topics: ['talks'] }, 'harbour');
		expect(selection?.notes.map(({ id }) => id)).toEqual(['c-2']);
		expect(selection?.hidden).toBe(1);
	});

	it('puts differing answers side by side', () => {
		const [difference] = view({}, 'harbour').selection?.differences ?? [];
		expect(difference).toMatchObject({ difference: 'contradiction', why: 'As the test has it.' });
		expect(difference?.sides.map(({ question, answer, claims }) => [question.title, answer.title, claims])).toEqual([
			['Are they leaving?', 'Yes', ['c-1']],
			['Are they leaving?', 'No', ['c-2']]
		]);
	});

	it('sees no difference where the filter leaves one answer', () => {
		expect(view({ topics: ['talks'] }, 'harbour').selection?.differences).toEqual([]);
	});

	it('resolves every name of a note', () => {
		const [note] = view({}, 'harbour').selection?.notes ?? [];
		expect(note?.chain.map(({ name, as }) => `${name} ${as}`)).toEqual(['Anna Öz said', 'The Agency reported']);
		expect(note?.source.title).toBe('Ships leave');
		expect(note?.positions).toEqual([
			{ question: { id: 'leaving', title: 'Are they leaving?' }, answer: { id: 'yes', title: 'Yes' } }
		]);
	});

	it('is seen from the latest claim of the time asked for, whatever that is about', () => {
		expect(view({}, 'harbour').selection?.latest?.edtf).toBe('2025-02~');
		expect(view({ known: '2024-12-31' }, 'harbour').selection?.latest?.edtf).toBe('2024-12-09');
		expect(view({ topics: [] }, 'harbour').selection?.latest?.edtf).toBe('2025-02~');
		expect(view({ known: '2000' }, 'harbour').selection?.latest).toBeNull();
	});

	it('is null for a feature that is not there', () => {
		expect(view({}, 'gone').selection).toBeNull();
	});
});

describe('summaryOf', () => {
	it('counts one origin once and says no more exactly when than the data', () => {
		const notes = [...(view({}, 'harbour').selection?.notes ?? []), ...(view({}, 'hotel').selection?.notes ?? [])];
		expect(summaryOf(notes)).toMatchObject({ claims: 3, sources: 2, origins: 2 });
		expect(summaryOf(notes)).toMatchObject({ firstSaid: '2024-12-09', lastSaid: '2025-02~' });
	});

	const linkTo = (id: string) => ({ id, name: id, kind: 'outlet', as: 'reported' }) as const;
	const report = (outlet: string, ...behind: string[]) => ({
		...view({}, 'harbour').selection!.notes[0]!,
		chain: [linkTo(outlet)],
		...(behind.length > 0 && {
			inferred: behind.map((id) => ({ ...linkTo(id), before: 0, remark: '', pages: [] }))
		})
	});

	it.each([
		['3 origins', [report('a'), report('b'), report('c')]],
		['1 to 3 origins', [report('a', 'wsj'), report('b', 'wsj'), report('c', 'wsj')]],
		['1 to 3 origins', [report('a', 'officials', 'wsj'), report('b', 'officials', 'wsj'), report('c', 'officials')]],
		['2 to 3 origins', [report('a', 'wsj'), report('b', 'wsj'), report('c')]],
		['1 to 3 origins', [report('a', 'wsj'), report('a', 'officials', 'wsj'), report('a')]],
		['1 origin', [report('a', 'wsj')]],
		['0 origins', []]
	])('counts origins as stated and as inferred: %s', (words, notes) => {
		expect(originsWords(summaryOf(notes))).toBe(words);
	});

	it('does not move an origin by a link that is inferred after it', () => {
		const note = report('a');
		const between = { ...linkTo('agency'), before: 1, remark: '', pages: [] };
		expect(summaryOf([{ ...note, inferred: [between] }])).toMatchObject({ origins: 1, originsInferred: 1 });
	});

	it('takes one who speaks for another for the other, inferred or not', () => {
		const office = { id: 'office', title: 'The office' };
		const spokesman = { ...linkTo('spokesman'), for: office };
		const notes = [
			report('office'),
			{ ...report('a'), inferred: [{ ...spokesman, before: 0, remark: '', pages: [] }] }
		];
		expect(originsWords(summaryOf(notes))).toBe('1 to 2 origins');
	});

	it.each([
		['a quarter', '2025-03-11', false],
		['more than a quarter', '2025-03-12', true]
	])('says whether anything was said since, seen from %s later', (_, latest, silent) => {
		const { notes = [] } = view({}, 'harbour').selection ?? {};
		expect(summaryOf(notes, stated(latest)).silentSince).toBe(silent);
	});

	it('has no dates and no silence without claims', () => {
		expect(summaryOf([], stated('2025-03-11'))).toMatchObject({ firstSaid: null, lastSaid: null, silentSince: false });
	});
});

describe('suggestionsFor', () => {
	it.each([
		['гав', 'harbour'],
		['المرفا', 'harbour'],
		['oz', 'captain'],
		['parts nor', 'north']
	])('%s names %s', (text, id) => {
		expect(suggestionsFor(columns, text).map((suggestion) => suggestion.id)).toContain(id);
	});

	it('names nothing for words of a claim', () => {
		expect(suggestionsFor(columns, 'quay')).toEqual([]);
	});
});
