import { describe, expect, it } from 'vitest';
import { type Hit, hitsIn, hitFeatures, type OwnHits, hitOwnFeature, REACH_PIXELS } from '$lib/map/hits';
import { symbolAt } from './symbol';

const icon = (number: number, distance: number): Hit => ({ number, part: 'icon', distance, across: 0 });
const label = (number: number, distance = 60): Hit => ({ number, part: 'label', distance, across: 0 });
const area = (number: number, across: number): Hit => ({ number, part: 'area', distance: 90, across });

describe('what a click means', () => {
	it('is every icon within reach, nearest first', () => {
		expect(hitFeatures([icon(1, 9), icon(2, 3), icon(3, REACH_PIXELS + 1)])).toEqual([2, 1]);
	});

	it('is the icon rather than the area that it stands in', () => {
		expect(hitFeatures([area(7, 20), icon(1, 4)])).toEqual([1]);
	});

	it('is all areas on each other, the smallest first', () => {
		expect(hitFeatures([area(7, 20), area(8, 5), area(7, 20)])).toEqual([8, 7]);
	});

	it('is the feature whose name was hit, though another icon is near', () => {
		expect(hitFeatures([label(1), icon(2, 11), area(3, 5)])).toEqual([1]);
	});

	it('is the icon where a name reaches over it', () => {
		expect(hitFeatures([label(1), icon(2, 5)])).toEqual([2]);
	});

	it('is nothing on empty ground', () => {
		expect(hitFeatures([])).toEqual([]);
	});
});

describe('what of a person’s own data a click means', () => {
	it.each<[string, number | null, Hit[], Partial<OwnHits>]>([
		['its symbol, where nothing of the atlas is', 1, [], { symbol: 1, area: 2 }],
		['its symbol in an area of the atlas', 1, [area(7, 5)], { symbol: 1 }],
		['its first, where that is the symbol', 0, [area(7, 5)], { symbol: 0, area: 2 }],
		['nothing, where the atlas has an icon or a name', null, [icon(7, 3)], { symbol: 1 }],
		['its symbol, where an icon is only near', 1, [icon(7, REACH_PIXELS + 1)], { symbol: 1 }],
		['nothing, where its area lies under one of the atlas', null, [area(7, 5)], { area: 2 }],
		['its area, where nothing else is', 2, [], { area: 2 }]
	])('is %s', (_, expected, ours, own) => {
		expect(hitOwnFeature(ours, { symbol: null, area: null, ...own })).toBe(expected);
	});
});

describe('what is under a point of the screen', () => {
	const shown = (number: number, x: number, from = 30) => ({
		symbol: { ...symbolAt(number, [36, 35]), from },
		state: 8,
		x,
		y: 100,
		world: 0
	});
	const arrangement = {
		stacks: [],
		screenSymbols: [shown(1, 100), shown(2, 108), shown(3, 130), shown(4, 100, 5)],
		names: [
			{
				key: '3 0',
				screenSymbol: shown(3, 130),
				lines: ['Place 3'],
				claims: 1,
				contested: false,
				faded: false,
				position: 'beside' as const,
				align: 'left' as const,
				size: 14,
				box: { left: 90, top: 95, right: 120, bottom: 110 }
			}
		]
	};

	it('are the icons within reach, and no area’s, and the names over it', () => {
		const hits = hitsIn(arrangement, 6, 100, 100);
		expect(hits.map(({ number, part, distance }) => [number, part, distance])).toEqual([
			[1, 'icon', 0],
			[2, 'icon', 8],
			[3, 'label', 30]
		]);
	});

	it('is nothing beside them', () => {
		expect(hitsIn(arrangement, 6, 100, 140)).toEqual([]);
	});
});
