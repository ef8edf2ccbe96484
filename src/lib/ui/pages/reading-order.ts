import type { Claim } from '$lib/domain/claim';
import type { Source } from '$lib/domain/source';
import type { CitedClaim } from '$lib/query/cited';

/** One paragraph of a source: the claims that rest on it, or why none does. */
export interface ReadParagraph {
	paragraph: number;
	notes: CitedClaim[];
	/** Why no claim rests on it; null where one does. */
	why: string | null;
}

/** Claims of one source in the order in which their passages stand in it. */
export function inReadingOrder(claims: readonly Claim[]): Claim[] {
	return [...claims].sort(
		({ selector: a }, { selector: b }) => a.paragraph - b.paragraph || a.start - b.start || a.end - b.end
	);
}

/** Every paragraph of a source that is accounted for, in order; `notes` are its claims in reading order. */
export function paragraphsOf({ unmapped }: Pick<Source, 'unmapped'>, notes: readonly CitedClaim[]): ReadParagraph[] {
	const paragraphs = new Map<number, ReadParagraph>(
		unmapped.map(({ paragraph, why }) => [paragraph, { paragraph, notes: [], why }])
	);
	for (const note of notes) {
		const read = paragraphs.get(note.paragraph);
		if (read) read.notes.push(note);
		else paragraphs.set(note.paragraph, { paragraph: note.paragraph, notes: [note], why: null });
	}
	return [...paragraphs.values()].sort((a, b) => a.paragraph - b.paragraph);
}
