import { getHeapSpaceStatistics } from 'node:v8';
import { expect, it } from 'vitest';
import { compactHeap } from '$lib/server/compact-heap';

/** Bytes of the pages on which old objects stand, and of the objects. */
function oldSpace(): { size: number; used: number } {
	const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')!;
	return { size: space.space_size, used: space.space_used_size };
}

it('what is left of the heap afterwards is what is still in use', () => {
	const all = Array.from({ length: 400_000 }, (_, number) => Array.from({ length: 20 }, () => number));
	// Every tenth stays, so that hardly a page is free as a whole.
	const kept = all.filter((_, place) => place % 10 === 0);
	all.length = 0;
	const before = oldSpace();
	compactHeap();
	const after = oldSpace();
	expect(kept).toHaveLength(40_000);
	expect(after.size).toBeLessThan(before.size / 2);
	expect(after.size - after.used).toBeLessThan(after.size / 10);
});
