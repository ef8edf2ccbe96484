import { wrapLongitude } from '$lib/domain/extent';
import { decimalsAt } from '$lib/geometry/ground-scale';

/** A position in words: `34.89° N 35.89° E`, with as many decimals as one pixel at the zoom can tell apart. */
export function describePosition(longitude: number, latitude: number, zoom: number): string {
	const decimals = Math.min(5, decimalsAt(zoom));
	const wrapped = wrapLongitude(longitude);
	const north = `${Math.abs(latitude).toFixed(decimals)}° ${latitude < 0 ? 'S' : 'N'}`;
	return `${north} ${Math.abs(wrapped).toFixed(decimals)}° ${wrapped < 0 ? 'W' : 'E'}`;
}
