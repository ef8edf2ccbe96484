import type { Modality } from '$lib/domain/claim';

/** How a source puts a claim, as a reader is told. */
export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
	asserted: 'stated as fact, unattributed',
	statement: 'statement',
	report: 'report',
	assessment: 'assessment',
	plan: 'plan',
	denial: 'denial'
};
