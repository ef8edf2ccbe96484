import type { Claim, Proof } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import type { Issue } from '$lib/domain/issue';
import type { Selector } from '$lib/domain/selector';
import type { Source } from '$lib/domain/source';
import { fingerprint, passageAt } from './passage-text';
import { locationOf } from './location';
import { breachIn, quote } from './rule-list';

/** Which claims stand where they say, by id; a claim whose document is not at hand is neither proved nor unproved. */
export interface Proofs {
	proved: Set<string>;
	/** Why each of the others does not. */
	unproved: Map<string, Issue>;
	/** What is wrong with a document as a whole. */
	issues: Issue[];
}

/** Holds claims against the paragraphs of the documents that are at hand, by the ids of their sources. */
export function proveClaims(
	sources: readonly Source[],
	claims: readonly Claim[],
	paragraphs: ReadonlyMap<string, readonly string[]>
): Proofs {
	const proofs: Proofs = { proved: new Set(), unproved: new Map(), issues: [] };
	for (const source of sources) {
		const found = paragraphs.get(source.id)?.length ?? source.document.paragraphs;
		if (found === source.document.paragraphs) continue;
		const message = `The document has ${found} paragraphs; the source says ${source.document.paragraphs}.`;
		const remedy = 'Correct the number, and cover every paragraph.';
		proofs.issues.push(breachIn('document-paragraphs', locationOf(source), '/document/paragraphs', message, remedy));
	}
	for (const claim of claims) {
		const document = paragraphs.get(claim.source);
		if (document === undefined) continue;
		const issue = passageIssue(claim, 'selector', claim.selector, document);
		if (issue === null) proofs.proved.add(claim.id);
		else proofs.unproved.set(claim.id, issue);
	}
	return proofs;
}

/**
 * A dataset that says of each claim what came of holding it against its document. Where any was held, the dataset has
 * another fingerprint, since what it says has changed.
 */
export function withProofs(dataset: Dataset, { proved, unproved }: Proofs): Dataset {
	if (proved.size === 0 && unproved.size === 0) return dataset;
	const claims = dataset.claims.map((claim): Claim => {
		const proof: Proof = proved.has(claim.id) ? 'proved' : unproved.has(claim.id) ? 'unproved' : 'not-looked-up';
		return { ...claim, proof };
	});
	const proofs = claims.map(({ id, proof }) => `\0${id}\0${proof}`).join('');
	return { ...dataset, claims, fingerprint: fingerprint(dataset.fingerprint + proofs) };
}

/** What is wrong with a selector of a claim, which stands at a path within it; null where its passage is there. */
export function passageIssue(
	claim: Claim,
	member: string,
	selector: Selector,
	document: readonly string[]
): Issue | null {
	const location = locationOf(claim);
	const { paragraph, start, end, sha256 } = selector;
	const passage = passageAt(document, selector);
	if (passage === null) {
		const message = `The claim ${quote(claim.id)} points at ${start} to ${end} of paragraph ${paragraph}, which is not that long.`;
		return breachIn('selector-in-document', location, `/${member}`, message, 'Select the passage again.');
	}
	if (fingerprint(passage) === sha256) return null;
	const message = `What stands at the selector of ${quote(claim.id)} is not the passage that it was made for.`;
	const remedy = 'Select the passage again, and read the claim against it.';
	return breachIn('selector-fingerprint', location, `/${member}`, message, remedy);
}
