import { describe, expect, test } from 'vitest';
import {
	type Alterations,
	lastChangedDays,
	netAlterations,
	reasonWords,
	versionsAfter,
	withdrawalOf
} from '$lib/domain/history';
import { versionWith } from '../fixtures/dataset';

const was = { text: 'Before.', source: 'wire', about: [], topics: [], questions: [] };
const none = { added: [], changed: [], withdrawn: [] };

function sumOf(...steps: Partial<Alterations<typeof was>>[]) {
	return netAlterations(steps.map((step) => ({ ...none, ...step })));
}

describe('the versions after one', () => {
	const history = ['1.2.0', '1.1.0', '1.0.0'].map((version) => versionWith({ version }));

	test('are told from the earliest on', () => {
		expect(versionsAfter(history, '1.0.0')?.map(({ version }) => version)).toEqual(['1.1.0', '1.2.0']);
	});

	test('are none for the latest', () => {
		expect(versionsAfter(history, '1.2.0')).toEqual([]);
	});

	test('are not known for a version that never was', () => {
		expect(versionsAfter(history, '1.0.1')).toBeNull();
	});
});

describe('several versions in sum', () => {
	test('add what one added and another changed', () => {
		expect(sumOf({ added: [{ id: 'a', why: 'new' }] }, { changed: [{ id: 'a', why: 'better', was }] })).toEqual([
			{ id: 'a', what: 'added', why: ['new', 'better'], was: null }
		]);
	});

	test('do not tell what came and went', () => {
		expect(sumOf({ added: [{ id: 'a', why: 'new' }] }, { withdrawn: [{ id: 'a', why: 'wrong', was }] })).toEqual([]);
	});

	test('change what was withdrawn and came back, and keep what it first was', () => {
		const later = { ...was, text: 'Later.' };
		expect(
			sumOf(
				{ withdrawn: [{ id: 'a', why: 'doubted', was }] },
				{ added: [{ id: 'a', why: 'confirmed' }] },
				{ changed: [{ id: 'a', why: 'worded', was: later }] }
			)
		).toEqual([{ id: 'a', what: 'changed', why: ['doubted', 'confirmed', 'worded'], was }]);
	});

	test('withdraw what one changed and another withdrew', () => {
		const [first] = sumOf({ changed: [{ id: 'a', why: 'one', was }] }, { withdrawn: [{ id: 'a', why: 'two', was }] });
		expect(first).toMatchObject({ what: 'withdrawn', why: ['one', 'two'] });
	});
});

test('a claim was last touched on the day of the latest version that names it', () => {
	const days = lastChangedDays([
		versionWith({ date: '2025-03-01', claims: { ...none, changed: [{ id: 'c-2', why: 'worded', was }] } }),
		versionWith({
			date: '2025-02-01',
			claims: {
				...none,
				added: [
					{ id: 'c-2', why: 'new' },
					{ id: 'c-3', why: 'new' }
				]
			}
		})
	]);
	expect([...days]).toEqual([
		['c-2', '2025-03-01'],
		['c-3', '2025-02-01']
	]);
});

test('a withdrawal is found with what it took away', () => {
	const history = [
		versionWith({ version: '1.1.0', claims: { ...none, withdrawn: [{ id: 'c-9', why: 'misread', was }] } })
	];
	expect(withdrawalOf(history, 'claims', 'c-9')).toEqual({ version: '1.1.0', why: 'misread', was });
	expect(withdrawalOf(history, 'features', 'c-9')).toBeNull();
});

test.each([
	['it was misread', 'it was misread.'],
	['It was wrong.', 'It was wrong.']
])('the reason %j ends a sentence once', (why, words) => {
	expect(reasonWords(why)).toBe(words);
});
