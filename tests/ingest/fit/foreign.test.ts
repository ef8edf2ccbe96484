import { describe, expect, test } from 'vitest';
import { foreignFindings, isForeign, latinDigits } from '$lib/ingest/fit/foreign';
import type { Ground } from '$lib/ingest/fit/ground';
import { groundOf } from './ground';

const KNOWN = [['Northern Quay', 'Северный причал', 'الرصيف الشمالي']];

function found(passage: string, language: string, claim: string, more: Partial<Ground> = {}): string[] {
	const ground = groundOf(latinDigits(passage), { language, known: KNOWN, ...more });
	return foreignFindings(claim, ground).map(({ rule, words }) => `${rule} ${words}`);
}

describe('a passage in another language', () => {
	test('is known by what its source says, else by its script', () => {
		expect(isForeign('Le quai est vide.', 'fr')).toBe(true);
		expect(isForeign('The quay is empty.', 'en-GB')).toBe(false);
		expect(isForeign('The quay is empty.', undefined)).toBe(false);
		expect(isForeign('Причал пуст.', undefined)).toBe(true);
	});

	test('is compared by its digits, in whatever script', () => {
		expect(found('На причале стоят 12 судов.', 'ru', 'Twelve or 12 ships lie there.')).toEqual([]);
		expect(found('На причале стоят 12 судов.', 'ru', '13 ships lie there.')).toEqual(['claim-number 13']);
		expect(found('غادرت ١٢ سفينة', 'ar', '12 ships left.')).toEqual([]);
		expect(found('غادرت ١٢ سفينة', 'ar', '21 ships left.')).toEqual(['claim-number 21']);
		expect(found('1.200 Schiffe liefen aus.', 'de', '1,200 ships left.')).toEqual([]);
	});

	test('is compared by its dates, in its own words for months', () => {
		expect(found('Это было 8 декабря 2024 года.', 'ru', 'It was on 8 December 2024.')).toEqual([]);
		expect(found('Это было 8 декабря 2024 года.', 'ru', 'It was on 9 December 2024.')).toEqual([
			'claim-date 9 December 2024'
		]);
		expect(found('C’était en février 2025.', 'fr', 'It was in January 2025.')).toEqual(['claim-date January 2025']);
	});

	test('is compared by names with a known spelling, declined ones too, and those of countries', () => {
		expect(found('Суда ушли от Северного причала.', 'ru', 'Ships left the Northern Quay.')).toEqual([
			'claim-name Northern Quay'
		]);
		expect(found('Северный причал пуст.', 'ru', 'The Northern Quay is empty.')).toEqual([]);
		expect(found('Суда ушли из Норвегии.', 'ru', 'Ships left Norway.')).toEqual([]);
		expect(found('Суда ушли из Норвегии.', 'ru', 'Ships left Sweden.')).toEqual(['claim-name Sweden']);
	});
});
