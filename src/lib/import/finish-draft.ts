import { extentOf } from '$lib/domain/extent';
import type { OwnChoice, OwnColumns, OwnFeature, OwnReading } from '$lib/domain/own-feature';
import { datesOf } from './date-values';
import type { Draft } from './own-draft';
import type { Issues } from './issues';
import { plainName } from './feature-names';

/** The names of properties that usually hold what a feature is called, best first; `plainName` has been applied. */
const TITLES =
	'name,title,label,name en,place name,place,site name,site,location name,headline,heading,название,наименование,имя,заголовок,titel,bezeichnung,ort,nom,titre,lieu,intitule,nombre,titulo,lugar,nome,titolo,luogo,isim,ad,adi,baslik,yer,الاسم,اسم,العنوان,المكان,نام,עם,שם,名称,名稱,名前,naam,namn,navn,nazwa,nazev,toponym,feature,id,feature id,event id cnty'
		.split(',')
		.map(plainName);

/** Features with what is worked out from them: their title, extent and days. `table` has the columns of one. */
export function finish(
	format: string,
	drafts: readonly Draft[],
	issues: Issues,
	choice: OwnChoice = {},
	table?: Pick<OwnColumns, 'names' | 'place'>
): OwnReading {
	const columns = { ...(table ?? { names: namesOf(drafts), place: [] }), isTable: table !== undefined };
	const { dates, days, taken } = datesOf(drafts, columns.names, issues, choice);
	const titles = titleNames(columns.names, choice);
	const titled = new Map<string, number>();
	const features = drafts.map(({ number, geometry, properties }, index): OwnFeature => {
		const found = titleOf(properties, titles);
		if (found) titled.set(found.from, (titled.get(found.from) ?? 0) + 1);
		return {
			number,
			title: found?.title ?? `Feature ${number}`,
			geometry,
			extent: geometry && extentOf(geometry),
			properties,
			when: days[index] ?? null
		};
	});
	return {
		format,
		features,
		issues: issues.kept,
		issueCount: issues.count,
		notes: issues.notes,
		questions: issues.questions,
		columns: { ...columns, time: taken, title: byNumber(titled) },
		dates
	};
}

/** A reading of which nothing could be used. */
export function nothingRead(format: string | null, issues: Issues): OwnReading {
	return {
		format,
		features: [],
		issues: issues.kept,
		issueCount: issues.count,
		notes: issues.notes,
		questions: issues.questions,
		columns: { names: [], isTable: false, place: [], time: [], title: [] },
		dates: null
	};
}

/** The names of all properties, in the order in which they come up. */
function namesOf(drafts: readonly Draft[]): string[] {
	const names = new Set<string>();
	for (const { properties } of drafts) for (const name of Object.keys(properties)) names.add(name);
	return [...names];
}

function byNumber(counts: ReadonlyMap<string, number>): string[] {
	return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** The properties that may hold a title, best first: the one that was chosen before all others. */
function titleNames(names: readonly string[], { title }: OwnChoice): string[] {
	const plain = names.map(plainName);
	const usual = TITLES.flatMap((candidate) => names.filter((_, index) => plain[index] === candidate));
	return title === undefined ? usual : [title, ...usual.filter((name) => name !== title)];
}

function titleOf(
	properties: Readonly<Record<string, unknown>>,
	names: readonly string[]
): { title: string; from: string } | null {
	for (const name of names) {
		const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
		if (typeof value === 'number') return { title: String(value), from: name };
		if (typeof value === 'string' && value.trim() !== '') return { title: value.trim().slice(0, 200), from: name };
	}
	// Saved places of Google Maps have their name in their location.
	const { location } = properties as { location?: { name?: unknown } | null };
	const inside = typeof location === 'object' && location !== null ? location.name : undefined;
	return typeof inside === 'string' && inside.trim() !== ''
		? { title: inside.trim().slice(0, 200), from: 'location' }
		: null;
}
