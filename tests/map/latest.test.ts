import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Latest } from '$lib/map/latest';

let begun: string[];
let latest: Latest<string>;

/** Until the page has had nothing to do for a while. */
const free = () => vi.advanceTimersByTime(10);

beforeEach(() => {
	vi.useFakeTimers();
	begun = [];
	latest = new Latest((task) => begun.push(task));
});

afterEach(() => vi.useRealTimers());

describe('of tasks that come faster than they are done', () => {
	it('none is begun before the first release', () => {
		latest.put('a');
		free();
		expect([begun, latest.waits]).toEqual([[], true]);
		latest.release();
		free();
		expect([begun, latest.waits]).toEqual([['a'], false]);
	});

	it('only the newest is begun, and not at once', () => {
		latest.release();
		for (const task of ['a', 'b', 'c']) latest.put(task);
		expect(begun).toEqual([]);
		free();
		expect(begun).toEqual(['c']);
	});

	it('the next is begun when the last is done', () => {
		latest.release();
		latest.put('a');
		free();
		for (const task of ['b', 'c']) latest.put(task);
		free();
		expect(begun).toEqual(['a']);
		latest.release();
		free();
		expect(begun).toEqual(['a', 'c']);
	});

	it('one that was taken away is not begun', () => {
		latest.release();
		latest.put('a');
		expect([latest.take(), latest.take()]).toEqual(['a', null]);
		free();
		expect(begun).toEqual([]);
		latest.put('b');
		free();
		expect(begun).toEqual(['b']);
	});

	it('one that waits when it is held back waits on', () => {
		latest.release();
		latest.put('a');
		latest.hold();
		free();
		expect([begun, latest.waits]).toEqual([[], true]);
		latest.release();
		free();
		expect(begun).toEqual(['a']);
	});
});
