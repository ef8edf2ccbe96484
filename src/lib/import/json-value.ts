/** The value of a JSON text; undefined where it is none. */
export function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** An object's members by their names; none of any other value. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A list's items; none of any other value. */
export function itemsOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
