import { describe, expect, test } from 'vitest';
import { differencesAmong } from '$lib/engine/differences';
import { standsWords } from '$lib/ui/claims/difference-words';
import { claimWith, relationOf, stated } from '../fixtures/dataset';

const questions = ['leaving', 'quay'].map((id) => ({
	id,
	title: `${id}?`,
	remarks: '',
	answers: ['yes', 'no', 'soon'].map((answer) => ({ id: answer, title: answer.toUpperCase() }))
}));
const relations = [
	relationOf('compatible', 'leaving', 'yes', 'soon'),
	relationOf('tension', 'leaving', 'no', 'soon'),
	relationOf('excludes', 'leaving', 'yes', 'no'),
	{
		answers: [
			{ question: 'quay', answer: 'no' },
			{ question: 'leaving', answer: 'no' }
		] as [{ question: string; answer: string }, { question: string; answer: string }],
		relation: 'tension' as const,
		why: 'Who stays lies at the quay.'
	}
];

function claim(id: string, question: string, answer: string, edtf = '2024-12-09') {
	return claimWith({ id, positions: [{ question, answer }], said: stated(edtf) });
}

function told(...claims: ReturnType<typeof claim>[]) {
	return differencesAmong(claims, { questions, relations });
}

describe('how answers stand to each other', () => {
	test('is told of two questions as of one, with the reason, contradictions first and what fits last', () => {
		const differences = told(
			claim('a', 'leaving', 'yes'),
			claim('b', 'leaving', 'no'),
			claim('c', 'leaving', 'soon'),
			claim('d', 'quay', 'no')
		);
		expect(
			differences.map(({ difference, sides }) => [
				difference,
				sides.map(({ question, answer }) => question.id + answer.id)
			])
		).toEqual([
			['contradiction', ['leavingyes', 'leavingno']],
			['tension', ['leavingno', 'leavingsoon']],
			['tension', ['quayno', 'leavingno']],
			['compatible', ['leavingyes', 'leavingsoon']]
		]);
		expect(differences[2]?.why).toBe('Who stays lies at the quay.');
		expect(standsWords(differences, { question: 'leaving', answer: 'no' })).toEqual([
			'contradicts “YES”',
			'in tension with “SOON” and “NO” (quay?)'
		]);
		expect(standsWords(differences, { question: 'leaving', answer: 'yes' })).toEqual(['contradicts “NO”']);
	});

	test('is a change, in order of time and with its dates, where only time keeps two answers apart', () => {
		const [change, ...others] = told(
			claim('late', 'leaving', 'yes', '2025-03'),
			claim('first', 'leaving', 'no', '2024-12-09'),
			claim('again', 'leaving', 'no', '2024-12-12')
		);
		expect(others).toEqual([]);
		expect(change).toMatchObject({
			difference: 'change',
			sides: [
				{ answer: { id: 'no' }, claims: ['first', 'again'], times: ['2024-12-09', '2024-12-12'] },
				{ answer: { id: 'yes' }, claims: ['late'], times: ['2025-03'] }
			]
		});
		expect(standsWords([change!], { question: 'leaving', answer: 'no' })).toEqual(['later “YES”']);
		expect(standsWords([change!], { question: 'leaving', answer: 'yes' })).toEqual(['earlier “NO”']);
	});

	test('tells an answer again that is given again', () => {
		const [change] = told(
			claim('a', 'leaving', 'no', '2025-01'),
			claim('b', 'leaving', 'yes', '2025-02'),
			claim('c', 'leaving', 'no', '2025-03')
		);
		expect(change?.sides.map(({ answer, times }) => [answer.id, ...times])).toEqual([
			['no', '2025-01'],
			['yes', '2025-02'],
			['no', '2025-03']
		]);
	});

	test('is nothing where one answer is given, or none', () => {
		expect(told(claim('a', 'leaving', 'yes'), claim('b', 'leaving', 'yes'))).toEqual([]);
		expect(told()).toEqual([]);
	});
});
