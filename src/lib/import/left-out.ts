import type { Issues } from './issues';

/** Counts what stands in a file and is not kept, to say it in one sentence. */
export class LeftOut {
	readonly #counts = new Map<string, { many: string; count: number }>();

	/** Counts something: what one is called, what several are, how many there are. */
	add(one: string, many: string, count = 1): void {
		if (count === 0) return;
		const earlier = this.#counts.get(one)?.count ?? 0;
		this.#counts.set(one, { many, count: earlier + count });
	}

	/** Says what was counted; nothing where there was nothing. */
	tell(issues: Issues): void {
		const words = [...this.#counts].map(([one, { many, count }]) => `${count} ${count === 1 ? one : many}`);
		if (words.length > 0) issues.notes.push(`Not kept: ${listOf(words)}.`);
	}
}

/** A list as a sentence has it: “a, b and c”. */
export function listOf(words: readonly string[]): string {
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}` : (words[0] ?? '');
}
