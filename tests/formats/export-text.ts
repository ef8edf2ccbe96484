import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import type { Dataset } from '$lib/domain/dataset';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { headerOf } from '$lib/formats/header';
import type { FormatId } from '$lib/formats/registry';
import { addressesOf } from '$lib/server/api/export';
import { writerOf } from '$lib/server/files/writers';
import { EmbeddedStore } from '$lib/server/store/embedded/embedded-store';

/** When every export of the tests is made. */
export const NOW = new Date('2026-11-22T10:00:00.000Z');
const ORIGIN = 'https://atlas.example';

/** The whole of an export. */
export async function exportBytes(
	format: FormatId,
	dataset: Dataset,
	criteria: Criteria = EVERYTHING
): Promise<Uint8Array> {
	const store = new EmbeddedStore(dataset);
	const { catalogue } = store;
	const header = headerOf(catalogue, criteria, await store.count(criteria), NOW);
	const addresses = addressesOf(catalogue, ORIGIN, criteria);
	const write = await writerOf(format);
	const pieces: Uint8Array[] = [];
	for await (const piece of write({ header, catalogue, addresses, matches: store.find(criteria) })) {
		pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
	}
	return Buffer.concat(pieces);
}

/** The whole text of an export. */
export async function exportText(...parameters: Parameters<typeof exportBytes>): Promise<string> {
	return Buffer.from(await exportBytes(...parameters)).toString();
}

/** What an export should hold. */
export async function matchesOf(dataset: Dataset, criteria: Criteria = EVERYTHING): Promise<FeatureWithClaims[]> {
	const matches: FeatureWithClaims[] = [];
	for await (const match of new EmbeddedStore(dataset).find(criteria)) matches.push(match);
	return matches;
}
