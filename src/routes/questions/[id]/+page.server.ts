import { error } from '@sveltejs/kit';
import { changesSince } from '$lib/server/since';
import { inOrderOfTime } from '$lib/ui/pages/question-summary';
import { questionHref } from '$lib/url/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings }, params: { id }, url }) => {
	const { info, questions, relations } = store.catalogue;
	const question = questions.find((candidate) => candidate.id === id);
	if (!question) error(404, { message: `The atlas has no question “${id.slice(0, 60)}”.` });
	return {
		canonical: settings.origin + questionHref(id),
		info,
		question,
		relations,
		since: await changesSince(store, url.searchParams.get('version'), { question: id }),
		latest: store.latest,
		notes: inOrderOfTime(await store.cite(await store.claimsOf({ question: id })))
	};
};
