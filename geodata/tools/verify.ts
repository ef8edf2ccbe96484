import { reportIssues } from '$lib/ingest/report';
import { verifyDocuments } from '$lib/ingest/verify';
import { partlySentence, soundDataset } from './check';

/**
 * Prints which documents are in `sources` and whether every claim stands where it says and fits what stands there; the exit
 * code is 1 where one does not, or a document is missing or has changed, because then it is not known.
 */
export async function verify(folder: string, sources: string): Promise<number> {
	const dataset = await soundDataset(folder);
	if (dataset === null) return 1;
	const { documents, proved, partly, strays, issues } = await verifyDocuments(dataset, sources);
	for (const { source, file } of documents) console.log(`${source}: ${file ?? 'no file has its fingerprint'}`);
	console.log(`${proved} of ${dataset.claims.length} claims stand where they say.`);
	if (partly.length > 0) console.log(partlySentence(partly));
	for (const file of strays) console.log(`${file}: no source has its fingerprint`);
	if (issues.length > 0) console.error(reportIssues(issues));
	return issues.length === 0 && proved === dataset.claims.length && documents.every(({ found }) => found) ? 0 : 1;
}
