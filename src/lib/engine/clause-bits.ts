/** One bit for each clause of criteria that something is counted without, so that "all but its own clause" is one comparison. */
export const CLAUSES = {
	layers: 1,
	topics: 2,
	sources: 4,
	agents: 8,
	groups: 16,
	said: 32,
	happened: 64
} as const;

/** The bit of every other clause. */
export const OTHER = 128;

/** The bit of what passes all clauses. */
export const MATCHED = 256;

/** The bits of `CLAUSES` together. */
export const EACH = Object.values(CLAUSES).reduce((bits, bit) => bits | bit, 0);
