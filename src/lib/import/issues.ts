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

	add(place: string, message: string): void {
		this.count += 1;
		if (this.kept.length < MOST_ISSUES) this.kept.push({ place, message });
	}

	/** Puts what explains all the others before them. */
	addFirst(message: string): void {
		this.count += 1;
		this.kept.unshift({ place: '', message });
	}
}

/** Names as a message lists them: the first twelve, and how many more there are. */
export function listed(names: readonly string[]): string {
	const shown = names.slice(0, 12).map(quoted);
	return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
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
