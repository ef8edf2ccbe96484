import { describe, expect, test } from 'vitest';
import { appended, noteNumber, noteOrderOf } from '$lib/domain/note-number';

const claim = (id: string, ...about: string[]) => ({ id, about });

describe('noteNumber', () => {
	const order = { quay: ['c-1', 'c-2', 'c-3'], pier: ['c-3'] };

	test.each([
		['quay', 'c-3', 3],
		['pier', 'c-3', 1],
		['pier', 'c-1', null],
		['nowhere', 'c-1', null],
		['constructor', 'c-1', null]
	])('at %s the claim %s has the number %s', (feature, id, number) => {
		expect(noteNumber(order, feature, id)).toBe(number);
	});
});

test('claims are first numbered as they stand', () => {
	const claims = [claim('c-2', 'quay', 'pier'), claim('c-1', 'quay')];
	expect(noteOrderOf(claims)).toEqual({ quay: ['c-2', 'c-1'], pier: ['c-2'] });
});

test('a new claim comes after all that ever were, and a withdrawn one keeps its number', () => {
	const order = appended({ quay: ['c-1', 'c-2'] }, [claim('c-0', 'quay', 'pier'), claim('c-2', 'quay')]);
	expect(order).toEqual({ quay: ['c-1', 'c-2', 'c-0'], pier: ['c-0'] });
	expect(noteNumber(order, 'quay', 'c-2')).toBe(2);
});
