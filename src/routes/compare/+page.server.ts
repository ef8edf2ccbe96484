import { changesSince } from '$lib/server/pages/page-changes';
import { parseAddress } from '$lib/app/codec';
import { spokenOfUnder } from '$lib/server/pages/spoken-of';
import { accordingTo, voiceNamed, voicesOf } from '$lib/ui/compare/voice';
import { compareHref } from '$lib/app/links';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { store, settings }, url }) => {
	const { view, problems } = parseAddress(url.searchParams, '', store.vocabulary);
	const { info, agents, unquoted, fingerprint } = store.catalogue;
	const voices = voicesOf(info, agents, unquoted);
	const side = async (name: 'left' | 'right') => {
		const asked = url.searchParams.get(name) ?? '';
		const voice = voiceNamed(voices, asked);
		if (asked !== '' && !voice) {
			problems.push({ parameter: name, value: asked, detail: `No one is called “${asked.slice(0, 60)}” here.` });
		}
		const criteria = accordingTo(voice, view.criteria);
		const spokenOf = voice?.kind === 'unquoted' ? await store.cite(await spokenOfUnder(store, voice.id, view)) : [];
		return { voice, criteria, spokenOf, first: await store.view(criteria, view.feature) };
	};
	const [left, right] = [await side('left'), await side('right')];
	return {
		info,
		fingerprint,
		voices,
		problems,
		address: view,
		since: await changesSince(store, url.searchParams.get('version'), left, right),
		left,
		right,
		canonical: settings.origin + compareHref(view.criteria, left.voice?.id, right.voice?.id)
	};
};
