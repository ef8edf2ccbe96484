import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';

/** What stands in quotation marks in a text and not, letter by letter, in the passage; shapes of marks and apostrophes do not count. */
export function quotationFindings(text: string, { passage }: Ground): Finding[] {
	const source = folded(passage);
	return [...text.matchAll(QUOTED)].flatMap(([, a, b, c, d]) => {
		const words = a ?? b ?? c ?? d ?? '';
		if (source.includes(folded(words).replace(/[.,]$/, ''))) return [];
		return [finding('claim-quotation-exact', words, `“${words}” does not stand in the passage.`)];
	});
}

/** Words between quotation marks, of whatever shape; single ones where they are no apostrophes. */
const QUOTED =
	/“([^“”]*)”|"([^"]*)"|«([^«»]*)»|(?<![\p{L}\p{N}])[‘']([^‘’']{2,}(?:[’'](?=\p{L})[^‘’']*)*)[’'](?![\p{L}\p{N}])/gu;

function folded(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[‘’ʼ`´]/g, "'")
		.replace(/[“”„«»]/g, '"')
		.replace(/[‐‑–—]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
}
