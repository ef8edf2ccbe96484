import { describe, expect, test } from 'vitest';
import type { Agent, InferredLink } from '$lib/domain/attribution';
import type { Claim } from '$lib/domain/claim';
import { answersAt } from '$lib/engine/answers-at';
import { againstWords, certaintyWords, silenceOf } from '$lib/ui/claims/answer-line-words';
import { claimWith, datasetWith, relationOf, stated } from '../fixtures/dataset';

const small = datasetWith();
const mate: Agent = {
	id: 'mate',
	name: 'The mate',
	kind: 'person',
	role: 'first mate',
	speaksFor: { agent: 'captain', remark: 'So he says.' }
};
const catalogue = {
	agents: [...small.agents, mate],
	questions: [
		...small.questions,
		{ id: 'quay', title: 'Is the quay theirs?', remarks: '', answers: [{ id: 'yes', title: 'It is' }] }
	],
	relations: [
		relationOf('excludes', 'leaving', 'yes', 'no'),
		{
			answers: [
				{ question: 'leaving', answer: 'yes' },
				{ question: 'quay', answer: 'yes' }
			] as ReturnType<typeof relationOf>['answers'],
			relation: 'tension' as const,
			why: 'Who leaves has little use for a quay.'
		}
	]
};

function claim(id: string, origin: string, answer: string, edtf: string, overrides: Partial<Claim> = {}): Claim {
	return claimWith({
		id,
		attribution: [
			{ agent: origin, as: 'said' },
			{ agent: 'paper', as: 'reported' }
		],
		positions: [{ question: 'leaving', answer }],
		said: stated(edtf),
		...overrides
	});
}

const onQuay = { positions: [{ question: 'quay', answer: 'yes' }] };

describe('what a place’s claims answer', () => {
	test('is one line for the latest answer of each origin, with who, when, through whom and how sure', () => {
		const lines = answersAt(
			[
				claim('a', 'captain', 'no', '2024-12-09'),
				claim('b', 'captain', 'yes', '2024-12-12', { text: 'She may sail “within days”, and “at night”.' }),
				claim('c', 'agency', 'yes', '2024-12-10', { modality: 'asserted' })
			],
			catalogue
		);
		expect(lines.map(({ claims }) => claims)).toEqual([['b'], ['c']]);
		expect(lines[0]).toMatchObject({
			question: { title: 'Are they leaving?' },
			answer: { title: 'Yes' },
			origin: { id: 'captain', name: 'Anna Öz', role: 'captain' },
			words: ['within days', 'at night'],
			said: { edtf: '2024-12-12' },
			through: [{ id: 'paper', title: 'The Paper' }],
			modality: 'statement',
			hedges: ['may']
		});
		expect(certaintyWords(lines[0]!)).toBe('statement, with “may”');
		expect(certaintyWords(lines[1]!)).toBe('stated as fact, unattributed');
		expect(lines[1]?.words).toEqual([]);
	});

	test('counts a spokesman with his office, and says for whom he speaks', () => {
		const lines = answersAt(
			[claim('a', 'captain', 'no', '2024-12-09'), claim('b', 'mate', 'no', '2024-12-12')],
			catalogue
		);
		expect(lines.map(({ origin, claims }) => [origin, claims])).toEqual([
			[
				{ id: 'mate', name: 'The mate', kind: 'person', role: 'first mate', for: { id: 'captain', title: 'Anna Öz' } },
				['b']
			]
		]);
	});

	test('tells no link that is only inferred', () => {
		const inferred: InferredLink[] = [
			{ agent: 'captain', as: 'said', before: 0, remark: 'As others have it.', pages: [] }
		];
		const [line] = answersAt([claim('a', 'agency', 'no', '2024-12-09', { inferred })], catalogue);
		expect(line?.origin.id).toBe('agency');
	});

	test('has a line for each of several answers of one day, and one for an answer that is told twice', () => {
		const lines = answersAt(
			[
				claim('a', 'captain', 'no', '2024-12-09'),
				claim('b', 'captain', 'no', '2024-12-09', { text: 'They stay, “for good”.' }),
				claim('c', 'captain', 'yes', '2024-12-09')
			],
			catalogue
		);
		expect(lines.map(({ answer, claims, words }) => [answer.id, claims, words])).toEqual([
			['yes', ['c'], []],
			['no', ['a', 'b'], ['for good']]
		]);
	});

	test('puts contradictions first, then what is in tension, then what was said last', () => {
		const lines = answersAt(
			[
				claim('plain', 'paper', 'no', '2025-03'),
				claim('tense', 'agency', 'yes', '2025-02', onQuay),
				claim('yes', 'captain', 'yes', '2025-02-03'),
				claim('no', 'agency', 'no', '2025-02-03')
			],
			catalogue
		);
		expect(lines.map(({ claims: [id], difference }) => [id, difference])).toEqual([
			['yes', 'contradiction'],
			['no', 'contradiction'],
			['tense', 'tension'],
			['plain', 'change']
		]);
		expect(againstWords(lines[0]!)).toEqual(['Contradicts “No”.', 'In tension with “It is” (Is the quay theirs?).']);
		expect(againstWords(lines[3]!)).toEqual(['At another time: “Yes”.']);
		expect(lines[2]?.against[0]?.why).toBe('Who leaves has little use for a quay.');
	});

	test('says what is not said: since when, and anything after the last who answered this question', () => {
		const lines = answersAt(
			[
				claim('a', 'captain', 'no', '2024-12-09'),
				claim('b', 'agency', 'no', '2024-12-15', { concerns: stated('2024-12-08') }),
				claim('c', 'paper', 'yes', '2025-03', {
					...onQuay,
					concerns: { ...stated('2025'), interval: { from: null, to: '2025-12-31' } }
				})
			],
			catalogue
		);
		const silences = Object.fromEntries(lines.map((line) => [line.claims[0], silenceOf(line)]));
		expect(silences).toEqual({
			a: ['Nothing on this since 15 December 2024.'],
			b: ['Nothing on this since 15 December 2024.'],
			c: ['No source says since when.', 'Nothing on this since March 2025.']
		});
		expect(lines.find(({ claims }) => claims[0] === 'a')?.since).toBe('2024-12-08');
	});

	test.each([
		['2024-12-13/2024-12-15', { from: '2024-12-13', to: '2024-12-15' }, '15 December 2024'],
		['[2024-12-13,2024-12-15]', { from: '2024-12-13', to: '2024-12-15' }, '15 December 2024'],
		['2024-12-13/..', { from: '2024-12-13', to: null }, '13 December 2024'],
		['2025-03~', { from: '2025-03-01', to: '2025-03-31' }, 'about March 2025']
	])('names the last day of %s', (edtf, interval, day) => {
		const latest = { edtf, basis: 'stated' as const, interval };
		expect(silenceOf({ since: '2024-12-08', latest })).toEqual([`Nothing on this since ${day}.`]);
	});

	test('is nothing where no claim answers', () => {
		expect(answersAt([claimWith()], catalogue)).toEqual([]);
		expect(answersAt([], catalogue)).toEqual([]);
	});
});
