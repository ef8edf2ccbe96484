import type { Criteria } from '$lib/filter/criteria';
import type { OwnData } from '$lib/app/own-data.svelte';
import { exportHref } from '$lib/app/links';
import { type AtlasExport, mergeExports } from './merge-exports';

/**
 * Saves what the filter shows of the atlas and of a person's own data as one GeoJSON file. It is put together in the browser:
 * the server is asked for the atlas's part and never sees the other.
 * @throws Error where the atlas's part cannot be had
 */
export async function exportTogether(criteria: Criteria, own: OwnData): Promise<void> {
	const response = await fetch(exportHref('geojson', criteria));
	if (!response.ok) throw new Error(`The export could not be read (${response.status}).`);
	const parts = own.files
		.filter((file) => file.shown)
		.map(({ id, name }) => ({ name, features: own.matching.get(id) ?? [] }));
	const text = JSON.stringify(mergeExports((await response.json()) as AtlasExport, parts));
	const address = URL.createObjectURL(new Blob([text], { type: 'application/geo+json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = 'footnote-atlas-with-your-data.geojson';
	link.click();
	// The browser has taken the file by then.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
