/** One thing that is wrong with the data, said so that a person can mend it. */
export interface Issue {
	/** The file, relative to the data folder. */
	file: string;
	/** Where in the file: a JSON Pointer (RFC 6901), or `line:column` for a file that is not JSON. */
	path: string;
	/** The rule that is broken, as a stable word: `claim-has-topic`. */
	rule: string;
	/** What is wrong, naming the value. */
	message: string;
	/** What to do about it. */
	remedy: string;
}
