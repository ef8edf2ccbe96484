import { describe, expect, test } from 'vitest';
import type { KnownDate } from '$lib/domain/claim';
import { type AnsweringClaim, contradict, oppositionsAmong } from '$lib/domain/conflict';
import type { AnswerRelation, Relation } from '$lib/domain/question';
import { relationOf, stated } from '../fixtures/dataset';

type Given = AnsweringClaim & { id: string };

function claim(id: string, answers: string[], said: KnownDate, concerns?: KnownDate): Given {
	return { id, said, ...(concerns && { concerns }), positions: answers.map((answer) => ({ question: 'q', answer })) };
}

function open(from: string | null, to: string | null): KnownDate {
	return { edtf: `${from ?? '..'}/${to ?? '..'}`, basis: 'stated', interval: { from, to } };
}

function told(relation: Relation, ...claims: Given[]) {
	return [relationOf(relation, 'q', 'yes', 'no'), relationOf(relation, 'q', 'no', 'yes')].map((one) =>
		oppositionsAmong(claims, [one]).map(({ difference, sides }) => ({
			difference,
			ids: sides.map((side) => side.map(({ id }) => id).join(' ')).sort()
		}))
	);
}

/** The same, whichever answer the relation names first. */
function inEitherOrder(relation: Relation, ...claims: Given[]) {
	const [one, other] = told(relation, ...claims);
	expect(one).toEqual(other);
	expect(contradict(claims, [relationOf(relation, 'q', 'no', 'yes')])).toBe(one?.[0]?.difference === 'contradiction');
	return one;
}

const day = stated('2024-12-09');
const march = stated('2025-03');

describe('two answers that claims give', () => {
	test.each<[Relation, string]>([
		['excludes', 'contradiction'],
		['tension', 'tension'],
		['compatible', 'compatible']
	])('that stand as “%s”, of one time, are a %s', (relation, difference) => {
		const found = inEitherOrder(relation, claim('a', ['yes'], day), claim('b', ['no'], stated('2024-12')));
		expect(found).toEqual([{ difference, ids: ['a', 'b'] }]);
	});

	test.each<Relation>(['excludes', 'tension'])('that stand as “%s”, of different times, are a change', (relation) => {
		const found = inEitherOrder(relation, claim('a', ['yes'], day), claim('b', ['no'], march));
		expect(found).toEqual([{ difference: 'change', ids: ['a', 'b'] }]);
	});

	test('are of the time that they concern, whenever they were said', () => {
		const past = claim('b', ['no'], march, day);
		expect(inEitherOrder('excludes', claim('a', ['yes'], day), past)?.[0]?.difference).toBe('contradiction');
		expect(inEitherOrder('excludes', claim('a', ['yes'], march), past)?.[0]?.difference).toBe('change');
	});

	test.each([
		['an open end meets all that comes after it', open('2024-12-01', null), 'contradiction'],
		['an open end meets nothing before it', open('2025-01-01', null), 'change'],
		['an open beginning meets all before it', open(null, '2024-12-09'), 'contradiction'],
		['an open beginning meets nothing after it', open(null, '2024-12-08'), 'change'],
		['what is open on both sides meets everything', open(null, null), 'contradiction']
	])('%s', (_, time, difference) => {
		const found = inEitherOrder('excludes', claim('a', ['yes'], day), claim('b', ['no'], march, time));
		expect(found?.[0]?.difference).toBe(difference);
	});

	test('two spans that are open to different sides meet only where they share a day', () => {
		const until = claim('a', ['yes'], day, open(null, '2024-12-08'));
		expect(inEitherOrder('excludes', until, claim('b', ['no'], day, open('2024-12-09', null)))?.[0]?.difference).toBe(
			'change'
		);
		expect(inEitherOrder('excludes', until, claim('b', ['no'], day, open('2024-12-08', null)))?.[0]?.difference).toBe(
			'contradiction'
		);
	});

	test('that one claim gives are no contradiction of it with itself', () => {
		expect(inEitherOrder('excludes', claim('a', ['yes', 'no'], day))).toEqual([]);
		expect(inEitherOrder('excludes', claim('a', ['yes', 'no'], day), claim('b', ['yes'], day))).toEqual([
			{ difference: 'contradiction', ids: ['a', 'b'] }
		]);
		expect(inEitherOrder('tension', claim('a', ['yes', 'no'], day), claim('b', ['yes'], march))).toEqual([
			{ difference: 'change', ids: ['a', 'b'] }
		]);
	});

	test('contradict by those of their claims that are of the same time, and by no others', () => {
		const found = inEitherOrder(
			'excludes',
			claim('early', ['yes'], day),
			claim('late', ['yes'], march),
			claim('b', ['no'], march)
		);
		expect(found).toEqual([{ difference: 'contradiction', ids: ['b', 'late'] }]);
	});

	test('of which one is given by nobody are nothing', () => {
		expect(inEitherOrder('excludes', claim('a', ['yes'], day), claim('b', ['yes'], day))).toEqual([]);
		expect(inEitherOrder('excludes')).toEqual([]);
	});

	test('may be answers to two questions', () => {
		const relation: AnswerRelation = {
			...relationOf('tension', 'q', 'yes', 'x'),
			answers: [
				{ question: 'ships', answer: 'left' },
				{ question: 'q', answer: 'yes' }
			]
		};
		const ships = { ...claim('b', [], day), positions: [{ question: 'ships', answer: 'left' }] };
		expect(oppositionsAmong([claim('a', ['yes'], day), ships], [relation])).toMatchObject([
			{ difference: 'tension', sides: [[{ id: 'b' }], [{ id: 'a' }]] }
		]);
	});
});
