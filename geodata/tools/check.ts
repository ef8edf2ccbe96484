import { readDataset } from '$lib/dataset/read';
import { reportIssues } from '$lib/dataset/report';
import type { Dataset } from '$lib/domain/dataset';

/** Prints every rule that the data in `folder` breaks, or what it holds; the exit code is 1 where it breaks any. */
export async function check(folder: string): Promise<number> {
	const dataset = await soundDataset(folder);
	if (dataset === null) return 1;
	const { features, claims, sources } = dataset;
	console.log(
		`${folder} keeps every rule: ${features.length} features, ${claims.length} claims, ${sources.length} sources.`
	);
	return 0;
}

/** The dataset in a folder; null, with all issues printed to standard error, where it breaks a rule. */
export async function soundDataset(folder: string): Promise<Dataset | null> {
	const { dataset, issues } = await readDataset(folder);
	if (dataset === null) console.error(reportIssues(issues));
	return dataset;
}
