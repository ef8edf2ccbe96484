/** A noun as a number takes it: "claim" after 1, "claims" after any other. */
export function nounFor(number: number, one: string, many = `${one}s`): string {
	return number === 1 ? one : many;
}

/** A number with its noun: "1 claim", "2 claims". */
export function counted(number: number, one: string, many?: string): string {
	return `${number.toLocaleString('en-GB')} ${nounFor(number, one, many)}`;
}
