import type { Claim } from '$lib/domain/claim';
import { isUnfiltered, type Criteria } from '$lib/filter/criteria';
import { lastChangedDays } from '$lib/domain/history';
import { criteriaWords, titlesOf } from '$lib/filter/criteria-words';
import { dateWords } from '$lib/words/edtf-words';
import { type FeedEntry, titleFrom } from '$lib/formats/feed';
import { inferredWords } from '$lib/words/attribution-words';
import { MODALITY_WORDS } from '$lib/words/modality-words';
import { FEED_FORMATS, feedFormatOf } from '$lib/formats/feed-registry';
import { claimHref, dashboardHref, featureHref, feedHref } from '$lib/app/links';
import { etagOf } from '$lib/server/http/etag';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { readView } from './parameters';
import { problem } from './problem';

/** How many claims a feed has at most: those that were added or changed last, whenever they were said. */
const MOST_ENTRIES = 500;

/**
 * `/feed.{extension}`: the claims that criteria find, those about one feature where `feature` names it; first those that
 * a version added or changed last (RFC 4287, section 4.2.15), among these the latest said. `origin` is the scheme and host
 * of its links.
 */
export async function feedFile(
	store: Store,
	origin: string,
	query: URLSearchParams,
	extension: string
): Promise<Response> {
	const format = feedFormatOf(extension);
	if (!format) {
		const known = FEED_FORMATS.map((candidate) => `.${candidate.extension}`).join(' and ');
		return problem('unknown-format', `There is no feed that ends in .${extension.slice(0, 60)}; there are ${known}.`);
	}
	// A feed of what is gone is gone: whoever follows it is told to stop.
	const gone = query.getAll('feature').find((id) => id !== '' && !store.vocabulary.features.has(id));
	if (gone !== undefined) return problem('not-found', `There is no feature “${gone.slice(0, 60)}”.`);
	const view = readView(query, store.vocabulary);
	if (view instanceof Response) return view;
	const { criteria } = view;
	const feature = view.feature === null ? null : await store.feature(view.feature);
	const { catalogue } = store;
	const { info, fingerprint } = catalogue;
	const self = feedHref(extension, criteria, view.feature);
	const words = isUnfiltered(criteria) ? null : criteriaWords(criteria, titlesOf(catalogue));
	const what = [feature ? `claims about ${feature.name}` : 'claims', words].filter((part) => part !== null).join(', ');
	const text = format.serialise({
		title: `${info.title}: ${what}`,
		description: info.description,
		home: origin + (feature && !words ? featureHref(feature.id) : dashboardHref(view)),
		self: origin + self,
		updated: info.date,
		creator: info.creator,
		licence: info.licence,
		entries: await entriesOf(store, origin, await latestClaims(store, criteria, view.feature))
	});
	return new Response(text, {
		headers: {
			...DATA_HEADERS,
			'Content-Type': format.mediaType,
			ETag: etagOf('feed', format.id, format.version, origin, fingerprint, self),
			'Cache-Control': 'public, no-cache'
		}
	});
}

/**
 * The claims that were added or changed last, the latest first; those of one day by when they were said, and what was said
 * on the same days as in the dataset.
 */
async function latestClaims(store: Store, criteria: Criteria, feature: string | null): Promise<Claim[]> {
	const found = new Map<string, Claim>();
	for await (const match of store.find(criteria)) {
		if (feature === null || match.feature.id === feature) {
			for (const claim of match.claims) found.set(claim.id, claim);
		}
	}
	const updated = updatesOf(store);
	const later = (a: string, b: string) => (a < b ? 1 : -Number(a > b));
	return [...found.values()]
		.sort((a, b) => later(updated(a.id), updated(b.id)) || later(lastDay(a), lastDay(b)))
		.slice(0, MOST_ENTRIES);
}

/** The day on which a claim was added or last changed. What no version names has been there from the first on. */
function updatesOf({ catalogue: { info, history } }: Store): (id: string) => string {
	const touched = lastChangedDays(history);
	const first = history.at(-1)?.date ?? info.date;
	return (id) => touched.get(id) ?? first;
}

function lastDay({ said: { interval } }: Claim): string {
	return interval.to ?? interval.from ?? '';
}

async function entriesOf(store: Store, origin: string, claims: readonly Claim[]): Promise<FeedEntry[]> {
	const { info, sources } = store.catalogue;
	const updated = updatesOf(store);
	const unproved = new Set(claims.filter(({ proof }) => proof === 'unproved').map(({ id }) => id));
	return (await store.cite(claims)).map((claim) => {
		const { id, text, said, chain, inferred, modality, source, warnings, paragraph, about, topics } = claim;
		const record = sources.find((candidate) => candidate.id === source.id)?.record;
		const speakers = [
			...chain.map(({ name, as }) => `${name} (${as})`),
			...(modality === 'asserted' ? [MODALITY_WORDS.asserted] : []),
			...(inferred ? [inferredWords(inferred)] : [])
		].join(', ');
		const remarks = [
			...(unproved.has(id) ? ['Its passage is not proved.'] : []),
			...(warnings ?? []).map((warning) => `Warning: ${warning.text}`)
		];
		const when = `${dateWords(said.edtf, 'long')}${said.basis === 'inferred' ? ', inferred' : ''}`;
		return {
			address: origin + claimHref(source.id, id),
			title: titleFrom(text),
			text: `${text} ${speakers}. Said ${when}. ${[`Source: ${source.title}, paragraph ${paragraph}.`, ...remarks].join(' ')}`,
			author: chain[0]?.name ?? info.creator,
			// A month, a range or a date that is only about right is no day.
			published: /^\d{4}-\d{2}-\d{2}$/.test(said.edtf) ? said.edtf : null,
			updated: updated(id),
			source: { title: source.title, address: record?.URL ?? null },
			about: about.map((feature) => ({ title: feature.title, address: origin + featureHref(feature.id) })),
			topics
		};
	});
}
