import { noDocuments, readDocuments } from '$lib/ingest/document-files';
import { fingerprint, paragraphsOf, passageAt } from '$lib/ingest/passage-text';
import { proveClaims, type Proofs, withProofs } from '$lib/ingest/prove';
import { antecedentsOf, type Claim } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import type { Issue } from '$lib/domain/issue';
import { type Meaning, type Run, runsOf, type Span } from '$lib/domain/passage';
import { inReadingOrder } from '$lib/domain/reading-order';
import type { Selector } from '$lib/domain/selector';
import { textDirective, withTextDirective } from '$lib/formats/text-fragment';

/** What of the documents' words is shown to visitors. */
export const SOURCE_TEXTS = ['off', 'passages'] as const;
export type SourceText = (typeof SOURCE_TEXTS)[number];

/** What became of one source's document when the server started. */
export interface DocumentVerification {
	/** The file that has the fingerprint; null where the server does not have it. */
	file: string | null;
	/** The file that has the name of the document and not its fingerprint, where the document itself is not there. */
	other: string | null;
	claims: number;
	/** How many of the claims stand where they say. */
	proved: number;
}

/** A document whose passages may be shown, with its claims where they stand. */
interface ReadableDocument {
	paragraphs: readonly string[];
	claims: readonly Claim[];
	numbers: ReadonlyMap<string, number>;
	claimsOfParagraph: ReadonlyMap<number, readonly Claim[]>;
	/** Where words of claims are told the meaning of, by paragraph; only what stands there as it did. */
	meaningsOfParagraph: ReadonlyMap<number, readonly Span[]>;
	url: string | null;
	language: string | null;
}

/** Where a claim stands among those of its document. */
export interface Neighbours {
	/** Counted from 1. */
	number: number;
	of: number;
	previous: string | null;
	next: string | null;
}

/**
 * The documents that the server was given. Each claim is held against its document once, when the server starts; only
 * where passages may be shown are the documents' words kept after that.
 */
export class SourceDocuments {
	readonly sourceText: SourceText;
	/** By the ids of the sources; every source has one. */
	readonly verifications: ReadonlyMap<string, DocumentVerification>;
	/** What is wrong with the documents, or between them and the claims. */
	readonly issues: readonly Issue[];
	/** The files that were given and are the document of no source. */
	readonly strays: readonly string[];
	readonly #proofs: Proofs;
	readonly #documents: ReadonlyMap<string, ReadableDocument>;

	constructor(
		sourceText: SourceText,
		verifications: ReadonlyMap<string, DocumentVerification>,
		proofs: Proofs,
		issues: readonly Issue[],
		strays: readonly string[],
		documents: ReadonlyMap<string, ReadableDocument>
	) {
		this.sourceText = sourceText;
		this.verifications = verifications;
		this.#proofs = proofs;
		this.issues = issues;
		this.strays = strays;
		this.#documents = sourceText === 'passages' ? documents : new Map();
	}

	/** Why claims are not proved, by their ids; those whose document is not at hand are not among them. */
	get unproved(): ReadonlyMap<string, Issue> {
		return this.#proofs.unproved;
	}

