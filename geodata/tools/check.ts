import { readDocuments } from '$lib/ingest/document-files';
import { namesIn } from '$lib/ingest/files';
import { fitOf } from '$lib/ingest/fit/gate';
import { paragraphsOf } from '$lib/ingest/passage-text';
import { readDataset } from '$lib/ingest/read';
import { reportIssues } from '$lib/ingest/report';
import type { Dataset } from '$lib/domain/dataset';

/**
 * Prints every rule that the data in `folder` breaks, or what it holds, and, of the documents that are in `sources`, whether
 * the claims fit their passages; the exit code is 1 where a rule is broken.
 */
export async function check(folder: string, sources: string): Promise<number> {
	const dataset = await soundDataset(folder);
	if (dataset === null) return 1;
	const { features, claims } = dataset;
	console.log(
		`${folder} keeps every rule: ${features.length} features, ${claims.length} claims, ${dataset.sources.length} sources.`
	);
	if ((await namesIn(sources)) === null) return 0;
	const { texts } = await readDocuments(dataset.sources, sources);
	if (texts.size === 0) return 0;
	const { compared, partly, issues } = fitOf(
		dataset,
		new Map([...texts].map(([id, text]) => [id, paragraphsOf(text)]))
	);
	console.log(`${compared} of ${claims.length} claims were held against their passages in ${sources}.`);
	if (partly.length > 0) console.log(partlySentence(partly));
	if (issues.length > 0) console.error(reportIssues(issues));
	return issues.length === 0 ? 0 : 1;
}

/** What was not compared of claims whose passages are in another language. */
export function partlySentence(claims: readonly string[]): string {
	return `In another language than ours, so that only digits, dates and known names were compared, not numbers in words, other names, denials or strength: ${claims.join(', ')}.`;
}

/** The dataset in a folder; null, with all issues printed to standard error, where it breaks a rule. */
export async function soundDataset(folder: string): Promise<Dataset | null> {
	const { dataset, issues } = await readDataset(folder);
	if (dataset === null) console.error(reportIssues(issues));
	return dataset;
}
