/** Where a part of a dataset was read from: a JSON Pointer into a file of the data folder. */
export interface Location {
	file: string;
	path: string;
}

/** Beside the values and not in them: the atlas does not need to know, and must not show, where its parts stood. */
const locations = new WeakMap<object, Location>();

/** Notes where a value was read from, and returns the value. */
export function remember<T extends object>(value: T, { file, path }: Location): T {
	locations.set(value, { file, path });
	return value;
}

/** Of what was not read by `readDataset`. */
export const NOWHERE: Location = { file: '', path: '' };

/** Where a value was read from. */
export function locationOf(value: object): Location {
	return locations.get(value) ?? NOWHERE;
}

/** A path within a value of a type, with `*` for each entry of a list; the compiler sees to it that it leads somewhere. */
export type PathIn<T> = T extends readonly (infer Item)[]
	? '*' | `*/${PathIn<Item>}`
	: T extends object
		? { [Key in keyof T & string]: Key | `${Key}/${PathIn<NonNullable<T[Key]>>}` }[keyof T & string]
		: never;

/** The texts that stand under a path within a value, each with its JSON Pointer from there; members may be absent. */
export function textsAt(within: unknown, path: string): { path: string; text: string }[] {
	let found = [{ path: '', value: within }];
	for (const step of path.split('/')) {
		found = found.flatMap(({ path: parent, value }) =>
			Object.entries(typeof value === 'object' ? (value ?? {}) : {})
				.filter(([key]) => step === '*' || step === key)
				.map(([key, member]: [string, unknown]) => ({ path: `${parent}/${key}`, value: member }))
		);
	}
	return found.flatMap(({ path: pointer, value }) =>
		typeof value === 'string' ? [{ path: pointer, text: value }] : []
	);
}
