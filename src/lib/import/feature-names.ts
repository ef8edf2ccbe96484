/** The longest name that is compared. */
const LONGEST = 100;

/**
 * A name as it is compared: in small letters, without accents and marks, with one space where its words part, whether by
 * spaces, signs or capitals. `startDate`, `start_date` and `Start-Date` are one.
 */
export function plainName(name: string): string {
	return name
		.slice(0, LONGEST)
		.normalize('NFKD')
		.replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** A name that none of `taken` has: the name itself, or with the first number behind it that is free. */
export function freeName(name: string, taken: { has(name: string): boolean }): string {
	if (!taken.has(name)) return name;
	let number = 2;
	while (taken.has(`${name} (${number})`)) number += 1;
	return `${name} (${number})`;
}

/** Names of columns that are all different: empty ones are numbered, and a name that stands again gets a number behind it. */
export function distinctNames(names: readonly string[]): string[] {
	const given = new Set(names.map((name) => name.trim()));
	const taken = new Set<string>();
	return names.map((written, index) => {
		const trimmed = written.trim();
		const name = trimmed === '' ? `column ${index + 1}` : trimmed;
		const free = taken.has(name) ? freeName(name, { has: (other) => taken.has(other) || given.has(other) }) : name;
		taken.add(free);
		return free;
	});
}
