import { extentOf } from '$lib/domain/extent';
import type { OwnFeature, OwnReading } from '$lib/domain/own-feature';
import { datesOf } from './date-values';
import { plainName } from './feature-names';
import { byCount, tally } from './issues';
import type { Found, Reading } from './file-reading';

/** The names of properties that usually hold what a feature is called, best first; `plainName` has been applied. */
const TITLES =
	'name,title,label,name en,place name,place,site name,site,location name,headline,heading,название,наименование,имя,заголовок,titel,bezeichnung,ort,nom,titre,lieu,intitule,nombre,titulo,lugar,nome,titolo,luogo,isim,ad,adi,baslik,yer,الاسم,اسم,العنوان,المكان,نام,עם,שם,名称,名稱,名前,naam,namn,navn,nazwa,nazev,toponym,feature,id,feature id,event id cnty'
		.split(',')
		.map(plainName);

/**
 * What was read of a file, with what is worked out of its features: their title, extent and days. Null for `found` where
 * nothing of the file could be used.
 */
export function finishDrafts(found: Found | null, reading: Reading): OwnReading {
	const drafts = found ? reading.drafts : [];
	if (found) reading.end();
	if (found?.empty !== undefined && drafts.length === 0 && reading.count === 0) reading.add('', found.empty);
	const table = found?.columns;
	// The names of all properties, in the order in which they come up.
	const all = () => [...new Set(drafts.flatMap(({ properties }) => Object.keys(properties)))];
	const { names, place } = table ?? { names: all(), place: [] };
	const { dates, days } = datesOf(drafts, names, reading);
	const titles = titleNames(names, reading.choice.title);
	const titled = new Map<string, number>();
	const features = drafts.map(({ number, geometry, properties }, index): OwnFeature => {
		const title = titleOf(properties, titles);
		if (title) tally(titled, title.from);
		return {
			number,
			title: title?.text ?? `Feature ${number}`,
			geometry,
			extent: geometry && extentOf(geometry),
			properties,
			when: days[index] ?? null
		};
	});
	return {
		format: found?.format ?? null,
		features,
		issues: reading.kept,
		issueCount: reading.count,
		notes: reading.notes,
		questions: reading.questions,
		columns: { names, place, isTable: table !== undefined, time: dates?.properties ?? [], title: byCount(titled) },
		dates
	};
}

/** The properties that may hold a title, best first: the one that was chosen before all others. */
function titleNames(names: readonly string[], chosen: string | undefined): string[] {
	const plain = names.map(plainName);
	const usual = TITLES.flatMap((candidate) => names.filter((_, index) => plain[index] === candidate));
	return chosen === undefined ? usual : [chosen, ...usual];
}

function titleOf(
	properties: Readonly<Record<string, unknown>>,
	names: readonly string[]
): { text: string; from: string } | null {
	const values = names.map((name) => [name, Object.hasOwn(properties, name) ? properties[name] : undefined] as const);
	// Saved places of Google Maps have their name in their location.
	const { location } = properties as { location?: { name?: unknown } | null };
	for (const [from, value] of [...values, ['location', location?.name] as const]) {
		const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
		if (text !== '') return { text: text.slice(0, 200), from };
	}
	return null;
}
