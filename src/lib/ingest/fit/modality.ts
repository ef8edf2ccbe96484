import type { Agent, AttributionLink } from '$lib/domain/attribution';
import type { Claim } from '$lib/domain/claim';
import { denies } from './negation';
import { findPhrase, readText } from './reading';
import { HEDGES, REPORTED } from './tables/strength-words';

/** What is wrong with how a claim says its source puts it, with the member of the claim where it stands. */
export interface ModalityFinding {
	path: string;
	words: string;
	message: string;
	remedy: string;
}

/** Words that say that somebody confirmed something. */
const CONFIRMING = ['confirm', 'acknowledge', 'admit', 'concede', 'corroborate', 'verify', 'attest'];

/**
 * Whether a claim's modality and the verbs of its chain fit each other, the agents, and the passage; `paragraph` is where a verb of
 * saying may stand before or after the passage.
 */
export function modalityFindings(
	claim: Claim,
	agents: ReadonlyMap<string, Agent>,
	passage: string,
	paragraph: string
): ModalityFinding[] {
	return [
		...originFindings(claim, agents, passage),
		...wordFindings(claim, passage),
		...verbFindings(claim, agents, paragraph)
	];
}

function originFindings(
	{ modality, attribution }: Claim,
	agents: ReadonlyMap<string, Agent>,
	passage: string
): ModalityFinding[] {
	const [first, ...others] = attribution;
	const kind = first && agents.get(first.agent)?.kind;
	const alone = others.length === 0;
	const wrong = (message: string, remedy: string) => [{ path: 'modality', words: modality, message, remedy }];
	if (modality === 'asserted' && !alone) {
		return wrong(
			'It is said to be stated as fact and attributed to nobody, and its attribution names somebody.',
			'Leave only the outlet in the attribution, or say how the source puts it.'
		);
	}
	const { words } = readText(passage);
	const unnamed = REPORTED.some((phrase) => findPhrase(words, phrase).length > 0);
	if ((modality === 'statement' || (modality === 'report' && !unnamed)) && alone) {
		return wrong(
			`It is said to be a ${modality}, and its attribution names the outlet alone.`,
			'Name who said it, or call it asserted.'
		);
	}
	if (modality === 'statement' && (kind === 'imagery' || kind === 'document')) {
		return wrong(
			`It is said to be a statement, and its origin is of the kind ${kind}.`,
			'Call it a report or an assessment, or name who said it.'
		);
	}
	return [];
}

function wordFindings({ modality }: Claim, passage: string): ModalityFinding[] {
	const { words } = readText(passage);
	if (modality === 'denial' && !denies(passage)) {
		const message = 'It is said to be a denial, and the passage denies nothing.';
		return [{ path: 'modality', words: modality, message, remedy: 'Say how the source puts it.' }];
	}
	if (modality !== 'asserted') return [];
	const hedge = HEDGES.find((phrase) => findPhrase(words, phrase).length > 0);
	if (hedge === undefined) return [];
	const message = `It is said to be stated as fact, and the passage says “${hedge}”.`;
	return [
		{ path: 'modality', words: modality, message, remedy: 'Call it an assessment, or name who is said to say so.' }
	];
}

function verbFindings(claim: Claim, agents: ReadonlyMap<string, Agent>, paragraph: string): ModalityFinding[] {
	return claim.attribution.flatMap((link, index) => {
		const message = verbIssue(link, agents, paragraph);
		if (message === null) return [];
		const remedy = 'Give the verb by which the document says that it was passed on.';
		return [{ path: `attribution/${index}/as`, words: link.as, message, remedy }];
	});
}

function verbIssue(
	{ agent, as }: AttributionLink,
	agents: ReadonlyMap<string, Agent>,
	paragraph: string
): string | null {
	const kind = agents.get(agent)?.kind;
	if (as === 'confirmed') {
		const { words } = readText(paragraph);
		const confirms = CONFIRMING.some((phrase) => findPhrase(words, phrase).length > 0);
		return confirms ? null : `“${agent}” is said to have confirmed it, and the paragraph says nothing of the kind.`;
	}
	if (as === 'recorded' && (kind === 'person' || kind === 'outlet'))
		return `“${agent}” is said to have recorded it, and is of the kind ${kind}.`;
	if (as === 'showed' && (kind === 'person' || kind === 'office'))
		return `“${agent}” is said to have shown it, and is of the kind ${kind}.`;
	if ((as === 'said' || as === 'told') && (kind === 'imagery' || kind === 'document')) {
		return `“${agent}” is said to have ${as} it, and is of the kind ${kind}.`;
	}
	return null;
}
