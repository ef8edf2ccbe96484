import type { DatasetVersion } from '$lib/domain/history';
import { compareEditions } from './compare';
import { type Edition, EditionError, readEdition } from './edition';

/**
 * Prints what became of claims and features from one edition to another, each a folder or a git revision of the data
 * folder: as an entry for changes.json and as a paragraph for CHANGELOG.md. The exit code is 2 where one cannot be read.
 */
export async function changes(dataFolder: string, [from, to]: readonly [string, string]): Promise<number> {
	try {
		const [before, after] = [await readEdition(from, dataFolder), await readEdition(to, dataFolder)];
		const version = compareEditions(before, after);
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

const LISTS = ['added', 'changed', 'withdrawn'] as const;

/** A version as a paragraph of the change log (Markdown). */
function paragraphOf(version: DatasetVersion, before: Edition, after: Edition): string {
	const claimText = (id: string) => (after.claims.get(id) ?? before.claims.get(id))?.text ?? '';
	const featureName = (id: string) => (after.features.get(id) ?? before.features.get(id))?.properties.name ?? '';
	const lines = LISTS.flatMap((list) => [
		...version.claims[list].map(({ id, why }) => `* Claim ${list}: \`${id}\`, ${claimText(id)}${inBrackets(why)}`),
		...version.features[list].map(({ id, why }) => `* Feature ${list}: \`${id}\`, ${featureName(id)}${inBrackets(why)}`)
	]);
	return `### ${version.version}, ${version.date}\n\n${lines.length === 0 ? 'No claim or feature has changed.' : lines.join('\n')}`;
}

function inBrackets(why: string): string {
	return why === '' ? '' : ` (${why})`;
}

/** What a person has still to do, a sentence each. */
function remarksOn({ version, claims, features }: DatasetVersion, before: Edition): string[] {
	const withdrawn = claims.withdrawn.length + features.withdrawn.length;
	return [
		'Write the note, and put the entry first in changes.json.',
		...(withdrawn > 0 ? [`Write why: ${withdrawn} withdrawn, without a reason.`] : []),
		...(version === before.version
			? [`Both have the version ${version}: raise it in dataset.json, with its date.`]
			: [])
	];
}
