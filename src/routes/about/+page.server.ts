import { EVERYTHING } from '$lib/filter/criteria';
import { readBasemap } from '$lib/server/basemap-file';
import { ABOUT_HREF } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, documents, settings } }) => {
	const { info, sources, layers, topics, questions, agents, unquoted } = store.catalogue;
	const { features, claims } = await store.count(EVERYTHING);
	const drawn = await store.drawn();
	return {
		canonical: settings.origin + ABOUT_HREF,
		info,
		layers,
		topics,
		unquoted: unquoted.map(({ id, name, role, claims: spokenOf }) => ({ id, name, role, claims: spokenOf.length })),
		documents: {
			...documents.totals,
			strays: documents.strays.length,
			issues: documents.issues.map(({ file, path, message, remedy }) => ({ file, path, message, remedy }))
		},
		basemap: await readBasemap(settings.geodataFolder),
		counts: {
			features,
			unplaced: drawn['not-drawn'],
			within: drawn['somewhere-within'],
			seats: drawn.seat,
			claims,
			sources: sources.length,
			paragraphs: sources.reduce((sum, source) => sum + source.document.paragraphs, 0),
			unmapped: sources.reduce((sum, source) => sum + source.unmapped.length, 0),
			questions: questions.length,
			agents: agents.length
		}
	};
};
