import type { Answer } from './cached-response';

/** How many bytes of bodies are kept at most, over all answers. */
const MOST_BYTES = 96 * 2 ** 20;

/** How many answers are kept at most. */
const MOST_ANSWERS = 4096;

/**
 * Answers that were given before, by canonical address. The dataset does not change while the server runs, so they
 * stand until something that was asked for more recently needs their place.
 */
export class KeptAnswers {
	// A Map keeps the order of insertion: the first entry is the one that was used longest ago.
	readonly #answers = new Map<string, { answer: Answer; until: number }>();

	/** The answer of an address; undefined where none is kept, or where it has aged. */
	get(address: string): Answer | undefined {
		const kept = this.#answers.get(address);
		if (!kept) return undefined;
		this.#answers.delete(address);
		if (kept.until < Date.now()) return undefined;
		this.#answers.set(address, kept);
		return kept.answer;
	}

	/** Keeps an answer, for as many milliseconds as it stays right. */
	keep(address: string, answer: Answer, milliseconds = Infinity): void {
		this.#answers.delete(address);
		this.#answers.set(address, { answer, until: Date.now() + milliseconds });
		let bytes = 0;
		for (const kept of this.#answers.values()) bytes += kept.answer.size;
		for (const [oldest, kept] of this.#answers) {
			if (bytes <= MOST_BYTES && this.#answers.size <= MOST_ANSWERS) break;
			this.#answers.delete(oldest);
			bytes -= kept.answer.size;
		}
	}
}
