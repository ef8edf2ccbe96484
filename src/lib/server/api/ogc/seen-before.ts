/** How many entity tags are remembered at most: each has one of so many places. */
const PLACES = 64 ** 2;

/** Where the two characters of a weak entity tag stand that say what place it has. */
const FIRST = 'W/"'.length;

/** Tells what is asked for again from what is asked for the first time, as far as little else was asked for in between. */
export class AskedBefore {
	// A tag takes the place of the one before it. What does not come back need not be told by its age, as it would have to be
	// if they stood in a list: it is all that most tags ever do.
	readonly #tags = new Array<string>(PLACES).fill('');

	/** Whether what has this entity tag was asked for lately; it is now. */
	ask(etag: string): boolean {
		const place = (etag.charCodeAt(FIRST) % 64) * 64 + (etag.charCodeAt(FIRST + 1) % 64);
		const isKnown = this.#tags[place] === etag;
		this.#tags[place] = etag;
		return isKnown;
	}
}
