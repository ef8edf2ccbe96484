import { beforeAll, describe, expect, test } from 'vitest';
import { readDataset } from '$lib/ingest/read';
import type { Dataset } from '$lib/domain/dataset';
import { properNames, searchHelps } from '$lib/domain/feature';
import { wordsOf } from '$lib/domain/text';
import { TextIndex } from '$lib/engine/search';

let dataset: Dataset;
let index: TextIndex;

beforeAll(async () => {
	const reading = await readDataset('geodata');
	if (!reading.dataset) throw new Error('geodata breaks a rule');
	dataset = reading.dataset;
	index = new TextIndex(dataset);
});

/** The features whose names have every word of a text. */
function found(text: string): string[] {
	const hits = index.find(text) ?? [];
	return dataset.features
		.filter((_, number) => hits.every(({ features }) => features[number] === 1))
		.map(({ id }) => id);
}

describe('what people type finds the place', () => {
	test.each([
		['Homs', 'homs-fertilizer-plant'],
		['Hims', 'homs-fertilizer-plant'],
		['Ḥimṣ', 'homs-fertilizer-plant'],
		['حمص', 'homs-fertilizer-plant'],
		['Хомс', 'homs-fertilizer-plant'],
		['Tadmor', 'palmyra-hydrocarbon-fields'],
		['Palmyra', 'palmyra-hydrocarbon-fields'],
		['تدمر', 'palmyra-hydrocarbon-fields'],
		['Пальмира', 'palmyra-hydrocarbon-fields'],
		['Hmeymim', 'hmeimim-air-base'],
		['Khmeymim', 'hmeimim-air-base'],
		['Humaymim', 'hmeimim-air-base'],
		['Хмеймим', 'hmeimim-air-base'],
		['حميميم', 'hmeimim-air-base'],
		['Tartous', 'tartus-naval-facility'],
		['Tartous', 'tartus-port'],
		['طرطوس', 'tartus-port'],
		['Lattakia', 'latakia-province'],
		['اللاذقية', 'latakia-province'],
		['Латакия', 'latakia-province'],
		['HTS', 'damascus-central-authority'],
		['ХТШ', 'damascus-central-authority'],
		['هيئة تحرير الشام', 'damascus-central-authority'],
		['Jabhat al-Nusra', 'damascus-central-authority'],
		['Khalifa Haftar', 'haftar-side'],
		['Hifter', 'haftar-side'],
		['خليفة حفتر', 'haftar-side'],
		['Хафтар', 'haftar-side'],
		['Kuzey Suriye', 'turkish-deployment'],
		['Golan', 'golan-heights']
	])('%s finds %s', (text, id) => {
		expect(found(text)).toContain(id);
	});
});

describe('a name belongs to the thing that carries it', () => {
	const namesOf = (id: string) => properNames(dataset.features.find((feature) => feature.id === id)?.names ?? []);

	test.each([
		['homs-fertilizer-plant', ['Homs', 'حمص', 'Хомс']],
		['palmyra-hydrocarbon-fields', ['Palmyra', 'تدمر']],
		['latakia-province', ['اللاذقية', 'Латакия', 'Lattakia']],
		['haftar-side', ['Khalifa Haftar', 'خليفة حفتر']],
		['tartus-naval-facility', ['Tartus', 'Tartous', 'طرطوس']],
		['turkish-deployment', ['northern Syria', 'شمال سوريا']]
	])('%s is not called %j', (id, others) => {
		const names = namesOf(id).map(({ text }) => text);
		expect(names.filter((name) => others.includes(name))).toEqual([]);
	});

	test('in its own language', () => {
		expect(namesOf('hmeimim-air-base')).toContainEqual({ text: 'قاعدة حميميم الجوية', lang: 'ar' });
		expect(namesOf('hmeimim-air-base')).toContainEqual({ text: 'авиабаза Хмеймим', lang: 'ru' });
		expect(namesOf('latakia-province')).toContainEqual({ text: 'محافظة اللاذقية', lang: 'ar' });
		expect(namesOf('latakia-province')).toContainEqual({ text: 'провинция Латакия', lang: 'ru' });
	});

	test('in the script that its language tag says', () => {
		const scripts: Readonly<Record<string, RegExp>> = {
			ar: /^[\p{Script=Arabic}\s]+$/u,
			he: /^[\p{Script=Hebrew}\s]+$/u,
			ru: /^[\p{Script=Cyrillic}\s-]+$/u,
			uk: /^[\p{Script=Cyrillic}\s-]+$/u
		};
		const names = dataset.features.flatMap((feature) => feature.names);
		expect(names.filter(({ text, lang }) => !(scripts[lang] ?? /^[\p{Script=Latin}\s’'-]+$/u).test(text))).toEqual([]);
		expect(names.filter(({ lang }) => lang.endsWith('-Latn')).length).toBeGreaterThan(10);
	});

	test('and what helps to find it is not said twice', () => {
		for (const { id, name, names } of dataset.features) {
			const proper = new Set(
				[name, ...properNames(names).map(({ text }) => text)].map((text) => wordsOf(text).join(' '))
			);
			const doubled = searchHelps(names).filter(({ text }) => proper.has(wordsOf(text).join(' ')));
			expect([id, doubled]).toEqual([id, []]);
		}
	});
});
