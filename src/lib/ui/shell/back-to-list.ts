import type { AtlasState } from '$lib/app/atlas.svelte';

/** Closes the feature that is open; the list takes the focus back to where the reader left it. */
export function backToList(atlas: AtlasState): void {
	const id = atlas.selected;
	atlas.select(null);
	requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-feature="${CSS.escape(id ?? '')}"]`)?.focus());
}
