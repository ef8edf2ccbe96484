import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fingerprint, paragraphsOf } from '$lib/ingest/passage-text';
import { readDraft } from '$lib/ingest/read';
import type { Source } from '$lib/domain/source';
import { fold } from '$lib/domain/text';
import { asWritten } from '../as-written';
import { clipped, type DocumentRead, UnreadableDocument } from './document';
import { kept } from './keep';
import { previewOf } from './preview';
import { readDocument } from './read';
import { type Recognised, recogniser } from './recognise';

/** The longest document that is written, in bytes: the server takes no larger one. */
const MAX_TEXT = 10_000_000;

/** What may be an id, as geodata/schema has it. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const WORDS_IN_ID = 6;

/** What a person asks of `add-source`. */
export interface Wishes {
	/** The id of the source; else one is made of its title. */
	id?: string | undefined;
	/** The encoding that the file is in, whatever it says itself. */
	encoding?: string | undefined;
	/** The numbers of what is left out that is to be kept, or "all". */
	keep?: string | undefined;
	/** Whether nothing is written. */
	isPreview?: boolean | undefined;
}

/**
 * Reads a document, says what it read and what it left out, writes the paragraphs as a document into `sources` and a source
 * without claims into the data in `folder`, and prints what it recognises in each paragraph; the exit code is 1 where that
 * cannot be.
 */
export async function addSource(folder: string, sources: string, file: string, wishes: Wishes = {}): Promise<number> {
	try {
		await add(folder, sources, file, wishes);
		return 0;
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		if (!(error instanceof UnreadableDocument) && code === undefined) throw error;
		console.error(error instanceof UnreadableDocument ? error.message : `${file}: ${String(error)}`);
		return 1;
	}
}

async function add(folder: string, sources: string, file: string, wishes: Wishes): Promise<void> {
	const draft = await readDraft(folder);
	if (draft === null) throw new UnreadableDocument(`${folder} is no data folder. Name one with --data or GEODATA_DIR.`);
	const read = await readDocument(file, { wanted: wishes.encoding });
	const whole = kept(read, wishes.keep);
	const { paragraphs, stated } = whole;
	const text = textOf(paragraphs);
	const [ofFile, ofText] = [fingerprint(read.bytes), fingerprint(text)];
	const same = draft.sources.find(({ value }) => [ofFile, ofText].includes(value.document.sha256));
	if (same) throw new UnreadableDocument(`The source “${same.value.id}” is this document already.`);
	const id = wishes.id ?? idFor(stated, file);
	if (!ID.test(id)) {
		throw new UnreadableDocument(`“${id}” is no id: small letters, digits and hyphens. Give one with --id.`);
	}
	if (draft.ids.source.has(id)) {
		throw new UnreadableDocument(`There is a source “${id}” already. Give this one an id of its own with --id.`);
	}
	console.log(previewOf(file, whole));
	// The file itself where it lies among the documents and is what was read; else a text with a paragraph to a line.
	const isPlaced =
		resolve(dirname(file)) === resolve(sources) && textOf(paragraphsOf(new TextDecoder().decode(read.bytes))) === text;
	if (!isPlaced && Buffer.byteLength(text) > MAX_TEXT) {
		throw new UnreadableDocument(`${file} has more than ${MAX_TEXT} bytes of text.`);
	}
	const document = {
		file: isPlaced ? basename(file) : `${id}.txt`,
		sha256: isPlaced ? ofFile : ofText,
		paragraphs: paragraphs.length
	};
	const place = join(sources, document.file);
	const path = join(folder, 'sources', `${id}.json`);
	if (wishes.isPreview === true) {
		console.log(`\nNothing is written yet. Without --preview, ${place} and ${path} are.`);
		return;
	}
	if (!isPlaced) await writeDocument(place, text);

	const source: Source & { claims: []; $schema?: string } = {
		...(existsSync(join(folder, 'schema', 'source.schema.json')) && { $schema: '../schema/source.schema.json' }),
		id,
		title: stated.title ?? `[${basename(file)}]`,
		record: { id, ...stated },
		document,
		claims: [],
		unmapped: []
	};
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, await asWritten(source), { flag: 'wx' });
	console.log(report(path, place, source, paragraphs, recogniser(draft)));
}

/** Paragraphs as the document that is written of them. */
function textOf(paragraphs: readonly string[]): string {
	return `${paragraphs.join('\n')}\n`;
}

async function writeDocument(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	if (!existsSync(path)) await writeFile(path, text, { flag: 'wx' });
	else if ((await readFile(path, 'utf8')) !== text) {
		throw new UnreadableDocument(`${path} is there already and says something else. Move it, or give another --id.`);
	}
}

/** An id from the title and the date, else from the file's name. */
function idFor({ title, issued }: DocumentRead['stated'], file: string): string {
	const name = basename(file, extname(file));
	const [date = []] = issued?.['date-parts'] ?? [];
	const words = slug(title ?? name).slice(0, WORDS_IN_ID);
	const known = words.length > 0 ? words : slug(name);
	return [...known, ...date.map((part) => String(part).padStart(2, '0'))].join('-') || 'source';
}

function slug(text: string): string[] {
	return fold(text.replaceAll(/['’]/g, '')).match(/[a-z0-9]+/g) ?? [];
}

function report(
	path: string,
	document: string,
	{ id, record }: Source,
	paragraphs: readonly string[],
	recognise: (text: string) => Recognised[]
): string {
	const known = Object.entries(record).filter(([member]) => member !== 'id');
	return [
		'',
		`The document: ${document}, ${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`,
		`The source:   ${path}, without claims`,
		'',
		'What the document states of itself; correct it, and add only what is known:',
		...known.map(([member, value]) => `  ${member}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
		'',
		'What is recognised by its spelling, paragraph by paragraph. These are suggestions: a claim is what you read there.',
		...paragraphs.flatMap((text, index) => ['', `${index + 1}  ${clipped(text, 76)}`, ...suggestions(recognise(text))]),
		'',
		'For each claim, select the words that it rests on:',
		`  npm run geodata -- select ${id} 1 "words of the paragraph"`,
		'A paragraph that says nothing of a place goes to "unmapped", with the reason. npm run geodata -- check says what is left.'
	].join('\n');
}

function suggestions(found: readonly Recognised[]): string[] {
	if (found.length === 0) return ['   nothing that the atlas knows'];
	return (['place', 'agent', 'topic'] as const).flatMap((kind) => {
		const own = found.filter((one) => one.kind === kind);
		const words = own.map(({ id, spellings }) => `${id} (${spellings.join(', ')})`);
		return own.length === 0 ? [] : [`   ${kind}${own.length === 1 ? '' : 's'}: ${words.join(', ')}`];
	});
}
