import { error } from '@sveltejs/kit';
import { inReadingOrder } from '$lib/domain/reading-order';
import { noSuch } from '$lib/server/pages/no-such';
import { changesSince } from '$lib/server/pages/page-changes';
import { paragraphsOf } from '$lib/server/pages/claims-in-order';
import { sourceHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, documents, settings }, params: { id }, url }) => {
	const { info, layers, sources } = store.catalogue;
	const source = sources.find((candidate) => candidate.id === id);
	if (!source) error(404, { message: noSuch('source', id) });
	const claims = inReadingOrder(await store.claimsOf({ source: id }));
	const about = [...new Set(claims.flatMap((claim) => claim.about))];
	const features = await Promise.all(about.map((feature) => store.feature(feature)));
	return {
		canonical: settings.origin + sourceHref(id),
		info,
		layers,
		source,
		changes: await changesSince(store, url.searchParams.get('version'), { source: id }),
		verification: documents.verifications.get(id) ?? null,
		paragraphs: paragraphsOf(source, await store.cite(claims)).map((read) => ({
			...read,
			// What no claim rests on is no passage, and is not shown.
			runs: read.why === null ? documents.runs(id, read.paragraph) : null
		})),
		originals: new Map(claims.map((claim) => [claim.id, documents.original(claim)])),
		features: features.filter((feature) => feature !== null),
		outlines: await store.outlines()
	};
};
