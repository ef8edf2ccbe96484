import { changesSince } from '$lib/server/pages/page-changes';
import { parseAddress } from '$lib/app/codec';
import { spokenOfUnder } from '$lib/server/pages/spoken-of';
import { accordingTo, perspectiveNamed, perspectivesOf } from '$lib/ui/compare/perspective';
import { compareHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { store, settings }, url }) => {
	const { view, problems } = parseAddress(url.searchParams, '', store.vocabulary);
	const { info, agents, unquoted, fingerprint } = store.catalogue;
	const perspectives = perspectivesOf(info, agents, unquoted);
	const side = async (name: 'left' | 'right') => {
		const asked = url.searchParams.get(name) ?? '';
		const perspective = perspectiveNamed(perspectives, asked);
		if (asked !== '' && !perspective) {
			problems.push({ parameter: name, value: asked, detail: `No one is called “${asked.slice(0, 60)}” here.` });
		}
		const criteria = accordingTo(perspective, view.criteria);
		const spokenOf =
			perspective?.kind === 'unquoted' ? await store.cite(await spokenOfUnder(store, perspective.id, view)) : [];
		return { perspective, criteria, spokenOf, first: await store.view(criteria, view.feature) };
	};
	const [left, right] = [await side('left'), await side('right')];
	return {
		info,
		fingerprint,
		perspectives,
		problems,
		address: view,
		changes: await changesSince(store, url.searchParams.get('version'), left, right),
		left,
		right,
		canonical: settings.origin + compareHref(view.criteria, left.perspective?.id, right.perspective?.id)
	};
};
