/** Tells in which line of a text a character stands, counted from 1. Quick where the characters are asked for in order. */
export class Lines {
	readonly #text: string;
	#line = 1;
	/** Where the line begins, and where it ends. */
	#begin = 0;
	#end: number;

	constructor(text: string) {
		this.#text = text;
		this.#end = this.#endOf(0);
	}

	at(offset: number): number {
		if (offset < this.#begin) this.#enter(1, 0);
		while (offset > this.#end) this.#enter(this.#line + 1, this.#end + 1);
		return this.#line;
	}

	#enter(line: number, begin: number): void {
		this.#line = line;
		this.#begin = begin;
		this.#end = this.#endOf(begin);
	}

	#endOf(begin: number): number {
		const end = this.#text.indexOf('\n', begin);
		return end < 0 ? Infinity : end;
	}
}
