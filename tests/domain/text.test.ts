import { describe, expect, it } from 'vitest';
import { fold, wordsOf } from '$lib/domain/text';

describe('fold', () => {
	it.each([
		['Ḥmeimīm', 'hmeimim'],
		['Erdoğan', 'erdogan'],
		['İstanbul', 'istanbul'],
		['Diyarbakır', 'diyarbakir'],
		['Хмеймим', 'хмеимим'],
		['أَحْمَد', 'احمد'],
		['طـرطـوس', 'طرطوس'],
		['حمیمیم', 'حميميم']
	])('%s is compared as %s', (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	it('makes two spellings of one word the same', () => {
		expect(fold('اللاذقية')).toBe(fold('اللاذقيه'));
	});
});

describe('wordsOf', () => {
	it('keeps letters and digits of every script, and drops the rest', () => {
		expect(wordsOf('“Tartus” (طرطوس), 250 million; O’Neill’s')).toEqual([
			'tartus',
			'طرطوس',
			'250',
			'million',
			'oneills'
		]);
	});

	it('gives nothing for a text without words', () => {
		expect(wordsOf(' — … ')).toEqual([]);
	});
});
