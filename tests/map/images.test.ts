import { describe, expect, it } from 'vitest';
import { imageId, readImageId } from '$lib/map/images';

describe('the ids of images', () => {
	const colour = 'rgb(11, 106, 140)';

	it.each([
		[
			imageId('shape', colour, '#fff', 2, 'square'),
			{ kind: 'shape', look: { colour, ground: '#fff', age: 2, shape: 'square' } }
		],
		[imageId('somewhere-within', colour, '#fff', 3), { kind: 'somewhere-within', look: { ground: '#fff', age: 3 } }],
		[imageId('contested', '#111', '#fff'), { kind: 'contested', look: { colour: '#111', ground: '#fff' } }],
		[imageId('hatch', colour), { kind: 'hatch', look: { colour } }]
	])('%s says all that it is drawn from', (id, read) => {
		expect(readImageId(id)).toMatchObject(read);
	});

	it('of other owners are left to them', () => {
		expect(readImageId('basemap-town')).toBeNull();
		expect(readImageId('toString')).toBeNull();
	});

	it('differ where the colours do, so that no image outlives its theme', () => {
		expect(imageId('hatch', colour)).not.toBe(imageId('hatch', 'rgb(111, 186, 216)'));
	});
});
