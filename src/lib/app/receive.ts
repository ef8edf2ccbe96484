import type { Dataset } from '$lib/domain/dataset';
import { type Columns, columnsOf } from '$lib/engine/columns';
import { snapshotHref } from './links';

/**
 * The dataset of a fingerprint, as the server sends it, ready to be asked.
 * @throws Error where it cannot be had, or the signal ends the wait
 */
export async function receiveColumns(fingerprint: string, signal: AbortSignal): Promise<Columns> {
	const answer = await fetch(snapshotHref(fingerprint), { signal });
	if (!answer.ok) throw new Error(`The data could not be read (${answer.status}).`);
	return columnsOf((await answer.json()) as Dataset);
}
