import type { FeatureCollection, Point } from 'geojson';
import type { MapSymbol } from './features';
import { LEFT_OUT } from './feature-states';

/** The placeholder of a feature on the basemap. */
interface PlaceholderProperties extends Pick<MapSymbol, 'name' | 'claims' | 'from' | 'across' | 'fill' | 'within'> {
	/** The whole zoom from which its icon and its name have a placeholder. */
	nameFrom: number;
}

/** A square of the map in which names compete: about half as wide as a name, in CSS pixels at a whole zoom. */
const CELL_PIXELS = 48;
/** For how many names of one square there are placeholders. Where more stand, hardly a name of the basemap finds a place between them. */
const MOST_IN_CELL = 2;
/** From this whole zoom on all have placeholders: the squares are then a few hundred metres wide. */
const LAST_ZOOM = 13;

/**
 * The placeholders on the basemap for the symbols of a filter result, whatever else it says of them: for those with most claims first,
 * and for those that stand close together from the zoom on at which they move apart.
 */
export function placeholdersOf(
	symbols: readonly MapSymbol[],
	states: Int32Array
): FeatureCollection<Point, PlaceholderProperties> {
	const counts = new Map<number, number>();
	const present = symbols.filter(({ number }) => (states[number] ?? LEFT_OUT) !== LEFT_OUT);
	present.sort((a, b) => b.claims - a.claims || a.number - b.number);
	return {
		type: 'FeatureCollection',
		features: present.map((symbol) => {
			const { number: id, position: coordinates, name, claims, from, across, fill, within } = symbol;
			const properties = { name, claims, from, across, fill, within, nameFrom: firstZoom(symbol, counts) };
			return { type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties };
		})
	};
}

/** The first whole zoom at which the square of a symbol is not full; there and closer it takes a place in its square. */
function firstZoom({ x, y }: MapSymbol, counts: Map<number, number>): number {
	let first = LAST_ZOOM;
	for (let zoom = LAST_ZOOM - 1; zoom >= 0; zoom--) {
		const scale = 2 ** zoom / CELL_PIXELS;
		// There are fewer than 2 ** 20 rows at any zoom.
		const square = (zoom * 2 ** 20 + Math.floor(y * scale)) * 2 ** 20 + Math.floor(x * scale);
		const count = counts.get(square) ?? 0;
		// A square that has room lies in none that is full at a closer zoom.
		if (count >= MOST_IN_CELL) break;
		counts.set(square, count + 1);
		first = zoom;
	}
	return first;
}
