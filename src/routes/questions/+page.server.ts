import { answersTo } from '$lib/ui/pages/question-summary';
import { standingOf } from '$lib/query/origins';
import { QUESTIONS_HREF } from '$lib/url/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings } }) => {
	const { info, questions, relations } = store.catalogue;
	return {
		canonical: settings.origin + QUESTIONS_HREF,
		info,
		questions: await Promise.all(
			questions.map(async (question) => {
				const notes = await store.cite(await store.claimsOf({ question: question.id }));
				return { question, standing: standingOf(notes), answers: answersTo(question, notes, relations) };
			})
		)
	};
};
