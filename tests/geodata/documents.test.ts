import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LeftOut } from '../../geodata/tools/source/document';
import { readBytes } from '../../geodata/tools/source/read';

const FOLDER = 'tests/fixtures/documents';

/** What a file is read as, whole; or the sentence that refuses it. */
interface Expected {
	refused?: string;
	paragraphs?: string[];
	stated?: object;
	leftOut?: LeftOut[];
	remarks?: string[];
	encoding?: string;
}

const EXPECTED = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Record<string, Expected>;
const FILES = readdirSync(FOLDER).filter((name) => name !== 'expected.json');

async function outcomeOf(name: string): Promise<Expected> {
	try {
		const read = await readBytes(name, new Uint8Array(readFileSync(join(FOLDER, name))));
		const { paragraphs, stated, leftOut, remarks, encoding } = read;
		return {
			paragraphs,
			stated,
			...(leftOut.length > 0 && { leftOut }),
			...(remarks.length > 0 && { remarks }),
			...(encoding && { encoding: encoding.name })
		};
	} catch (error) {
		return { refused: (error as Error).message };
	}
}

test('every file has its expected value', () => {
	expect(Object.keys(EXPECTED).sort()).toEqual([...FILES].sort());
});

test.each(FILES)('%s is read as it was written, or refused with its reason', async (name) => {
	expect(await outcomeOf(name)).toEqual(EXPECTED[name]);
});

// What a reader must find, and must never find, whatever the whole is.
describe.each<[name: string, says: (string | RegExp)[], never: (string | RegExp)[]]>([
	['html-1251-meta-after-1kb.html', ['Министерство сообщило'], ['\ufffd']],
	['html-arabic-1256-no-meta.html', [/refused.*windows-1256/], ['\ufffd']],
	['html-latin1-no-meta.html', [/refused.*windows-1252.*Café/], ['\ufffd']],
	['html-utf16-bom.html', ['The ministry said on Tuesday'], ['\0']],
	['html-says-utf16-is-utf8.html', ['The ministry said on Tuesday'], []],
	['html-says-1252-is-utf8-bom.html', ['the last “convoy” had left'], ['â€']],
	['html-linked-paragraph.html', ['On Friday the defence ministry denied that the ships had been asked to leave'], []],
	['html-lead-in-header.html', ['Russia has moved the last of its armour'], []],
	[
		'html-correction-del-ins.html',
		['The base is closed, the mayor said. Two ships were seen.'],
		['open closed', 'Twelve Two']
	],
	['html-footnote-superscript.html', ['In 2019 there were 10^5 men and 24 ships.'], ['242', '20191', '105 men']],
	[
		'html-inline-image-in-sentence.html',
		['The governor wrote that the base is closed, the SDF said, and the quay too, 5 men, Tiger brigade, end.'],
		[]
	],
	['html-jsonld-two-authors.html', ['{"literal":"Jane Roe"},{"literal":"John Doe"}'], []],
	['html-hidden-text.html', ['He said the base was closed. H2O; 10^5 men; 漢(kan).'], ['hidden']],
	['html-saved-no-extension', ['The ministry said on Tuesday', 'https://paper.example/convoy'], ['<p>']],
	['mail.eml', ['"The convoy left Tartus."'], ['VGhl']],
	['statement.rtf', [/refused.*RTF/], ['\\par']],
	[
		'pdf-arabic.pdf',
		['قالت الوزارة يوم الثلاثاء', 'في 16 ديسمبر 2024، وإن الاتصالات مستمرة.', '(Hmeimim)'],
		[/[\ufb50-\ufdff\ufe70-\ufefc]/]
	],
	['pdf-hebrew.pdf', ['ב-16 בדצמבר 2024.'], ['.2024']],
	[
		'pdf-hyphenated-compounds.pdf',
		[
			'Russian-backed',
			'anti-aircraft',
			'so-called',
			'cease-fire',
			'north-eastern',
			'20-year',
			'pro-Assad',
			'https://ex.org/long-path and',
			'military'
		],
		['longpath', 'pro- Assad']
	],
	['pdf-footnote-superscript.pdf', ['They counted 24 ships', 'In 2019 the lease'], ['242', '20191']],
	['pdf-scanned-page-between.pdf', ['Page 2 has no text'], []],
	['pdf-scanned-with-page-numbers.pdf', [/refused.*is a picture/], []],
	[
		'pdf-footers-across-pages.pdf',
		['told of the movements in advance and had not objected to them.'],
		['Page 1 of 3 had', 'Page 2 of 3 ']
	]
])('%s', (name, says, never) => {
	test('has what a reader saw, and nothing that was never there', async () => {
		const outcome = await outcomeOf(name);
		for (const words of says) expect(JSON.stringify(outcome)).toMatch(words);
		const stored = outcome.refused ?? outcome.paragraphs?.join('\n') ?? '';
		for (const words of never) expect(stored).not.toMatch(words);
	});
});
