import type { Claim, Proof } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import type { Issue } from '$lib/domain/issue';
import type { Source } from '$lib/domain/source';
import { readDocuments } from './documents';
import { fingerprint, paragraphsOf, passageAt } from './passage';
import { placeOf } from './place';
import { breach, quote } from './rules';
import { textsOf, wordsInRow } from './wording';

/** How many words in a row a text of the atlas may not share with a document. */
const ROW = 7;

/** What became of the document of one source: the file that has its fingerprint, whatever it is called. */
interface FoundDocument {
	source: string;
	file: string | null;
	found: boolean;
}

/** A folder of documents held against the dataset; `proved` counts the claims whose passage stands where they say. */
export interface Verification {
	documents: FoundDocument[];
	proved: number;
	/** The files of the folder that are the document of no source. */
	strays: string[];
	issues: Issue[];
}

/**
 * Proves each source against its document, where the folder has it: the number of paragraphs, each claim's span and
 * fingerprint, and that no text of the atlas has seven words in a row of it.
 */
export async function verifyDocuments(dataset: Dataset, folder: string): Promise<Verification> {
	const { files, texts, strays, issues } = await readDocuments(dataset.sources, folder);
	const paragraphs = new Map([...texts].map(([source, text]) => [source, paragraphsOf(text)]));
	const proofs = proveClaims(dataset.sources, dataset.claims, paragraphs);
	return {
		documents: dataset.sources.map(({ id }) => {
			const file = files.get(id) ?? null;
			return { source: id, file, found: file !== null };
		}),
		proved: proofs.proved.size,
		strays,
		issues: [...issues, ...proofs.issues, ...proofs.unproved.values(), ...copies(dataset, texts)]
	};
}

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
		proofs.issues.push(breach('document-paragraphs', placeOf(source).file, '/document/paragraphs', message, remedy));
	}
	for (const claim of claims) {
		const document = paragraphs.get(claim.source);
		if (document === undefined) continue;
		const issue = selectorIssue(claim, document);
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

function selectorIssue(claim: Claim, document: readonly string[]): Issue | null {
	const { file, path } = placeOf(claim);
	const { paragraph, start, end, sha256 } = claim.selector;
	const passage = passageAt(document, claim.selector);
	if (passage === null) {
		const message = `The claim ${quote(claim.id)} points at ${start} to ${end} of paragraph ${paragraph}, which is not that long.`;
		return breach('selector-in-document', file, `${path}/selector`, message, 'Select the passage again.');
	}
	if (fingerprint(passage) === sha256) return null;
	const message = `What stands at the selector of ${quote(claim.id)} is not the passage that it was made for.`;
	const remedy = 'Select the passage again, and read the claim against it.';
	return breach('selector-fingerprint', file, `${path}/selector`, message, remedy);
}

/** The message names the place and not the words: an issue may be shown where the document may not. */
function copies(dataset: Dataset, texts: ReadonlyMap<string, string>): Issue[] {
	const own = textsOf(dataset);
	return [...texts].flatMap(([source, document]) =>
		wordsInRow(
			own.map(({ text }) => text),
			document,
			ROW
		).map((index) => {
			const place = own[index] ?? { file: '', path: '' };
			const message = `${ROW} words in a row stand in the document of ${quote(source)} too.`;
			return breach('text-copies-document', place.file, place.path, message, 'Say it in words of our own.');
		})
	);
}
