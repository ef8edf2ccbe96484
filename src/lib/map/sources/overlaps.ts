import type { FeatureCollection, Point } from 'geojson';
import type { Extent } from '$lib/domain/extent';
import { mercatorX, mercatorY } from '../ground-scale';
import type { DrawnFeatures } from './features';

/** Icons whose middles are less than this many CSS pixels apart lie on each other. */
const CLOSE_PIXELS = 7;

export type Overlaps = FeatureCollection<Point, { hidden: number }>;

/** Which icons lie on others, found anew for each view of the map; what does not change is worked out once. */
export class OverlapFinder {
	readonly #drawn: DrawnFeatures;
	/** Mercator coordinates of the marks, in pixels at zoom 0. */
	readonly #x: Float64Array;
	readonly #y: Float64Array;

	constructor(drawn: DrawnFeatures) {
		const { features } = drawn.marks;
		this.#drawn = drawn;
		this.#x = Float64Array.from(features, ({ geometry }) => mercatorX(geometry.coordinates[0] ?? 0));
		this.#y = Float64Array.from(features, ({ geometry }) => mercatorY(geometry.coordinates[1] ?? 0));
	}

	/**
	 * For each icon in `view` that hides others at `zoom`, how many. Of icons on each other the one with most claims lies
	 * on top. `footnoteOf` gives a feature's footnote; negative ones have no icon to speak of. Linear in the icons in view,
	 * but for their sorting.
	 */
	find(view: Extent, zoom: number, footnoteOf: (number: number) => number): Overlaps {
		const { features } = this.#drawn.marks;
		const cell = CLOSE_PIXELS / 2 ** zoom;
		const inView = this.#inView(view, zoom, footnoteOf);
		inView.sort((a, b) => b.footnote - a.footnote);
		const tops = new Map<number, Top[]>();
		const all: Top[] = [];
		for (const { index } of inView) {
			const [x, y] = [this.#x[index] ?? 0, this.#y[index] ?? 0];
			const [column, row] = [Math.floor(x / cell), Math.floor(y / cell)];
			const over = near(tops, column, row, (top) => Math.hypot(top.x - x, top.y - y) < cell);
			if (over) {
				over.hidden++;
				continue;
			}
			const top = { index, x, y, hidden: 0 };
			const sameCell = tops.get(cellKey(column, row));
			if (sameCell) sameCell.push(top);
			else tops.set(cellKey(column, row), [top]);
			all.push(top);
		}
		return {
			type: 'FeatureCollection',
			features: all.flatMap(({ index, hidden }) => {
				const mark = features[index];
				return mark && hidden > 0 ? [{ type: 'Feature', geometry: mark.geometry, properties: { hidden } }] : [];
			})
		};
	}

	#inView([west, south, east, north]: Extent, zoom: number, footnoteOf: (number: number) => number) {
		const [left, right] = [mercatorX(west), mercatorX(east)];
		const [top, bottom] = [mercatorY(north), mercatorY(south)];
		return this.#drawn.marks.features.flatMap((mark, index) => {
			const [x, y] = [this.#x[index] ?? 0, this.#y[index] ?? 0];
			if (x < left || x > right || y < top || y > bottom || zoom >= mark.properties.from) return [];
			const footnote = footnoteOf(Number(mark.id));
			return footnote < 0 ? [] : [{ index, footnote }];
		});
	}
}

/** An icon that lies on top, in pixels at zoom 0, and how many it hides. */
interface Top {
	index: number;
	x: number;
	y: number;
	hidden: number;
}

/** The first that `is` so among those in a cell of the grid and the eight around it. */
function near(
	tops: ReadonlyMap<number, Top[]>,
	column: number,
	row: number,
	is: (top: Top) => boolean
): Top | undefined {
	for (let x = column - 1; x <= column + 1; x++) {
		for (let y = row - 1; y <= row + 1; y++) {
			const found = tops.get(cellKey(x, y))?.find(is);
			if (found) return found;
		}
	}
	return undefined;
}

/** One number for a cell; there are fewer than 1e8 rows at any zoom. */
function cellKey(column: number, row: number): number {
	return column * 1e8 + row;
}
