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
	) as [string, string, string];
	const wrong = (words: string, message: string) => [finding('claim-whole', words, message)];
	const [rest = ''] = /^[^.;:!?]*/.exec(after) ?? [];
	const joins = (text: string) => [...CONDITIONS, ...(QUALIFYING.test(text) ? CONTRASTS : [])];
	const behind = wordAt(/^["”’»]?,?\s*["“‘«]?/, rest, joins(rest));
	if (behind !== undefined && !/[.!?]["”’»]?$/.test(passage)) {
		return wrong(behind, `The sentence goes on behind the passage with “${behind}”.`);
	}
	const opening = wordAt(/^/, passage, CONDITIONS);
	if (opening !== undefined && !/(?:^|[.!?]["”’»]?\s+["“‘«]?)$/.test(before)) {
		return wrong(opening, `The passage is a condition alone, which begins with “${opening}”.`);
	}
	const leading = joins(passage).find((words) => new RegExp(`\\b${words},?\\s*["“‘«]?$`, 'i').test(before));
	return leading === undefined ? [] : wrong(leading, `The passage is told without the “${leading}” before it.`);
}

function wordAt(lead: RegExp, text: string, words: readonly string[]): string | undefined {
	const rest = text.replace(lead, '').toLowerCase();
	return words.find((word) => new RegExp(`^${word}\\b`).test(rest));
}
