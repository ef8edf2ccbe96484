/** Properties of a feature as they are found one after another; a name that comes again is kept under a number. */
export class PropertyList {
	readonly #values = new Map<string, unknown>();

	add(name: string, value: unknown): void {
		let free = name;
		for (let count = 2; this.#values.has(free); count++) free = `${name} ${count}`;
		this.#values.set(free, value);
	}

	asObject(): Record<string, unknown> {
		return Object.fromEntries(this.#values);
	}
}
