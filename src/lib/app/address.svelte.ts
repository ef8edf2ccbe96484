import { pushState, replaceState } from '$app/navigation';
import { sameCriteria } from '$lib/filter/criteria';
import { type AddressView, type AddressVocabulary, formatAddress, parseAddress } from './codec';
import type { AtlasState } from './atlas.svelte';

/**
 * Keeps the address and the state in step; the only caller of the router. Choosing and filtering make a step of
 * history, typing and moving the map replace the present one; what is drawn along is one step, when it is let go. Call it in
 * an effect, once the router runs.
 */
export function keepAddress(atlas: AtlasState, vocabulary: AddressVocabulary): () => void {
	const read = () => parseAddress(new URLSearchParams(location.search), location.hash, vocabulary);
	let written: AddressView = read().view;

	function follow() {
		const { view, problems } = read();
		written = view;
		atlas.follow(view, problems);
	}

	const stop = $effect.root(() => {
		$effect(() => {
			const next = atlas.address;
			if (atlas.held) return;
			if (formatAddress(next) === formatAddress(written)) return;
			const step = isStep(written, next);
			written = next;
			const address = `${location.pathname}${formatAddress(next)}`;
			if (step) pushState(address, {});
			else replaceState(address, {});
		});
	});
	// Kit hands a shallow step back to us: it loads nothing, so the state takes what the address says.
	window.addEventListener('popstate', follow);
	// The browser knows more of the address than the server did: what stands behind #, and a shallow step that a reader came
	// back to. What the reader asked for while the data was on its way comes before it.
	if (atlas.origin === 'address') follow();
	return () => {
		stop();
		window.removeEventListener('popstate', follow);
	};
}

/**
 * Loads the address that the state has come to, for the server to answer, where it is another than the one that was
 * `given`; what is being typed waits until its form is sent. Call it in an effect.
 */
export function loadAddress(atlas: AtlasState, given: AddressView): void {
	const { criteria, feature } = atlas.address;
	const typed = { ...criteria, text: given.criteria.text };
	if (feature === given.feature && sameCriteria(typed, given.criteria)) return;
	location.assign(`${location.pathname}${formatAddress(atlas.address)}`);
}

/** Whether a reader would expect "back" to undo the change: not for the camera, nor for each letter of a search. */
function isStep(before: AddressView, after: AddressView): boolean {
	if (before.feature !== after.feature) return true;
	const typing = before.criteria.text !== '' && after.criteria.text !== '';
	return !sameCriteria(typing ? { ...before.criteria, text: after.criteria.text } : before.criteria, after.criteria);
}
