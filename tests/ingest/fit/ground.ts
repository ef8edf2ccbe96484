import type { Ground } from '$lib/ingest/fit/ground';

/** What a claim may rest on that has a passage and nothing else, but for what is given. */
export function groundOf(passage: string, more: Partial<Ground> = {}): Ground {
	return {
		passage,
		language: 'en',
		context: [],
		names: [],
		known: [],
		spoken: null,
		days: [],
		features: 1,
		verbs: [],
		...more
	};
}
