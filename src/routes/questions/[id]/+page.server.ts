import { error, redirect } from '@sveltejs/kit';
import { differencesAmong } from '$lib/engine/differences';
import { summaryOf } from '$lib/engine/origins';
import { noSuch } from '$lib/server/pages/no-such';
import { changesSince } from '$lib/server/pages/page-changes';
import { differencesOn, formerOf, inOrderOfTime, questionsBeside } from '$lib/ui/pages/question-summary';
import { questionHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings }, params: { id }, url }) => {
	const { info, questions } = store.catalogue;
	const version = url.searchParams.get('version');
	const page = { canonical: settings.origin + questionHref(id), info };
	const claimsOn = (question: string) => store.claimsOf({ question });

	const parts = questions.filter(({ formerly }) => formerly?.includes(id));
	const [renamed] = parts;
	if (renamed && parts.length === 1) redirect(308, questionHref(renamed.id) + url.search);
	if (renamed) {
		return {
			...page,
			divided: {
				id,
				parts: await Promise.all(
					parts.map(async (question) => ({
						question,
						summary: summaryOf(await store.cite(await claimsOn(question.id)))
					}))
				)
			},
			whole: null,
			changes: await changesSince(store, version, ...parts.map((part) => ({ question: part.id })))
		};
	}
	const question = questions.find((candidate) => candidate.id === id);
	if (!question) error(404, { message: noSuch('question', id) });
	const claims = await claimsOn(id);
	const beside = await Promise.all(questionsBeside(id, store.catalogue.relations).map(claimsOn));
	return {
		...page,
		divided: null,
		whole: {
			question,
			former: formerOf(question, questions),
			notes: inOrderOfTime(await store.cite(claims)),
			differences: differencesOn(id, differencesAmong([...new Set([claims, ...beside].flat())], store.catalogue)),
			latest: store.latest
		},
		changes: await changesSince(store, version, { question: id })
	};
};
