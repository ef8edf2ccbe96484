import type { Source } from '$lib/domain/source';
import type { CitedClaim } from '$lib/engine/cited-claim';

/** One paragraph of a source: the claims that rest on it, or why none does. */
export interface ReadParagraph {
	paragraph: number;
	notes: CitedClaim[];
	/** Why no claim rests on it; null where one does. */
	why: string | null;
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
