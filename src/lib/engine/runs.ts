/** Lists of numbers laid end to end: those of item i stand in `values` from `starts[i]` up to `starts[i + 1]`. */
export interface Runs {
	starts: Uint32Array;
	values: Uint32Array;
}

/** The first and last days of intervals as numbers that sort like the days: 2024-12-09 is 20241209. */
export interface Days {
	from: Int32Array;
	to: Int32Array;
}

/** The numbers of one item of runs. */
export function valuesOf({ starts, values }: Runs, item: number): Uint32Array {
	return values.subarray(starts[item], starts[item + 1]);
}
