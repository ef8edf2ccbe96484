import { describe, expect, it } from 'vitest';
import { contestedId, hatchId, iconId, readImageId, ringId } from '$lib/map/images';

describe('the ids of images', () => {
	const colour = 'rgb(11, 106, 140)';

	it.each([
		[iconId(colour, '#fff', '2', 'square'), { kind: 'icon', parts: [colour, '#fff', '2', 'square'] }],
		[ringId(colour, '#fff', '0'), { kind: 'ring', parts: [colour, '#fff', '0'] }],
		[contestedId('#111', '#fff'), { kind: 'contested', parts: ['#111', '#fff'] }],
		[hatchId(colour), { kind: 'hatch', parts: [colour] }]
	])('%s says all that it is drawn from', (id, read) => {
		expect(readImageId(id)).toEqual(read);
	});

	it('of other owners are left to them', () => {
		expect(readImageId('basemap-town')).toBeNull();
	});

	it('differ where the colours do, so that no image outlives its theme', () => {
		expect(hatchId(colour)).not.toBe(hatchId('rgb(111, 186, 216)'));
	});
});
