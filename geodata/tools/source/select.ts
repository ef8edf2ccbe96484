import { readDocuments } from '$lib/ingest/document-files';
import { paragraphsOf, selectorOf } from '$lib/ingest/passage-text';
import { readDraft } from '$lib/ingest/read';
import type { Selector } from '$lib/domain/selector';

/**
 * Prints the selector of words in a paragraph of a source's document, as JSON; the exit code is 1, with the reason, where
 * they do not stand there exactly once.
 */
export async function select(
	folder: string,
	sources: string,
	[id, paragraph, words]: readonly [string, string, string]
): Promise<number> {
	const selector = await find(folder, sources, id, paragraph, words);
	if (typeof selector === 'string') {
		console.error(selector);
		return 1;
	}
	console.log(JSON.stringify(selector, null, 2));
	return 0;
}

/** The selector, or why there is none. */
async function find(
	folder: string,
	sources: string,
	id: string,
	paragraph: string,
	words: string
): Promise<Selector | string> {
	const draft = await readDraft(folder);
	if (draft === null) return `${folder} is no data folder. Name one with --data or GEODATA_DIR.`;
	const source = draft.sources.find(({ value }) => value.id === id)?.value;
	if (!source) {
		const known = draft.sources.map(({ value }) => value.id).join(', ');
		return `There is no source “${id}” whose record can be read. There are: ${known || 'none'}.`;
	}
	const { texts, issues } = await readDocuments([source], sources);
	const text = texts.get(id);
	if (text === undefined) {
		const [issue] = issues;
		if (issue) return `${issue.message} ${issue.remedy}`;
		return `No file in ${sources} has the fingerprint of the document of “${id}”. Name its folder with --sources or SOURCES_DIR.`;
	}
	const paragraphs = paragraphsOf(text);
	const number = /^\d{1,9}$/.test(paragraph) ? Number(paragraph) : 0;
	const stretch = paragraphs[number - 1];
	if (stretch === undefined) return `“${paragraph}” is no paragraph of the document: it has 1 to ${paragraphs.length}.`;

	const passage = asPrinted(stretch, words.normalize('NFC').trim());
	const selector = selectorOf(paragraphs, number, passage);
	if (selector) return selector;
	if (passage === '') return 'Give the words that the claim rests on.';
	const times = stretch.split(passage).length - 1;
	if (times > 1) return `The words stand ${times} times in paragraph ${number}. Give more of them.`;
	return `The words do not stand in paragraph ${number}, which is:\n${stretch}`;
}

/** The words as the paragraph prints them, where only quotation marks, dashes or spaces are typed in another way. */
function asPrinted(paragraph: string, words: string): string {
	if (paragraph.includes(words)) return words;
	const at = typed(paragraph).indexOf(typed(words));
	return at < 0 ? words : paragraph.slice(at, at + words.length);
}

/** One character for each. */
function typed(text: string): string {
	return text
		.replaceAll(/[‘’ʼ`´]/g, "'")
		.replaceAll(/[“”„«»]/g, '"')
		.replaceAll(/[‐‑–—]/g, '-')
		.replaceAll(/\s/g, ' ');
}
