import type { DatasetVersion } from '$lib/domain/history';
import { daysOf } from '$lib/domain/interval';
import type { Issue } from '$lib/domain/issue';
import { compareVersions } from '$lib/domain/version';
import type { Draft, Entry, IdKind } from '../draft';
import { breach, quote } from '../rule-list';

/** The history of the dataset: its order, and that it ends in what is there now. */
export function changesIssues(draft: Draft): Issue[] {
	const { versions, historySound } = draft;
	const alone = versions.flatMap((version) => [...dateIssues(version), ...repeated(version)]);
	// What a version says of another waits until all of them read.
	return historySound ? [...alone, ...current(draft), ...unordered(versions), ...unresolved(draft)] : alone;
}

function dateIssues({ file, path, value: { date } }: Entry<DatasetVersion>): Issue[] {
	if (daysOf(date)?.first === date && date.length === 10) return [];
	const message = `${quote(date)} is not a day.`;
	return [breach('changes-date', file, `${path}/date`, message, 'Write it as year-month-day: 2025-03-31.')];
}

/** The first entry is the dataset itself. */
function current({ info, versions: [latest] }: Draft): Issue[] {
	if (info === null || latest === undefined) return [];
	const { file, path, value } = latest;
	// Of two versions the dates differ anyway, and a date that is none is told where it stands.
	const member = value.version === info.value.version ? 'date' : 'version';
	if (value[member] === info.value[member] || daysOf(info.value.date) === null) return [];
	const message = `The latest ${member} here is ${quote(value[member])}; dataset.json says ${quote(info.value[member])}.`;
	const remedy = 'Put an entry for the version of dataset.json first; npm run geodata -- changes makes one.';
	return [breach('changes-current', file, `${path}/${member}`, message, remedy)];
}

function unordered(versions: readonly Entry<DatasetVersion>[]): Issue[] {
	return versions.slice(1).flatMap(({ file, path, value }, index) => {
		const newer = versions[index]?.value;
		if (!newer) return [];
		const issues: Issue[] = [];
		if (compareVersions(newer.version, value.version) <= 0) {
			const message = `${quote(value.version)} stands after ${quote(newer.version)}, and is not older.`;
			issues.push(breach('changes-order', file, `${path}/version`, message, 'Put the latest version first.'));
		}
		if (newer.date < value.date) {
			const message = `${quote(value.version)} is dated ${value.date}, after the version that followed it.`;
			issues.push(breach('changes-order', file, `${path}/date`, message, 'Correct one of the two dates.'));
		}
		return issues;
	});
}

const KINDS = ['claim', 'feature'] as const satisfies readonly IdKind[];
const LISTS = ['added', 'changed', 'withdrawn'] as const;

function* alterationsOf(kind: (typeof KINDS)[number], { path, value }: Entry<DatasetVersion>) {
	for (const list of LISTS) {
		for (const [index, { id }] of value[`${kind}s`][list].entries()) {
			yield { list, id, path: `${path}/${kind}s/${list}/${index}/id` };
		}
	}
}

/** Ids that one version names twice. */
function repeated(version: Entry<DatasetVersion>): Issue[] {
	return KINDS.flatMap((kind) => {
		const seen = new Set<string>();
		return [...alterationsOf(kind, version)].flatMap(({ id, path }) => {
			if (!seen.has(id)) {
				seen.add(id);
				return [];
			}
			const message = `The ${kind} ${quote(id)} is named before by the same version.`;
			return [breach('changes-once', version.file, path, message, 'Say once what became of it.')];
		});
	});
}

/** From the latest version back: the last that is said of an id must agree with what is there. */
function unresolved({ versions, ids, known }: Draft): Issue[] {
	return KINDS.filter((kind) => known[kind]).flatMap((kind) => {
		const told = new Set<string>();
		return versions.flatMap((version) =>
			[...alterationsOf(kind, version)].flatMap(({ list, id, path }) => {
				if (told.has(id)) return [];
				told.add(id);
				const isThere = ids[kind].has(id);
				if (isThere === (list !== 'withdrawn')) return [];
				const message = `The ${kind} ${quote(id)} is ${list} here, and ${isThere ? 'stands in the data' : 'is not in the data'}.`;
				const remedy = isThere
					? 'Correct the id, or say when it came back.'
					: 'Correct the id, or say when it was withdrawn.';
				return [breach('changes-reference', version.file, path, message, remedy)];
			})
		);
	});
}
