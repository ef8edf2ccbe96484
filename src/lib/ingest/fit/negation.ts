import { unanswered } from './unanswered-denials';
import { readDenials } from './denials';
import { finding, type Finding } from './fit-finding';
import type { Ground } from './ground';
import { oppositesIn } from './opposites';

/** What a text denies and the passage does not, what the passage denies and the text does not, and opposites of its words. */
export function negationFindings(text: string, ground: Ground): Finding[] {
	const [own, passage] = [readDenials(text), readDenials(ground.passage)];
	const lost = unanswered(passage, own).map(({ words }) =>
		finding('claim-negation', words, `The passage says “${words}”, the text does not deny it.`)
	);
	const denials = [...addedDenials(text, ground), ...lost];
	if (denials.length > 0) return denials;
	return oppositesIn(own, passage).map(({ words, opposite }) =>
		finding('claim-negation', words, `The text says “${words}” where the passage says the opposite, “${opposite}”.`)
	);
}

/** What a text denies and neither the passage nor its context does. */
export function addedDenials(text: string, { passage, context }: Ground): Finding[] {
	const given = readDenials([passage, ...context].join(' . '));
	return unanswered(readDenials(text), given).map(({ words }) =>
		finding('claim-negation', words, `The text says “${words}”, the passage does not deny it.`)
	);
}

/** True where a text denies something or tells of a refusal. */
export function denies(text: string): boolean {
	return readDenials(text).any;
}
