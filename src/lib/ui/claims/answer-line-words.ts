import type { KnownDate } from '$lib/domain/claim';
import { dateWords } from '$lib/words/edtf-words';
import { MODALITY_WORDS } from '$lib/words/modality-words';
import type { Against, AnswerLine } from '$lib/engine/answers-at';
import { groupBy } from '$lib/domain/group-by';
import { otherAnswers } from './difference-words';

/** How many answers a page shows before the rest is folded. */
export const LINES_AT_ONCE = 3;

const AGAINST: Readonly<Record<Against['difference'], string>> = {
	contradiction: 'Contradicts',
	tension: 'In tension with',
	change: 'At another time:'
};

/** How sure an answer is: how the source puts it, and the words that hold it back. */
export function certaintyWords({ modality, hedges }: Pick<AnswerLine, 'modality' | 'hedges'>): string {
	const held = hedges.length === 0 ? '' : `, with ${LIST.format(hedges.map((word) => `“${word}”`))}`;
	return MODALITY_WORDS[modality] + held;
}

/** What an answer stands against, a sentence for each kind: "Contradicts “No”.". */
export function againstWords({ question, against }: Pick<AnswerLine, 'question' | 'against'>): string[] {
	return [...groupBy(against, ({ difference }) => [difference])].map(
		([kind, others]) => `${AGAINST[kind]} ${otherAnswers(question.id, others)}.`
	);
}

/** What no source says of an answer, in sentences: since when, and anything after the last who answered. */
export function silenceOf({ since, latest }: Pick<AnswerLine, 'since' | 'latest'>): string[] {
	return [...(since === null ? ['No source says since when.'] : []), `Nothing on this since ${dayWords(latest)}.`];
}

/** The last day that a date can mean, in words; a month or a year that has no day stays one. */
function dayWords({ edtf, interval: { from, to } }: KnownDate): string {
	const isOne = /^[\d-]+[~?%]?$/.test(edtf);
	return dateWords(isOne ? edtf : (to ?? from ?? edtf), 'long');
}

const LIST = new Intl.ListFormat('en-GB');
