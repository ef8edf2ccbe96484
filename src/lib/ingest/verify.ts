import type { Dataset } from '$lib/domain/dataset';
import { spellingsOf } from '$lib/domain/feature';
import type { Issue } from '$lib/domain/issue';
import { wordsOf } from '$lib/domain/text';
import { readDocuments } from './document-files';
import { fitOf } from './fit/gate';
import { uncreditableNames } from './names-in-documents';
import { paragraphsOf, passageAt } from './passage-text';
import { locationOf, NOWHERE } from './location';
import { passageIssue, proveClaims } from './prove';
import { breachIn, quote } from './rule-list';
import { textsOf, wordsInRow } from './copied-wording';

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
	/** The claims, by id, whose passage is in another language, so that not all of them could be held against it. */
	partly: string[];
	/** The files of the folder that are the document of no source. */
	strays: string[];
	issues: Issue[];
}

/**
 * Proves each source against its document, where the folder has it: the number of paragraphs, each claim's span and
 * fingerprint, that its passage names what it is about or has the words that stand for it, that what we
 * wrote fits it, that the document has each name that is credited to it, and that no text of the atlas has seven words in a
 * row of it.
 */
export async function verifyDocuments(dataset: Dataset, folder: string): Promise<Verification> {
	const { files, texts, strays, issues } = await readDocuments(dataset.sources, folder);
	const paragraphs = new Map([...texts].map(([source, text]) => [source, paragraphsOf(text)]));
	const proofs = proveClaims(dataset.sources, dataset.claims, paragraphs);
	const pinned = pinIssues(dataset, paragraphs);
	const fit = fitOf(dataset, paragraphs);
	return {
		documents: dataset.sources.map(({ id }) => {
			const file = files.get(id) ?? null;
			return { source: id, file, found: file !== null };
		}),
		proved: proofs.proved.size,
		partly: fit.partly,
		strays,
		issues: [
			...issues,
			...proofs.issues,
			...proofs.unproved.values(),
			...pinned,
			...fit.issues,
			...copies(dataset, texts),
			...uncreditableNames(dataset.features, texts)
		]
	};
}

/** What claims are about that their passages do not name, and words that stand for something and are not there. */
function pinIssues({ claims, features }: Dataset, documents: ReadonlyMap<string, readonly string[]>): Issue[] {
	const namesOf = new Map(features.map((feature) => [feature.id, spellingsOf(feature)]));
	return claims.flatMap((claim) => {
		const document = documents.get(claim.source);
		const passage = document && passageAt(document, claim.selector);
		if (!document || !passage) return [];
		const location = locationOf(claim);
		const { about, ties = [], antecedents = [] } = claim;
		const tied = new Set(ties.map(({ feature }) => feature));
		const unnamed = about.flatMap((feature, index) => {
			if (tied.has(feature) || namesOf.get(feature)?.some((name) => hasWords(passage, name))) return [];
			const message = `The passage of ${quote(claim.id)} has no name of ${quote(feature)}.`;
			const remedy = 'Give the words of the passage that stand for it, and where the document says what they mean.';
			return [breachIn('about-named', location, `/about/${index}`, message, remedy)];
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
			return [...(moved ? [moved] : []), breachIn('tie-words', location, `/${member}/words`, message, remedy)];
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
			const message = `${ROW} words in a row stand in the document of ${quote(source)} too.`;
			return breachIn('text-copies-document', own[index] ?? NOWHERE, '', message, 'Say it in words of our own.');
		})
	);
}
