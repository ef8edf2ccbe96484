import { mercatorX, mercatorY } from '$lib/geometry/ground-scale';
import { type MapSymbol, NEVER } from '$lib/map/sources/features';

/** The symbol of a point with an index in the dataset, at a longitude and latitude. */
export function symbolAt(number: number, position: readonly number[], claims = 1): MapSymbol {
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
