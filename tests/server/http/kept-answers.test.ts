import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Answer } from '$lib/server/http/cached-response';
import { KeptAnswers } from '$lib/server/http/response-cache';

const answerOf = (bytes: number) => new Answer(200, new Headers(), new Uint8Array(bytes));
const MEBIBYTE = 2 ** 20;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('an answer that ages is gone when its time is over', () => {
	const kept = new KeptAnswers();
	kept.keep('/export/all.csv', answerOf(10), 60_000);
	vi.advanceTimersByTime(59_000);
	expect(kept.get('/export/all.csv')).toBeDefined();
	vi.advanceTimersByTime(2_000);
	expect(kept.get('/export/all.csv')).toBeUndefined();
});

test('an answer without an age stands', () => {
	const kept = new KeptAnswers();
	kept.keep('/', answerOf(10));
	vi.advanceTimersByTime(1e9);
	expect(kept.get('/')).toBeDefined();
});

test('when bytes run out, what was asked for longest ago makes room', () => {
	const kept = new KeptAnswers();
	for (const name of ['a', 'b', 'c']) kept.keep(name, answerOf(30 * MEBIBYTE));
	kept.get('a');
	kept.keep('d', answerOf(30 * MEBIBYTE));
	expect(['a', 'b', 'c', 'd'].filter((name) => kept.get(name))).toEqual(['a', 'c', 'd']);
});

test('no number of small answers grows without bound', () => {
	const kept = new KeptAnswers();
	for (let n = 0; n < 5000; n++) kept.keep(`/?q=${n}`, answerOf(1));
	expect(kept.get('/?q=0')).toBeUndefined();
	expect(kept.get('/?q=4999')).toBeDefined();
});
