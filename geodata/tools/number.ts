import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { featureIdOf } from '$lib/ingest/form';
import { claimsInOrder, readDraft } from '$lib/ingest/read';
import { appended, type NoteOrder } from '$lib/domain/note-number';
import { asWritten } from './as-written';

const FILE = 'notes.json';

/**
 * Gives a number to every note that has none, after those of its feature that have one, in the order of the sources, and
 * says how many. The exit code is 1 where a file of the folder is not as it should be: nothing is written then.
 */
export async function number(folder: string): Promise<number> {
	const draft = await readDraft(folder);
	const file = join(folder, FILE);
	const text = await readFile(file, 'utf8').catch(() => null);
	if (!draft?.sourcesSound || !draft.known.feature || (text !== null && draft.noteOrder === null)) {
		const what = draft === null ? 'is no folder that can be read' : 'has a file that is not as it should be';
		console.error(`${folder} ${what}. Nothing was numbered; npm run geodata -- check says what is wrong.`);
		return 1;
	}
	const before = draft.noteOrder?.value ?? {};
	const notes = appended(
		before,
		claimsInOrder(draft).map(({ value: { id, about } }) => ({
			id,
			about: about.map(featureIdOf).filter((feature) => draft.ids.feature.has(feature))
		}))
	);
	const added = countOf(notes) - countOf(before);
	if (added > 0) {
		const members = text === null ? { $schema: `schema/notes.schema.json` } : (JSON.parse(text) as object);
		await writeFile(file, await asWritten({ ...members, notes }));
	}
	console.log(`${file}: ${added} ${added === 1 ? 'note is' : 'notes are'} new, of ${countOf(notes)}.`);
	return 0;
}

function countOf(order: NoteOrder): number {
	return Object.values(order).reduce((sum, { length }) => sum + length, 0);
}
