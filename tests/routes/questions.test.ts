import { describe, expect, test } from 'vitest';
import { cite } from '$lib/engine/cited-claim';
import { columnsOf } from '$lib/engine/columns';
import { counted } from '$lib/words/counted';
import { answersTo, inOrderOfTime, silenceWords, summaryWords } from '$lib/ui/pages/question-summary';
import { shareOf, spanOf, ticksOf } from '$lib/ui/pages/time-line';
import { claimWith, datasetWith, stated } from '../fixtures/dataset';

const columns = columnsOf(datasetWith());
const question = datasetWith().questions[0]!;
const yes = [{ question: 'leaving', answer: 'yes' }];

function note(id: string, overrides: Parameters<typeof claimWith>[0] = {}) {
	return cite(columns, claimWith({ id, positions: yes, ...overrides }));
}

describe('the answers to a question', () => {
	test('stand in the question’s order, also those that no source gives', () => {
		const answers = answersTo(question, [note('a')]);
		expect(answers.map(({ id, notes }) => [id, notes.length])).toEqual([
			['yes', 1],
			['no', 0]
		]);
	});

	test('keep the reason why one is listed that no source gives', () => {
		const lost = { id: 'lost', title: 'Lost at sea', unclaimed: 'A ship that has not left may be lost.' };
		const answers = answersTo({ ...question, answers: [...question.answers, lost] }, [note('a')]);
		expect(answers[2]).toMatchObject({ ...lost, notes: [], summary: { claims: 0 } });
	});

	test('count one origin for a statement that was reported twice', () => {
		const again = note('b', {
			attribution: [
				{ agent: 'captain', as: 'said' },
				{ agent: 'paper', as: 'wrote' }
			]
		});
		const other = note('c', { attribution: [{ agent: 'paper', as: 'wrote' }] });
		expect(summaryWords(answersTo(question, [note('a'), again, other])[0]!.summary)).toBe('3 claims, 2 origins');
	});

	test('count one origin for a spokesman and his office, whoever reports them', () => {
		const { agents } = datasetWith();
		const mate = {
			id: 'mate',
			name: 'The mate',
			kind: 'person',
			speaksFor: { agent: 'captain', remark: 'So he says.' }
		};
		const boy = { id: 'boy', name: 'The boy', kind: 'person', speaksFor: { agent: 'mate', remark: 'So she says.' } };
		const crewed = columnsOf(datasetWith({ agents: [...agents, mate, boy] as typeof agents }));
		const by = (agent: string) =>
			cite(crewed, claimWith({ id: agent, positions: yes, attribution: [{ agent, as: 'said' }] }));
		expect(by('boy').chain).toMatchObject([{ id: 'boy', for: { id: 'captain', title: 'Anna Öz' } }]);
		expect(by('captain').chain[0]).not.toHaveProperty('for');
		const spoken = ['captain', 'mate', 'boy', 'paper'].map(by);
		expect(summaryWords(answersTo(question, spoken)[0]!.summary)).toBe('4 claims, 2 origins');
	});

	test('say since when nothing was said, seen from the latest claim of the atlas', () => {
		const [yes, no] = answersTo(question, [note('a')], stated('2025-03'));
		expect(silenceWords(yes!.summary)).toBe('nothing since 9 Dec 2024');
		expect(silenceWords(no!.summary)).toBeNull();
		expect(silenceWords(answersTo(question, [note('a')], stated('2025-01'))[0]!.summary)).toBeNull();
	});

	test('do not take the answer to another question', () => {
		const elsewhere = note('a', { positions: [{ question: 'other', answer: 'yes' }] });
		expect(answersTo(question, [elsewhere])[0]!.notes).toEqual([]);
	});

	test('have their claims in order of time', () => {
		const notes = [note('march', { said: stated('2025-03') }), note('day', { said: stated('2024-12-09') })];
		expect(inOrderOfTime(notes).map(({ id }) => id)).toEqual(['day', 'march']);
	});
});

describe('a time line', () => {
	const span = spanOf([stated('2024-12-09').interval, stated('2025-03').interval]);

	test('runs from the first day to the last that the dates can mean', () => {
		expect(span).toEqual({ from: '2024-12-09', to: '2025-03-31' });
	});

	test('takes the start of what has no end', () => {
		expect(spanOf([{ from: '2024-12-09', to: null }])).toEqual({ from: '2024-12-09', to: '2024-12-09' });
	});

	test('has no span without dates', () => {
		expect(ticksOf(spanOf([]))).toEqual([]);
	});

	test('draws a month as long as a month', () => {
		const { start, end } = shareOf(span, stated('2025-03').interval);
		expect(end).toBe(1);
		expect(end - start).toBeCloseTo(31 / 113);
	});

	test('names its start, its end and the months that there is room for', () => {
		expect(ticksOf(span).map(({ label }) => label)).toEqual([
			'9 Dec 2024',
			'Jan 2025',
			'Feb 2025',
			null,
			'31 Mar 2025'
		]);
		expect(
			ticksOf(spanOf([stated('2024').interval, stated('2026').interval])).filter(({ label }) => label).length
		).toBe(5);
	});
});

describe('a number with its noun', () => {
	test.each([
		[0, '0 claims'],
		[1, '1 claim'],
		[1200, '1,200 claims']
	])('%i', (number, words) => {
		expect(counted(number, 'claim')).toBe(words);
	});
});
