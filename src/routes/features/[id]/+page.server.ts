import { error } from '@sveltejs/kit';
import { reasonWords, withdrawalOf } from '$lib/domain/history';
import { answersAt } from '$lib/engine/answers-at';
import { differencesAmong } from '$lib/engine/differences';
import { noSuch } from '$lib/server/pages/no-such';
import { changesSince } from '$lib/server/pages/page-changes';
import { readOrder } from '$lib/server/pages/note-order';
import { featureHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings }, params: { id }, url }) => {
	const feature = await store.feature(id);
	if (!feature) {
		const gone = withdrawalOf(store.catalogue.history, 'features', id);
		const message = gone
			? `The feature “${gone.was.name}” was withdrawn in version ${gone.version}: ${reasonWords(gone.why)}`
			: noSuch('feature', id);
		error(404, { message });
	}
	const claims = await store.claimsOf({ feature: id });
	const { info, layers, sources } = store.catalogue;
	return {
		canonical: settings.origin + featureHref(id),
		info,
		layers,
		sources,
		changes: await changesSince(store, url.searchParams.get('version'), { feature: id }),
		...readOrder(url.searchParams),
		lines: answersAt(claims, store.catalogue),
		outlines: await store.outlines(),
		selection: {
			feature,
			notes: await store.cite(claims),
			hidden: 0,
			differences: differencesAmong(claims, store.catalogue),
			latest: store.latest
		}
	};
};
