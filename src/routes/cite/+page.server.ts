import { error } from '@sveltejs/kit';
import { warningsOn } from '$lib/domain/source';
import { CITATION_FORMATS, CITATION_STYLES } from '$lib/formats/citation-registry';
import { citableOf, citationOf, readCited } from '$lib/server/api/citable-thing';
import { frameOf } from '$lib/server/api/oembed';
import { citeFileHref, citeHref, embedHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

/** How long the page may be kept, in seconds: it names the day of access. */
const LIFETIME = 60;

/** The height of a framed map, in pixels. */
const FRAME_HEIGHT = 520;

export const load: PageServerLoad = async ({ locals: { store, documents, settings }, url, setHeaders }) => {
	const { cited, problems } = await readCited(store, url.searchParams);
	if (!cited) error(404, { message: problems.at(-1)?.detail ?? 'There is nothing to cite at this address.' });
	setHeaders({ 'cache-control': `public, max-age=${LIFETIME}` });
	const what = citableOf(cited);
	const claim = cited.kind === 'claim' ? cited.claim : null;
	const source = 'source' in cited ? cited.source : null;
	const { title, link, references } = citationOf(store, cited, settings.origin, new Date().toISOString().slice(0, 10));
	return {
		canonical: settings.origin + citeHref(what),
		info: store.catalogue.info,
		kind: cited.kind,
		proof: claim && { state: claim.proof, why: documents.unproved.get(claim.id)?.message ?? null },
		inferred: (claim && (await store.cite([claim]))[0]?.inferred) ?? [],
		warnings: (claim && source ? warningsOn(source, claim.id) : source?.warnings) ?? [],
		problems,
		title,
		link,
		frame: 'criteria' in what ? frameOf(settings.origin + embedHref(what), title, '100%', FRAME_HEIGHT) : null,
		styles: CITATION_STYLES.map((style) => ({
			id: style.id,
			title: style.title,
			entries: references.map((reference) => style.entry(reference)),
			citeTitle: style.citeTitle,
			cite: style.cite(references)
		})),
		files: CITATION_FORMATS.map((format) => ({
			id: format.id,
			title: format.title,
			description: format.description,
			text: format.serialise(references),
			href: citeFileHref(format.extension, what)
		}))
	};
};
