import { differencesAmong } from '$lib/engine/differences';
import { summaryOf } from '$lib/engine/origins';
import { answersTo, differencesOn } from '$lib/ui/pages/question-summary';
import { QUESTIONS_HREF } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { store, settings } }) => {
	const { info, questions } = store.catalogue;
	const asked = await Promise.all(
		questions.map(async (question) => ({ question, claims: await store.claimsOf({ question: question.id }) }))
	);
	const differences = differencesAmong([...new Set(asked.flatMap(({ claims }) => claims))], store.catalogue);
	return {
		canonical: settings.origin + QUESTIONS_HREF,
		info,
		questions: await Promise.all(
			asked.map(async ({ question, claims }) => {
				const notes = await store.cite(claims);
				return {
					question,
					summary: summaryOf(notes),
					answers: answersTo(question, notes),
					differences: differencesOn(question.id, differences)
				};
			})
		)
	};
};
