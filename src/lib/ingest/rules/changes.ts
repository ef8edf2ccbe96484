import type { DatasetVersion } from '$lib/domain/history';
import { daysOf } from '$lib/domain/interval';
import type { Issue } from '$lib/domain/issue';
import { compareVersions } from '$lib/domain/version';
import type { Draft, Entry, IdKind } from '../draft';
import { repeats } from '../repeats';
import { breachIn, quote } from '../rule-list';
import { dayIssues } from './days';

/** The history of the dataset: its order, and that it ends in what is there now. */
export function* changesIssues(draft: Draft): Generator<Issue> {
	for (const version of draft.versions) {
		yield* dayIssues('changes-date', version, '/date', version.value.date);
		yield* repeated(version);
	}
	// What a version says of another waits until all of them read.
	if (!draft.historySound) return;
	yield* current(draft);
	yield* unordered(draft);
	yield* unresolved(draft);
}

/** The first entry is the dataset itself. */
function* current({ info, versions: [latest] }: Draft): Generator<Issue> {
	if (info === null || latest === undefined) return;
	const { value } = latest;
	// Of two versions the dates differ anyway, and a date that is none is told where it stands.
	const member = value.version === info.value.version ? 'date' : 'version';
	if (value[member] === info.value[member] || daysOf(info.value.date) === null) return;
	const message = `The latest ${member} here is ${quote(value[member])}; dataset.json says ${quote(info.value[member])}.`;
	const remedy = 'Put an entry for the version of dataset.json first; npm run geodata -- changes makes one.';
	yield breachIn('changes-current', latest, `/${member}`, message, remedy);
}

function* unordered({ versions }: Draft): Generator<Issue> {
	for (const [index, older] of versions.entries()) {
		const { version, date } = older.value;
		const newer = versions[index - 1]?.value;
		if (!newer) continue;
		if (compareVersions(newer.version, version) <= 0) {
			const message = `${quote(version)} stands after ${quote(newer.version)}, and is not older.`;
			yield breachIn('changes-order', older, '/version', message, 'Put the latest version first.');
		}
		if (newer.date < date) {
			const message = `${quote(version)} is dated ${date}, after the version that followed it.`;
			yield breachIn('changes-order', older, '/date', message, 'Correct one of the two dates.');
		}
	}
}

const KINDS = ['claim', 'feature'] as const satisfies readonly IdKind[];
const LISTS = ['added', 'changed', 'withdrawn'] as const;

/** What a version says of claims or of features, with the path of each id. */
function alterationsOf(kind: (typeof KINDS)[number], { value }: Entry<DatasetVersion>) {
	return LISTS.flatMap((list) =>
		value[`${kind}s`][list].map(({ id }, index) => ({ list, id, path: `/${kind}s/${list}/${index}/id` }))
	);
}

/** Ids that one version names twice. */
function* repeated(version: Entry<DatasetVersion>): Generator<Issue> {
	for (const kind of KINDS) {
		for (const { item } of repeats(alterationsOf(kind, version), ({ id }) => id)) {
			const message = `The ${kind} ${quote(item.id)} is named before by the same version.`;
			yield breachIn('changes-once', version, item.path, message, 'Say once what became of it.');
		}
	}
}

/** From the latest version back: the last that is said of an id must agree with what is there. */
function* unresolved({ versions, ids, known }: Draft): Generator<Issue> {
	for (const kind of KINDS) {
		if (!known[kind]) continue;
		const told = new Set<string>();
		for (const version of versions) {
			for (const { list, id, path } of alterationsOf(kind, version)) {
				const isThere = ids[kind].has(id);
				if (!told.has(id) && isThere !== (list !== 'withdrawn')) {
					const message = `The ${kind} ${quote(id)} is ${list} here, and ${isThere ? 'stands in the data' : 'is not in the data'}.`;
					const remedy = `Correct the id, or say when it ${isThere ? 'came back' : 'was withdrawn'}.`;
					yield breachIn('changes-reference', version, path, message, remedy);
				}
				told.add(id);
			}
		}
	}
}
