import { mercatorX, mercatorY } from '$lib/map/ground-scale';
import { type Mark, NEVER } from '$lib/map/sources/features';

/** The mark of a point with a place in the dataset, at a longitude and latitude. */
export function markAt(number: number, position: readonly number[], claims = 1): Mark {
	const [lng = 0, lat = 0] = position;
	return {
		number,
		name: `Place ${number}`,
		claims,
		layer: 0,
		colour: 'sea',
		shape: 'square',
		extent: 'shape',
		within: false,
		context: false,
		from: NEVER,
		across: 0,
		fill: 1,
		position: [lng, lat],
		x: mercatorX(lng),
		y: mercatorY(lat)
	};
}
