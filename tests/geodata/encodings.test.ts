import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { UnreadableDocument } from '../../geodata/tools/source/document';
import { readBytes } from '../../geodata/tools/source/read';

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const CYRILLIC = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';

/** The commonest encodings, as iconv-lite and the Encoding Standard name them, with letters that each can write. */
const ENCODINGS: readonly [label: string, letters: string, encode?: string][] = [
	['utf-8', `${LATIN}éüßğışöçñабвгдежزحطي漢字仮名한글`],
	['windows-1252', `${LATIN}${LATIN}éèàçüöäñ`],
	['iso-8859-1', `${LATIN}${LATIN}éèàçüöäñ`],
	['windows-1251', CYRILLIC],
	['koi8-r', CYRILLIC],
	['windows-1256', 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةى'],
	['windows-1255', 'אבגדהוזחטיכלמנסעפצקרשתםןךףץ'],
	['windows-1254', `${LATIN}ğışöçü`],
	['iso-8859-2', `${LATIN}ąćęłńóśźż`],
	['shift_jis', 'あいうえおかきくけこ港湾局船舶国防省発表'],
	['gb18030', '港务局表示两艘渡轮星期一离开了旧码头没有人知道'],
	['euc-kr', '항만사무소는월요일에여객선두척이옛부두를떠났다'],
	['big5', '港務局表示兩艘渡輪星期一離開了舊碼頭沒有人知道']
];

/** A sentence of words, the first of them with a capital letter where its alphabet has some. */
function sentences(letters: string) {
	const word = fc
		.array(fc.constantFrom(...Array.from(letters)), { minLength: 2, maxLength: 9 })
		.map((all) => all.join(''));
	return fc
		.array(word, { minLength: 10, maxLength: 25 })
		.map((words) => words.join(' '))
		.map((text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`);
}

/** The paragraphs that are read; null where the file is refused in a sentence. */
async function paragraphsOf(name: string, bytes: Uint8Array, wanted?: string): Promise<string[] | null> {
	try {
		return (await readBytes(name, bytes, { wanted })).paragraphs;
	} catch (error) {
		expect(error).toBeInstanceOf(UnreadableDocument);
		return null;
	}
}

/** Holds what is read to what was written, and answers the part that is read rather than refused. */
async function partRead(letters: string, read: (text: string) => Promise<string[] | null>): Promise<number> {
	let [all, right] = [0, 0];
	await fc.assert(
		fc.asyncProperty(sentences(letters), async (text) => {
			const paragraphs = await read(text);
			all++;
			if (paragraphs === null) return;
			right++;
			expect(paragraphs).toEqual([text]);
		}),
		{ seed: 11, numRuns: 60 }
	);
	return right / all;
}

describe.each(ENCODINGS)('a text in %s', (label, letters) => {
	const page = (text: string, meta: string) =>
		iconv.encode(
			`<html><head>${meta}<title>x</title></head><body><article><p>${text}</p></article></body></html>`,
			label
		);

	test('is read as it was written where a page declares it, or refused', async () => {
		const part = await partRead(letters, (text) => paragraphsOf('a.html', page(text, `<meta charset=${label}>`)));
		expect(part).toBeGreaterThan(0.9);
	});

	test('is read as it was written where a person names it, or refused', async () => {
		const part = await partRead(letters, (text) => paragraphsOf('a.txt', iconv.encode(text, label), label));
		expect(part).toBeGreaterThan(0.9);
	});

	test('is never altered where nobody names it', async () => {
		await partRead(letters, (text) => paragraphsOf('a.txt', iconv.encode(text, label)));
		await partRead(letters, (text) => paragraphsOf('a.html', page(text, '')));
	});

	test('is never altered where a page declares UTF-8', async () => {
		await partRead(letters, (text) => paragraphsOf('a.html', page(text, '<meta charset=utf-8>')));
	});
});

// A text of another alphabet shows that its declaration is wrong; one of the same alphabet may be taken for right.
test.each([
	[
		'windows-1251',
		'windows-1252',
		'Министерство обороны сообщило, что последняя колонна покинула базу в Тартусе до рассвета.'
	],
	[
		'windows-1251',
		'koi8-r',
		'Министерство обороны сообщило, что последняя колонна покинула базу в Тартусе до рассвета.'
	],
	[
		'koi8-r',
		'windows-1251',
		'Министерство обороны сообщило, что последняя колонна покинула базу в Тартусе до рассвета.'
	],
	['windows-1256', 'windows-1252', 'قالت الوزارة يوم الثلاثاء إن آخر قافلة غادرت القاعدة البحرية في طرطوس قبل الفجر.'],
	['windows-1256', 'windows-1251', 'قالت الوزارة يوم الثلاثاء إن آخر قافلة غادرت القاعدة البحرية في طرطوس قبل الفجر.'],
	['windows-1255', 'windows-1252', 'השיירה האחרונה עזבה את הבסיס בטרטוס לפני עלות השחר, כך נמסר.'],
	['shift_jis', 'windows-1252', '国防省は、最後の車列がタルトゥースの基地を離れたと発表した。'],
	['gb18030', 'windows-1251', '国防部表示，最后一支车队已离开塔尔图斯基地，没有人知道他们何时回来。'],
	['euc-kr', 'windows-1252', '국방부는 마지막 호송대가 타르투스 기지를 떠났다고 밝혔다.'],
	['utf-8', 'windows-1252', 'Le ministère a déclaré que le dernier convoi avait quitté la base.'],
	['utf-8', 'windows-1251', 'Министерство обороны сообщило, что последняя колонна покинула базу.'],
	['utf-8', 'windows-1256', 'قالت الوزارة يوم الثلاثاء إن آخر قافلة غادرت القاعدة البحرية.']
])('a page in %s that declares %s is refused', async (label, declared, text) => {
	const page = iconv.encode(`<html><meta charset=${declared}><body><p>${text}</p><p>${text}</p></body></html>`, label);
	await expect(readBytes('a.html', page)).rejects.toThrow(/--encoding|wrong encoding/);
	expect((await readBytes('a.html', page, { wanted: label })).paragraphs).toEqual([text, text]);
});

test.each(['utf-8', 'utf-16le', 'utf-16be'])(
	'a text in %s with a byte order mark is read as it was written',
	async (label) => {
		const part = await partRead(`${LATIN}${CYRILLIC}漢字한글`, (text) =>
			paragraphsOf('a.txt', iconv.encode(text, label, { addBOM: true }))
		);
		expect(part).toBe(1);
	}
);

test('a name that no encoding has is refused with some that there are', async () => {
	await expect(readBytes('a.txt', new TextEncoder().encode('Words.'), { wanted: 'latin-99' })).rejects.toThrow(
		'“latin-99” is no encoding that is known.'
	);
});
