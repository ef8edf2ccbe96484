/** What a version brought, changed or took away, and why, in a few words. */
export interface Alteration {
	id: string;
	why: string;
}

/** The same with what stood there before, so that a reader of an older version sees what it concerned. */
export type AlterationOf<Before> = Alteration & { was: Before };

/** What a claim said and belonged to before it was changed or withdrawn. */
export interface ClaimBefore {
	text: string;
	source: string;
	about: string[];
	topics: string[];
	/** The questions on which it took positions. */
	questions: string[];
}

/** What a feature was called and where it was listed before it was changed or withdrawn. */
export interface FeatureBefore {
	name: string;
	layer: string;
}

/** All that a version did to claims, or to features. */
export interface Alterations<Before> {
	added: Alteration[];
	changed: AlterationOf<Before>[];
	withdrawn: AlterationOf<Before>[];
}

/** One version of the dataset. The first that there was has empty lists: it stands for all that it held. */
export interface DatasetVersion {
	version: string;
	/** The day on which it was made. */
	date: string;
	/** What it is about, in a sentence. */
	note: string;
	claims: Alterations<ClaimBefore>;
	features: Alterations<FeatureBefore>;
}

/** The versions of a dataset, the latest first; empty where none are recorded. */
export type History = readonly DatasetVersion[];

/** What became of one claim or feature over several versions. */
export interface NetAlteration<Before> {
	id: string;
	what: 'added' | 'changed' | 'withdrawn';
	/** The reasons, the earliest first. */
	why: string[];
	/** What stood there at the beginning; null for what was added. */
	was: Before | null;
}

/** The versions that came after one, the earliest first; null for one that the history does not know. */
export function versionsAfter(history: History, version: string): DatasetVersion[] | null {
	const index = history.findIndex((candidate) => candidate.version === version);
	return index < 0 ? null : history.slice(0, index).reverse();
}

/** What versions, the earliest first, did in sum; what came and went between them is not told. */
export function netAlterations<Before>(alterations: Iterable<Alterations<Before>>): NetAlteration<Before>[] {
	const sum = new Map<string, NetAlteration<Before>>();
	for (const { added, changed, withdrawn } of alterations) {
		for (const { id, why } of added) {
			const before = sum.get(id);
			// What was withdrawn and has come back is changed.
			if (before) sum.set(id, { ...before, what: 'changed', why: [...before.why, why] });
			else sum.set(id, { id, what: 'added', why: [why], was: null });
		}
		for (const { id, why, was } of changed) {
			const before = sum.get(id) ?? { id, what: 'changed', why: [], was };
			sum.set(id, { ...before, why: [...before.why, why] });
		}
		for (const { id, why, was } of withdrawn) {
			const before = sum.get(id);
			if (before?.what === 'added') sum.delete(id);
			else sum.set(id, { id, what: 'withdrawn', why: [...(before?.why ?? []), why], was: before?.was ?? was });
		}
	}
	return [...sum.values()];
}

/** The day on which each claim that the history names was last added or changed. */
export function lastChangedDays(history: History): ReadonlyMap<string, string> {
	const days = new Map<string, string>();
	for (const { date, claims } of [...history].reverse()) {
		for (const { id } of [...claims.added, ...claims.changed]) days.set(id, date);
	}
	return days;
}

/** A reason as the end of a sentence, with one full stop, whether or not it was written with one. */
export function reasonWords(why: string): string {
	return /[.!?…]$/.test(why) ? why : `${why}.`;
}

/** The version that withdrew a claim or feature, with what it was; null for one that was never withdrawn. */
export function withdrawalOf<Kind extends 'claims' | 'features'>(
	history: History,
	kind: Kind,
	id: string
): { version: string; why: string; was: DatasetVersion[Kind]['withdrawn'][number]['was'] } | null {
	for (const version of history) {
		const found = version[kind].withdrawn.find((withdrawn) => withdrawn.id === id);
		if (found) return { version: version.version, why: found.why, was: found.was };
	}
	return null;
}
