import { error, redirect } from '@sveltejs/kit';
import { answersAt } from '$lib/engine/answers-at';
import { API_HREF } from '$lib/app/links';
import { type ApiDocument, itemsOf, textOf } from '$lib/ui/api/api-document';
import { problemsOfNames } from '$lib/server/api/ogc/parameter-names';
import { queryOfForm, queryShown } from '$lib/ui/api/item-form';
import type { PageServerLoad } from './$types';

export const csr = false;

/** A page of the API is drawn from the JSON at its address, and refused where that is refused. */
export const load: PageServerLoad = async ({ fetch, locals: { store, settings }, params, url, setHeaders }) => {
	const asked = queryOfForm(url.searchParams);
	if (asked !== null) redirect(303, url.pathname + asked);
	// The JSON is asked for by an f of its own, and cannot refuse that of the page.
	const [wrong] = problemsOfNames(new URLSearchParams(url.searchParams.getAll('f').map((f) => ['f', f])), ['f']);
	if (wrong) error(400, { message: wrong.detail });
	const read = async (path: readonly string[], query = new URLSearchParams()) => {
		const search = new URLSearchParams(query);
		search.set('f', 'json');
		const response = await fetch(`${[API_HREF, ...path].join('/')}?${search}`);
		const document = (await response.json()) as ApiDocument & { detail?: string };
		if (!response.ok) error(response.status, { message: document.detail ?? '' });
		return document;
	};
	const segments = params.path.split('/').filter((segment) => segment !== '');
	const path = segments.map(encodeURIComponent);
	const [first, id, part] = path;
	const document = await read(first === 'docs' ? ['openapi.json'] : path, queryShown(url.searchParams));
	const isOfCollection = first === 'collections' && id !== undefined && part !== 'items';
	const beside = isOfCollection
		? await read([first, id, 'items'], new URLSearchParams({ limit: '300' }))
		: first === undefined
			? await read(['collections'])
			: {};
	const onMap = itemsOf(part === 'items' ? document : part === undefined ? beside : {}).map(
		({ id, properties }) => properties['feature_id'] ?? id
	);
	const drawn = await Promise.all([...new Set(onMap)].map((feature) => store.feature(textOf(feature))));
	const [item] = document['type'] === 'Feature' ? itemsOf(document) : [];
	// The same address is data for who asks for data.
	setHeaders({ vary: 'Accept' });
	return {
		segments,
		document,
		beside,
		catalogue: store.catalogue,
		query: Object.fromEntries(url.searchParams),
		features: drawn.filter((feature) => feature !== null),
		outlines: drawn.length > 0 ? await store.outlines() : [],
		lines: item?.answers ? answersAt(await store.claimsOf({ feature: item.id }), store.catalogue) : [],
		origin: settings.origin,
		canonical: settings.origin + url.pathname
	};
};
