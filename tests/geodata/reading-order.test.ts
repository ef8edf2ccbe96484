import { describe, expect, test } from 'vitest';
import { baseLetters, reordered } from '../../geodata/tools/source/pdf/order';
import { raised } from '../../geodata/tools/source/raised';
import { faultOf } from '../../geodata/tools/source/soundness';

/** As a line from right to left is printed, from left to right; the numbers and words in it stand as they are read. */
describe.each([
	['.2024 רבמצדב 16-ב', 'ב-16 בדצמבר 2024.'],
	['(NATO) תירבה', 'הברית (NATO)'],
	['.75% שרושו 1,200 ורזח', 'חזרו 1,200 ושורש 75%.'],
	['%75 ةبسن', 'نسبة 75%'],
	['16-12-2024 يف', 'في 2024-12-16'],
	['.14:30 ةعاس', 'ساعة 14:30.'],
	['Il-76 ةرئاط', 'طائرة Il-76'],
	['۳٫۵ نویلیم ۱٬۲۰۰', '۱٬۲۰۰ میلیون ۳٫۵']
])('%j', (printed, read) => {
	test(`is read as ${read}`, () => {
		expect(reordered(printed, true, true)).toBe(read);
	});
});

test('a line from left to right has each stretch of the other direction turned by itself', () => {
	expect(reordered('the paper (نطولا) of سوطرط', false, true)).toBe('the paper (الوطن) of طرطوس');
});

test.each([
	['ﻗﺎﻟﺖ', 'قالت'],
	['اﻟﺴﻼم', 'السلام'],
	['ﺳﻪﺷﻨﺒﻪ', 'سه\u200cشنبه'],
	['oﬃcers of the ﬁnal', 'officers of the final']
])('%s is written in the letters of every place', (forms, letters) => {
	expect(baseLetters(forms)).toBe(letters);
});

test.each([
	['They counted 24', '2', ' ships', '', true],
	['In 2019', '1', ' the lease', '', true],
	['about 10', '5', ' men', '^5', false],
	['some 24 km', '2', ' of land', '²', false],
	['at 10', '−3', '', '^-3', false],
	['the 19', 'th', ' century', 'th', false],
	['M', 'me', ' Curie', 'me', false],
	['said.', '[4]', '', '', true],
	['Moscow', '*', ' by air', '', true],
	['with 2', '1', '/2 docks', ' 1', false],
	['at 36', 'o', 'N', '°', false],
	['', '1', 'See the report', '1 ', false],
	['at 9', 'h', '30', 'h', false],
	['du XIX', 'e', ' siècle', 'e', false],
	['le D', 'r', ' Martin', 'r', false],
	['de Tartous', 'a', '', '', true],
	['in 2019', 'a', ' and', '', true]
])('after “%s”, the raised “%s” before “%s” is “%s”', (before, mark, after, text, isNote) => {
	expect(raised(before, mark, after)).toEqual({ text, isNote });
});

test.each([
	'Ã©tÃ©',
	'nobodyâ€™s',
	'Ð¢Ð°Ñ€Ñ‚ÑƒÑ',
	'Ø·Ø±Ø·ÙˆØ³',
	'РњРёРЅРёСЃС‚РµСЂ',
	'a\ufffdb',
	'a\u0093b',
	'лХМХЯРЕПЯРБН яХПХХ'
])('“%s” is not what was written', (text) => {
	expect(faultOf([text])).toMatch(/./);
});

test.each([
	'“CAFÉ”, “TROMSØ”…',
	'NÃO, MANHÃ',
	'l’été à Orléans',
	'ÇA',
	'İstanbul’da',
	'СССР и РСФСР',
	'çağrı',
	'25 °C ± 2',
	'¿Qué? ¡Así!',
	'naïve façade',
	'Ærø',
	'McDonald',
	'iPhone',
	'Größe'
])('“%s” is sound', (text) => {
	expect(faultOf([text])).toBeNull();
});
