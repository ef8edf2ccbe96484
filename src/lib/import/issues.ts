import type { OwnIssue } from '$lib/domain/own-feature';

/** The most issues that are kept to be shown; the others are counted. */
export const MOST_ISSUES = 500;

/** Collects what is wrong with a file. */
export class Issues {
	readonly kept: OwnIssue[] = [];
	count = 0;

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

/** A value as a message quotes it: as JSON, cut short where it is long. */
export function quoted(value: unknown): string {
	const text = typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
	return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}
