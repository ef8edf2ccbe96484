import type { Proof } from '$lib/domain/claim';

/** What is said to a reader of a claim's passage: “passage not proved”. */
export const PROOF_WORDS: Readonly<Record<Proof, string>> = {
	proved: 'proved',
	unproved: 'not proved',
	'not-looked-up': 'not looked up'
};
