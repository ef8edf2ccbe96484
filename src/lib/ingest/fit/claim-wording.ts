import { dateFindings } from './date-findings';
import type { Finding } from './fit-finding';
import type { Ground } from './ground';
import { nameFindings } from './name-findings';
import { addedDenials, negationFindings } from './negation';
import { numberFindings } from './numbers';
import { quotationFindings } from './quotations';
import { roleFindings } from './roles';
import { speakerFindings } from './speakers';
import { addedStrength, strengthFindings } from './strength';

/** All in which the text of a claim does not fit the passage that it rests on. */
export function wordingFindings(text: string, ground: Ground): Finding[] {
	return [
		...numberFindings(text, ground),
		...dateFindings(text, ground),
		...nameFindings(text, ground),
		...speakerFindings(text, ground),
		...roleFindings(text, ground),
		...negationFindings(text, ground),
		...strengthFindings(text, ground),
		...quotationFindings(text, ground)
	];
}

/**
 * All that the title of an answer says and the passage does not; being short, and shared by claims of several days, it may leave
 * out what the passage says.
 */
export function titleFindings(title: string, ground: Ground): Finding[] {
	return [
		...numberFindings(title, ground),
		...dateFindings(title, ground, false),
		...nameFindings(title, ground),
		...addedDenials(title, ground),
		...addedStrength(title, ground),
		...quotationFindings(title, ground)
	];
}
