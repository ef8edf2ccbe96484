import type { Agent, AgentKind, AttributionLink } from '$lib/domain/attribution';
import type { Claim } from '$lib/domain/claim';
import type { Finding } from './fit-finding';
import { denies } from './negation';
import { phraseIn, readText } from './reading';
import { HEDGES, REPORTED } from './tables/strength-words';

/** What is wrong with how a claim says its source puts it, with the member of the claim where it stands. */
export type ModalityFinding = Omit<Finding, 'rule'> & { path: string };

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
	const unnamed = phraseIn(words, REPORTED) !== undefined;
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
	const hedge = phraseIn(words, HEDGES);
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

/** What somebody of some kinds cannot have done with what they pass on. */
const UNFIT: Readonly<Partial<Record<AttributionLink['as'], { done: string; kinds: readonly AgentKind[] }>>> = {
	recorded: { done: 'recorded', kinds: ['person', 'outlet'] },
	showed: { done: 'shown', kinds: ['person', 'office'] },
	said: { done: 'said', kinds: ['imagery', 'document'] },
	told: { done: 'told', kinds: ['imagery', 'document'] }
};

function verbIssue(
	{ agent, as }: AttributionLink,
	agents: ReadonlyMap<string, Agent>,
	paragraph: string
): string | null {
	if (as === 'confirmed') {
		const confirms = phraseIn(readText(paragraph).words, CONFIRMING) !== undefined;
		return confirms ? null : `“${agent}” is said to have confirmed it, and the paragraph says nothing of the kind.`;
	}
	const [kind, unfit] = [agents.get(agent)?.kind, UNFIT[as]];
	if (kind === undefined || !unfit?.kinds.includes(kind)) return null;
	return `“${agent}” is said to have ${unfit.done} it, and is of the kind ${kind}.`;
}
