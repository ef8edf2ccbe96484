import type { Claim, Proof } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import type { Issue } from '$lib/domain/issue';
import type { Selector } from '$lib/domain/selector';
import type { Source } from '$lib/domain/source';
import { wordsOf } from '$lib/domain/text';
import { readDocuments } from './documents';
import { fingerprint, paragraphsOf, passageAt } from './passage';
import { uncreditableNames } from './names-in-documents';
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
 * fingerprint, that its passage names what it is about or has the words that stand for it, that it has each name that is
 * credited to it, and that no text of the atlas has seven words in a row of the document.
 */
export async function verifyDocuments(dataset: Dataset, folder: string): Promise<Verification> {
	const { files, texts, strays, issues } = await readDocuments(dataset.sources, folder);
	const paragraphs = new Map([...texts].map(([source, text]) => [source, paragraphsOf(text)]));
	const proofs = proveClaims(dataset.sources, dataset.claims, paragraphs);
	const pinned = pinIssues(dataset, paragraphs);
	return {
		documents: dataset.sources.map(({ id }) => {
			const file = files.get(id) ?? null;
			return { source: id, file, found: file !== null };
		}),
		proved: proofs.proved.size,
		strays,
		issues: [
			...issues,
			...proofs.issues,
			...proofs.unproved.values(),
			...pinned,
			...copies(dataset, texts),
			...uncreditableNames(dataset.features, texts)
		]
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
	return passageIssue(claim, 'selector', claim.selector, document);
}

/** What is wrong with a selector of a claim, which stands at a path within it; null where its passage is there. */
function passageIssue(claim: Claim, member: string, selector: Selector, document: readonly string[]): Issue | null {
	const place = placeOf(claim);
	const path = `${place.path}/${member}`;
	const { paragraph, start, end, sha256 } = selector;
	const passage = passageAt(document, selector);
	if (passage === null) {
		const message = `The claim ${quote(claim.id)} points at ${start} to ${end} of paragraph ${paragraph}, which is not that long.`;
		return breach('selector-in-document', place.file, path, message, 'Select the passage again.');
	}
	if (fingerprint(passage) === sha256) return null;
	const message = `What stands at the selector of ${quote(claim.id)} is not the passage that it was made for.`;
	const remedy = 'Select the passage again, and read the claim against it.';
	return breach('selector-fingerprint', place.file, path, message, remedy);
}

/** What claims are about that their passages do not name, and words that stand for something and are not there. */
function pinIssues({ claims, features }: Dataset, documents: ReadonlyMap<string, readonly string[]>): Issue[] {
	const namesOf = new Map(
		// A spelling that only helps the search is another thing's name, or a part of one.
		features.map(({ id, name, names }) => [id, [name, ...names.filter(({ use }) => !use).map(({ text }) => text)]])
	);
	return claims.flatMap((claim) => {
		const document = documents.get(claim.source);
		const passage = document && passageAt(document, claim.selector);
		if (!document || !passage) return [];
		const { file, path } = placeOf(claim);
		const { about, ties = [], antecedents = [] } = claim;
		const tied = new Set(ties.map(({ feature }) => feature));
		const unnamed = about.flatMap((feature, index) => {
			if (tied.has(feature) || namesOf.get(feature)?.some((name) => hasWords(passage, name))) return [];
			const message = `The passage of ${quote(claim.id)} has no name of ${quote(feature)}.`;
			const remedy = 'Give the words of the passage that stand for it, and where the document says what they mean.';
			return [breach('about-named', file, `${path}/about/${index}`, message, remedy)];
		});
		const places = [
			...ties.map((tie) => ({ ...tie, member: `about/${about.indexOf(tie.feature)}` })),
			...antecedents.map((antecedent, index) => ({ ...antecedent, member: `antecedents/${index}` }))
		];
		const untold = places.flatMap(({ words, meaning, member }) => {
			const moved = passageIssue(claim, `${member}/meaning`, meaning, document);
			if (passage.includes(words.normalize('NFC'))) return moved ? [moved] : [];
			const message = `The passage of ${quote(claim.id)} does not have the words ${quote(words)}.`;
			const remedy = 'Write them as they stand there, to the letter.';
			return [...(moved ? [moved] : []), breach('tie-words', file, `${path}/${member}/words`, message, remedy)];
		});
		return [...unnamed, ...untold];
	});
}

/** Whether a text has words one after another, in whatever case and accents. */
function hasWords(text: string, words: string): boolean {
	return ` ${wordsOf(text).join(' ')} `.includes(` ${wordsOf(words).join(' ')} `);
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