	/** The dataset of these documents, with what came of holding each claim against them. */
	prove(dataset: Dataset): Dataset {
		return withProofs(dataset, this.#proofs);
	}

	/** The sources whose passages may be shown. */
	get readable(): string[] {
		return [...this.#documents.keys()];
	}

	/** How many claims there are, stand where they say, do not, and could not be looked up. */
	get totals(): { claims: number; proved: number; unproved: number; unchecked: number; documents: number } {
		let [claims, proved, documents] = [0, 0, 0];
		for (const verification of this.verifications.values()) {
			claims += verification.claims;
			proved += verification.proved;
			if (verification.file !== null) documents += 1;
		}
		const unproved = this.unproved.size;
		return { claims, proved, unproved, unchecked: claims - proved - unproved, documents };
	}

	/** A paragraph of a document, cut into runs at its proved passages; null where its words may not be shown. */
	runs(source: string, paragraph: number): Run[] | null {
		const document = this.#documents.get(source);
		if (!document) return null;
		const text = document.paragraphs[paragraph - 1];
		if (text === undefined) return [];
		const proved = (document.claimsOfParagraph.get(paragraph) ?? []).filter(({ id }) => !this.unproved.has(id));
		return runsOf(
			text,
			proved.map(({ id, selector }) => ({ claim: id, ...selector })),
			document.meaningsOfParagraph.get(paragraph)
		);
	}

	/** What words of a claim's passage mean, where the document still says so; none where its words may not be shown. */
	meanings(claim: Claim): (Omit<Meaning, 'about'> & { features: string[] })[] {
		const document = this.#documents.get(claim.source);
		if (!document) return [];
		return antecedentsOf(claim).flatMap(({ antecedent: { words, meaning, remark }, features }) => {
			const text = verifiedTextAt(document.paragraphs, meaning);
			if (text === null) return [];
			return [{ words, features, paragraph: meaning.paragraph, text, ...(remark !== undefined && { remark }) }];
		});
	}

	/** A claim's place in its document; null where its words may not be shown. */
	neighbours({ id, source }: Pick<Claim, 'id' | 'source'>): Neighbours | null {
		const document = this.#documents.get(source);
		const number = document?.numbers.get(id);
		if (!document || number === undefined) return null;
		const { claims } = document;
		return {
			number: number + 1,
			of: claims.length,
			previous: claims[number - 1]?.id ?? null,
			next: claims[number + 1]?.id ?? null
		};
	}

	/** The language of a document as its record has it, a BCP 47 tag; null where it is not known. */
	language(source: string): string | null {
		return this.#documents.get(source)?.language ?? null;
	}

	/** The publisher's address of a document, leading to a claim's passage; null where either is not known. */
	original({ id, source, selector }: Claim): string | null {
		const document = this.#documents.get(source);
		if (!document || document.url === null || this.unproved.has(id)) return null;
		const directive = textDirective(document.paragraphs, selector);
		return directive === null ? document.url : withTextDirective(document.url, directive);
	}

	/** What an operator wants to know: one line, one for each thing that is wrong, and one for files that are no document. */
	report(): string {
		const { claims, proved, unproved, unchecked, documents } = this.totals;
		const sum = `Documents: ${documents} of ${this.verifications.size} at hand. Claims: ${proved} of ${claims} proved, ${unproved} not proved, ${unchecked} not looked up.`;
		const lines = [sum, ...this.issues.map((issue) => issueLine(issue)), ...strayLines(this.strays)];
		return lines.map((line) => `${line}\n`).join('');
	}
}

/** How many files that are no document are named. */
const MOST_STRAYS = 10;

function strayLines(strays: readonly string[]): string[] {
	if (strays.length === 0) return [];
	const more = strays.length - MOST_STRAYS;
	const named = strays.slice(0, MOST_STRAYS).map((file) => JSON.stringify(file));
	return [`Documents: No source has the fingerprint of ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

function issueLine({ file, path, message, remedy, rule }: Issue): string {
	return `Documents: ${file === '' ? '' : `${file} ${path}: `}${message} ${remedy} [${rule}]`;
}

/** Finds the documents in the folder that the settings name, and holds every claim of the dataset against them. */
export async function openDocuments(
	{ sources, claims: all }: Pick<Dataset, 'sources' | 'claims'>,
	{ sourcesFolder, sourceText }: { sourcesFolder: string | null; sourceText: SourceText }
): Promise<SourceDocuments> {
	const claimsOf = new Map<string, Claim[]>(sources.map(({ id }) => [id, []]));
	for (const claim of all) claimsOf.get(claim.source)?.push(claim);
	const found = sourcesFolder === null ? noDocuments() : await readDocuments(sources, sourcesFolder);
	const { files, texts, others } = found;
	const paragraphs = new Map([...texts].map(([source, text]) => [source, paragraphsOf(text)]));
	const proofs = proveClaims(sources, all, paragraphs);

	const verifications = new Map<string, DocumentVerification>();
	const documents = new Map<string, ReadableDocument>();
	for (const { id, record } of sources) {
		const claims = inReadingOrder(claimsOf.get(id) ?? []);
		const proved = claims.filter((claim) => proofs.proved.has(claim.id)).length;
		verifications.set(id, {
			file: files.get(id) ?? null,
			other: others.get(id) ?? null,
			claims: claims.length,
			proved
		});
		const text = paragraphs.get(id);
		if (text) documents.set(id, readableDocument(text, claims, record));
	}
	return new SourceDocuments(
		sourceText,
		verifications,
		proofs,
		[...found.issues, ...proofs.issues, ...proofs.unproved.values()],
		found.strays,
		documents
	);
}

function readableDocument(
	paragraphs: readonly string[],
	claims: readonly Claim[],
	record: { URL?: string; language?: string }
): ReadableDocument {
	const claimsOfParagraph = new Map<number, Claim[]>();
	for (const claim of claims) {
		const { paragraph } = claim.selector;
		const others = claimsOfParagraph.get(paragraph);
		if (others) others.push(claim);
		else claimsOfParagraph.set(paragraph, [claim]);
	}
	const meaningsOfParagraph = new Map<number, Span[]>();
	for (const claim of claims) {
		for (const { antecedent } of antecedentsOf(claim)) {
			const { paragraph, start, end } = antecedent.meaning;
			if (verifiedTextAt(paragraphs, antecedent.meaning) === null) continue;
			const span = { claim: claim.id, start, end };
			meaningsOfParagraph.set(paragraph, [...(meaningsOfParagraph.get(paragraph) ?? []), span]);
		}
	}
	return {
		paragraphs,
		claims,
		numbers: new Map(claims.map(({ id }, index) => [id, index])),
		claimsOfParagraph,
		meaningsOfParagraph,
		url: record.URL ?? null,
		language: record.language ?? null
	};
}

/** What stands at a selector, where that is what it was made for; null otherwise. */
function verifiedTextAt(paragraphs: readonly string[], selector: Selector): string | null {
	const text = passageAt(paragraphs, selector);
	return text !== null && fingerprint(text) === selector.sha256 ? text : null;
}
