import { finding, type Finding } from './fit-finding';
import { CONDITIONS, CONTRASTS, QUALIFYING } from './tables/joining-words';

/**
 * What a passage is cut from within its sentence: a condition or a contrast that goes on behind it, or that it is itself. `start` and
 * `end` are where it stands in its paragraph, in code points.
 */
export function wholeFindings(paragraph: string, start: number, end: number): Finding[] {
	const points = Array.from(paragraph);
	const [before, passage, after] = [points.slice(0, start), points.slice(start, end), points.slice(end)].map((part) =>
		part.join('')
	);
	const rest = /^[^.;:!?]*/.exec(after ?? '')?.[0] ?? '';
	const joins = (text: string) => [...CONDITIONS, ...(QUALIFYING.test(text) ? CONTRASTS : [])];
	const behind = wordAt(/^["”’»]?,?\s*["“‘«]?/, rest, joins(rest));
	if (behind !== null && !/[.!?]["”’»]?$/.test(passage ?? '')) {
		return [finding('claim-whole', behind, `The sentence goes on behind the passage with “${behind}”.`)];
	}
	const opening = wordAt(/^/, passage ?? '', CONDITIONS);
	const isSentence = /(?:^|[.!?]["”’»]?\s+["“‘«]?)$/.test(before ?? '');
	if (opening !== null && !isSentence)
		return [finding('claim-whole', opening, `The passage is a condition alone, which begins with “${opening}”.`)];
	const leading = joins(passage ?? '').find((words) => new RegExp(`\\b${words},?\\s*["“‘«]?$`, 'i').test(before ?? ''));
	return leading === undefined
		? []
		: [finding('claim-whole', leading, `The passage is told without the “${leading}” before it.`)];
}

function wordAt(lead: RegExp, text: string, words: readonly string[]): string | null {
	const rest = text.replace(lead, '').toLowerCase();
	return words.find((word) => new RegExp(`^${word}\\b`).test(rest)) ?? null;
}
