import { extentOf } from '$lib/domain/extent';
import type { OwnDates, OwnFeature, OwnReading } from '$lib/domain/own-feature';
import { datesOf } from './dates';
import type { Draft } from './draft';
import { type Issues, quoted } from './issues';

/** The names of properties that usually hold what a feature is called, best first. */
const TITLES = ['name', 'title', 'label', 'name_en', 'name:en', 'place', 'headline', 'id'];

/** Features with what is worked out from them: their title, extent and days. */
export function finish(format: string, drafts: readonly Draft[], issues: Issues): OwnReading {
	const from = new Map<string, number>();
	const unread = new Map<string, { value: string; count: number }>();
	const features = drafts.map(({ number, geometry, properties }): OwnFeature => {
		const dated = datesOf(properties);
		if (dated && 'when' in dated) from.set(dated.from, (from.get(dated.from) ?? 0) + 1);
		else if (dated) {
			const earlier = unread.get(dated.from);
			unread.set(dated.from, { value: earlier?.value ?? dated.unread, count: (earlier?.count ?? 0) + 1 });
		}
		return {
			number,
			title: titleOf(properties) ?? `Feature ${number}`,
			geometry,
			extent: geometry && extentOf(geometry),
			properties,
			when: dated && 'when' in dated ? dated.when : null
		};
	});
	for (const [name, { value, count }] of unread) {
		const features = count === 1 ? 'one feature' : `${count} features`;
		issues.add(
			`Property ${quoted(name)}`,
			`In ${features} it is not a date that can be read, for example ${quoted(value)}: write 2024-12-08, 2024-12, 2024, or another date in EDTF, such as 2024-12~ or 2018/2019. The features are shown without a date.`
		);
	}
	return { format, features, issues: issues.kept, issueCount: issues.count, dates: datesTaken(from) };
}

/** A reading of which nothing could be used. */
export function nothingRead(format: string | null, issues: Issues): OwnReading {
	return { format, features: [], issues: issues.kept, issueCount: issues.count, dates: null };
}

function datesTaken(from: ReadonlyMap<string, number>): OwnDates | null {
	if (from.size === 0) return null;
	const byNumber = [...from].sort(([, a], [, b]) => b - a);
	return {
		properties: byNumber.map(([name]) => name),
		features: byNumber.reduce((sum, [, count]) => sum + count, 0)
	};
}

function titleOf(properties: Readonly<Record<string, unknown>>): string | null {
	const byName = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
	for (const name of TITLES) {
		const value = byName.get(name);
		if (typeof value === 'number') return String(value);
		if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 200);
	}
	return null;
}
