import { DOCUMENT_RULES, RULES } from '$lib/ingest/rule-list';

/** Prints every rule with the word that an issue carries: first those on the data, then those that need the documents. */
export function rules(): number {
	const width = Math.max(...Object.keys({ ...RULES, ...DOCUMENT_RULES }).map((rule) => rule.length));
	for (const [title, list] of [
		['check', RULES],
		['verify', DOCUMENT_RULES]
	] as const) {
		console.log(`${title}:`);
		for (const [rule, sentence] of Object.entries(list)) console.log(`  ${rule.padEnd(width)}  ${sentence}`);
	}
	return 0;
}
