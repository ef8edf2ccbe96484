import { error } from '@sveltejs/kit';
import { pageErrorOf } from '$lib/server/api/ogc/page-error';
import type { LayoutServerLoad } from './$types';

export const csr = false;

/** What every page of the API needs; it is refused where a program would be. */
export const load: LayoutServerLoad = async ({ locals: { api, store, settings }, url, setHeaders }) => {
	const pageError = await pageErrorOf(api, url.pathname + url.search);
	if (pageError) error(pageError.status, { message: pageError.detail });
	// The same address is data for who asks for data.
	setHeaders({ vary: 'Accept' });
	return { origin: settings.origin, canonical: settings.origin + url.pathname, info: store.catalogue.info };
};
