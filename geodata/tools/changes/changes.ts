import type { DatasetVersion } from '$lib/domain/history';
import { number } from '../number';
import { compareEditions } from './compare';
import { type Edition, EditionError, readEdition } from './edition';
import { writeVersion } from './write';

/**
 * Prints what became of claims and features from one edition to another, each a folder or a git revision of the data
 * folder: as an entry for changes.json and as a paragraph for CHANGELOG.md. With `write` it puts them there instead, and
 * gives numbers to new notes. The exit code is 2 where one cannot be read, and 1 where nothing is written because both have
 * one version.
 */
export async function changes(
	dataFolder: string,
	[from, to]: readonly [string, string],
	write = false
): Promise<number> {
	try {
		const [before, after] = [await readEdition(from, dataFolder), await readEdition(to, dataFolder)];
		const version = compareEditions(before, after);
		if (write) return await put(dataFolder, version, before, after);
		console.log(`${JSON.stringify(version, null, '  ')}\n`);
		console.log(paragraphOf(version, before, after));
		for (const remark of remarksOn(version, before)) console.error(remark);
		return 0;
	} catch (error) {
		if (!(error instanceof EditionError)) throw error;
		console.error(error.message);
		return 2;
	}
}

/** Writes the version where it belongs, and says what a person has still to write. */
async function put(dataFolder: string, version: DatasetVersion, before: Edition, after: Edition): Promise<number> {
	if (version.version === before.version) {
		console.error(`${sameVersion(version)} Nothing was written.`);
		return 1;
	}
	const files = await writeVersion(dataFolder, version, (entry) => paragraphOf(entry, before, after));
	for (const file of files) console.log(`Written: ${file}`);
	const numbered = await number(dataFolder);
	console.log('Write the note and the reasons that are missing; npm run geodata -- check names them.');
	return numbered;
}

function sameVersion({ version }: DatasetVersion): string {
	return `Both have the version ${version}: raise it in dataset.json, with its date.`;
}

const LISTS = ['added', 'changed', 'withdrawn'] as const;

/** A version as a paragraph of the change log (Markdown). */
function paragraphOf(version: DatasetVersion, before: Edition, after: Edition): string {
	const claimText = (id: string) => (after.claims.get(id) ?? before.claims.get(id))?.text ?? '';
	const featureName = (id: string) => (after.features.get(id) ?? before.features.get(id))?.properties.name ?? '';
	const lines = LISTS.flatMap((list) => [
		...version.claims[list].map(({ id, why }) => `- Claim ${list}: \`${id}\`, ${claimText(id)}${inBrackets(why)}`),
		...version.features[list].map(({ id, why }) => `- Feature ${list}: \`${id}\`, ${featureName(id)}${inBrackets(why)}`)
	]);
	const note = version.note === '' ? '' : `${version.note}\n\n`;
	return `### ${version.version}, ${version.date}\n\n${note}${lines.length === 0 ? 'No claim or feature has changed.' : lines.join('\n')}`;
}

function inBrackets(why: string): string {
	return why === '' ? '' : ` (${why})`;
}

/** What a person has still to do, a sentence each. */
function remarksOn(entry: DatasetVersion, before: Edition): string[] {
	const { version, claims, features } = entry;
	const withdrawn = claims.withdrawn.length + features.withdrawn.length;
	return [
		'Write the note, and put the entry first in changes.json; --write puts it there.',
		...(withdrawn > 0 ? [`Write why: ${withdrawn} withdrawn, without a reason.`] : []),
		...(version === before.version ? [sameVersion(entry)] : [])
	];
}
