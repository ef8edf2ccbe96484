import { type Criteria, EVERYTHING } from '$lib/domain/criteria';
import type { Dataset } from '$lib/domain/dataset';
import type { Finding } from '$lib/domain/finding';
import type { ExportFormat } from '$lib/formats/format';
import { headerOf } from '$lib/formats/header';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';

/** When every export of the tests is made. */
export const NOW = new Date('2026-11-22T10:00:00.000Z');

/** The whole text of an export. */
export async function exportText(
	format: ExportFormat,
	dataset: Dataset,
	criteria: Criteria = EVERYTHING
): Promise<string> {
	const store = new EmbeddedStore(dataset);
	const { catalogue } = store;
	const header = headerOf(catalogue, criteria, await store.count(criteria), NOW);
	const pieces: string[] = [];
	for await (const piece of format.serialise({ header, catalogue, findings: store.find(criteria) })) pieces.push(piece);
	return pieces.join('');
}

/** What an export should hold. */
export async function findingsOf(dataset: Dataset, criteria: Criteria = EVERYTHING): Promise<Finding[]> {
	const findings: Finding[] = [];
	for await (const finding of new EmbeddedStore(dataset).find(criteria)) findings.push(finding);
	return findings;
}
