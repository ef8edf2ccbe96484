import { onMount, tick } from 'svelte';
import type { Dataset } from '$lib/domain/dataset';
import { type Columns, columnsOf } from '$lib/engine/columns';
import { snapshotHref } from './links';

/** What a page with a map waits for. The panels do not wait for the map. */
export class Arrival<MapView> {
	MapView: MapView | null = $state.raw(null);
	/** True where the data or the map could not be had. */
	failed: boolean = $state(false);

	/**
	 * Begins once the page is there, and ends with it. The dataset of the fingerprint comes once and stays; the map's script
	 * comes beside it.
	 */
	constructor(fingerprint: string, script: () => Promise<{ default: MapView }>, arrived: (columns: Columns) => void) {
		const receive = async (signal: AbortSignal) => {
			const map = script();
			// Awaited further down: where it fails before the data is there, that is no error of its own.
			map.catch(() => undefined);
			try {
				const response = await fetch(snapshotHref(fingerprint), { signal });
				if (!response.ok) throw new Error(`The data could not be read (${response.status}).`);
				arrived(columnsOf((await response.json()) as Dataset));
				// By then the address has been followed, and the map begins where it says.
				await tick();
				this.MapView = (await map).default;
			} catch {
				this.failed = !signal.aborted;
			}
		};
		onMount(() => {
			const given = new AbortController();
			void receive(given.signal);
			return () => given.abort();
		});
	}
}
