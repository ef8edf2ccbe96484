import type { OwnIssue, OwnQuestion } from '$lib/domain/own-feature';

/** The most issues that are kept to be shown; the others are counted. */
export const MOST_ISSUES = 500;

/** Collects what is wrong with a file, what is to be known of it, and what it leaves open. */
export class Issues {
	readonly kept: OwnIssue[] = [];
	count = 0;
	/** What was kept in another way than it is written, or not kept, and is no fault of the file. */
	readonly notes: string[] = [];
	readonly questions: OwnQuestion[] = [];
	/** What was not kept: the words for several, and how many there were, by the words for one. */
	readonly #leftOut = new Map<string, { many: string; count: number }>();

	add(location: string, message: string): void {
		this.count += 1;
		if (this.kept.length < MOST_ISSUES) this.kept.push({ location, message });
	}

	/** Puts what explains all the others before them. */
	addFirst(message: string): void {
		this.count += 1;
		this.kept.unshift({ location: '', message });
	}

	/** Counts something that is not kept, and is no feature: what one is called, and what several are. */
	leaveOut(one: string, many = one, count = 1): void {
		const earlier = this.#leftOut.get(one)?.count ?? 0;
		if (count > 0) this.#leftOut.set(one, { many, count: earlier + count });
	}

	/** Says in one sentence what was counted since the last time. */
	tellLeftOut(): void {
		const words = [...this.#leftOut].map(([one, { many, count }]) => `${count} ${count === 1 ? one : many}`);
		if (words.length > 0) this.notes.push(`Not kept: ${listOf(words)}.`);
		this.#leftOut.clear();
	}
}

/** Says why a file is not read, where it shows, and what the file is if that is known. */
export class Refused extends Error {
	readonly format: string | null;
	readonly location: string;

	constructor(message: string, { format = null, location = '' }: { format?: string | null; location?: string } = {}) {
		super(message);
		this.format = format;
		this.location = location;
	}
}

/** Counts a thing among others. */
export function tally<T>(counts: Map<T, number>, thing: T): void {
	counts.set(thing, (counts.get(thing) ?? 0) + 1);
}

/** What was counted, the most frequent first. */
export function byCount<T>(counts: ReadonlyMap<T, number>): T[] {
	return [...counts].sort(([, a], [, b]) => b - a).map(([thing]) => thing);
}

/** Names as a message lists them: the first twelve, and how many more there are. */
export function listed(names: readonly string[]): string {
	const shown = names.slice(0, 12).map(quoted);
	return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}

/** A list as a sentence has it: “a, b and c”. */
export function listOf(words: readonly string[]): string {
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
}

/** A number of things in words that fit into a sentence. */
export function counted(number: number, one: string, many = `${one}s`): string {
	return number === 1 ? `one ${one}` : `${number.toLocaleString('en-GB')} ${many}`;
}

/** A value as a message quotes it: as JSON, cut short where it is long. */
export function quoted(value: unknown): string {
	const text = typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
	return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}
