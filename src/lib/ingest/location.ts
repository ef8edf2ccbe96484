/** Where a part of a dataset was read from: a JSON Pointer into a file of the data folder. */
export interface Place {
	file: string;
	path: string;
}

/** Beside the values and not in them: the atlas does not need to know, and must not show, where its parts stood. */
const places = new WeakMap<object, Place>();

/** Notes where a value was read from, and returns the value. */
export function remember<T extends object>(value: T, place: Place): T {
	places.set(value, place);
	return value;
}

/** Where a value was read from; an empty place for one that was not read by `readDataset`. */
export function placeOf(value: object): Place {
	return places.get(value) ?? { file: '', path: '' };
}
