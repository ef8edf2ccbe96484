import { coverageOf, coverageTable } from '$lib/ingest/coverage';
import { soundDataset } from './check';

/** Prints what the data in `folder` covers: paragraphs, claims, features, topics, questions, agents. */
export async function coverage(folder: string): Promise<number> {
	const dataset = await soundDataset(folder);
	if (dataset === null) return 1;
	console.log(coverageTable(coverageOf(dataset)));
	return 0;
}
