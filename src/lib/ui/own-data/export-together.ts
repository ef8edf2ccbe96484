import type { Criteria } from '$lib/filter/criteria';
import type { OwnData } from '$lib/app/own-data.svelte';
import { exportHref } from '$lib/app/links';
import { type AtlasExport, together } from './together';

/**
 * Saves what the filter shows of the atlas and of a person's own data as one GeoJSON file. It is put together in the browser:
 * the server is asked for the atlas's part and never sees the other.
 * @throws Error where the atlas's part cannot be had
 */
export async function exportTogether(criteria: Criteria, own: OwnData): Promise<void> {
	const answer = await fetch(exportHref('geojson', criteria));
	if (!answer.ok) throw new Error(`The export could not be read (${answer.status}).`);
	const parts = own.files
		.filter((file) => file.shown)
		.map(({ id, name }) => ({ name, features: own.matching.get(id) ?? [] }));
	const text = JSON.stringify(together((await answer.json()) as AtlasExport, parts));
	const address = URL.createObjectURL(new Blob([text], { type: 'application/geo+json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = 'footnote-atlas-with-your-data.geojson';
	link.click();
	// The browser has taken the file by then.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
