import { describe, expect, it } from 'vitest';
import { TextIndex } from '$lib/engine/search';
import { generateDataset } from '../fixtures/dataset';

const dataset = generateDataset({ features: 150, claims: 400, seed: 3 });

/** How many features and claims have each word of a text. */
function sums(index: TextIndex, text: string): [number, number][] {
	const sum = (flags: Uint8Array) => flags.reduce((total, flag) => total + flag, 0);
	return (index.find(text) ?? []).map(({ features, claims }) => [sum(features), sum(claims)]);
}

describe('the text index', () => {
	it('finds the same whether it has read ahead, begun to, or not at all', async () => {
		const [unread, begun, ready] = [new TextIndex(dataset), new TextIndex(dataset), new TextIndex(dataset)];
		const reading = begun.prepare();
		await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, 2))]);
		await ready.prepare();
		const found = sums(unread, 'harb quay');
		expect(found.every(([features, claims]) => features > 0 && claims > 0)).toBe(true);
		expect(sums(begun, 'harb quay')).toEqual(found);
		await reading;
		expect(sums(begun, 'harb quay')).toEqual(found);
		expect(sums(ready, 'harb quay')).toEqual(found);
	});

	it('lets others have their turn while it reads', async () => {
		let turns = 0;
		const timer = setInterval(() => turns++, 0);
		await new TextIndex(dataset).prepare();
		clearInterval(timer);
		expect(turns).toBeGreaterThan(2);
	});
});
