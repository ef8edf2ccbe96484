import type { Claim } from '$lib/domain/claim';
import { filtersClaims, leavesOf } from '$lib/filter/clauses';
import { isUnfiltered, type Criteria } from '$lib/filter/criteria';
import { type Row, testOf, UNKNOWN } from '$lib/filter/leaf';
import {
	type ClaimBefore,
	type DatasetVersion,
	type FeatureBefore,
	netAlterations,
	type NetAlteration,
	versionsAfter
} from '$lib/domain/history';
import type { ChangesSince, AlterationSummary } from '$lib/domain/changes-since';
import type { Store } from '$lib/server/store/store';

/** What a page shows, as far as a version can have changed it. */
export type Shown = { feature: string } | { source: string } | { question: string } | { criteria: Criteria };

/** The longest version that is repeated to the reader. */
const VERSION_LENGTH = 40;

/**
 * What has changed on a page since the version that its link names; null for a link without one, and for one of the
 * version that is served. A page may show several things side by side.
 */
export async function changesSince(
	store: Store,
	linked: string | null,
	...shown: Shown[]
): Promise<ChangesSince | null> {
	const { info, history } = store.catalogue;
	if (linked === null || linked === '' || linked === info.version) return null;
	const after = versionsAfter(history, linked);
	if (!after) {
		return { linked: linked.slice(0, VERSION_LENGTH), date: null, current: info.version, concerned: [], others: 0 };
	}
	const each = await Promise.all(shown.map((one) => readConcerns(store, one, after)));
	const concerns: Concerns = {
		claim: (now, was) => each.some((one) => one.claim(now, was)),
		feature: (id, layers) => each.some((one) => one.feature(id, layers))
	};
	const features = await Promise.all(
		netAlterations(after.map((version) => version.features)).map((alteration) =>
			summarizeFeature(store, alteration, concerns)
		)
	);
	const claims = await Promise.all(
		netAlterations(after.map((version) => version.claims)).map((alteration) =>
			summarizeClaim(store, alteration, concerns)
		)
	);
	const alterations = [...claims, ...features];
	const concerned = alterations.flatMap((one) => (one ? [one] : []));
	const date = history.find(({ version }) => version === linked)?.date ?? null;
	return { linked, date, current: info.version, concerned, others: alterations.length - concerned.length };
}

/** Whether an alteration concerns what is shown: by what stands there now, or by what stood there before. */
interface Concerns {
	claim(now: Claim | null, was: ClaimBefore | null): boolean;
	feature(id: string, layers: readonly string[]): boolean;
}

async function readConcerns(store: Store, shown: Shown, after: readonly DatasetVersion[]): Promise<Concerns> {
	if ('criteria' in shown) return viewConcerns(store, shown.criteria, after);
	const about = new Set((await store.claimsOf(shown)).flatMap((claim) => claim.about));
	if ('feature' in shown) {
		const { feature } = shown;
		return {
			claim: (now, was) => [now, was].some((side) => side?.about.includes(feature)),
			feature: (id) => id === feature
		};
	}
	if ('source' in shown) {
		const { source } = shown;
		return { claim: (now, was) => [now, was].some((side) => side?.source === source), feature: (id) => about.has(id) };
	}
	const { question } = shown;
	const formerly = store.catalogue.questions.find(({ id }) => id === question)?.formerly ?? [];
	return {
		claim: (now, was) =>
			now?.positions.some((stance) => stance.question === question) === true ||
			was?.questions.some((id) => id === question || formerly.includes(id)) === true,
		feature: (id) => about.has(id)
	};
}

/**
 * What concerns a view is what passes its criteria, or passed them. Of a claim that is gone only its source, topics,
 * questions and features are known, of a feature its layer and what such claims said of it: where these pass, it is told.
 */
async function viewConcerns(store: Store, criteria: Criteria, after: readonly DatasetVersion[]): Promise<Concerns> {
	if (isUnfiltered(criteria)) return { claim: () => true, feature: () => true };
	const passes = testOf(leavesOf(criteria));
	const matching = { claims: new Set<string>(), features: new Set<string>() };
	// A feature that was in another layer may have been shown there.
	for await (const { feature, claims } of store.find({ ...criteria, layers: null })) {
		matching.features.add(feature.id);
		if (passes({ ...UNKNOWN, layers: [feature.layer] })) for (const { id } of claims) matching.claims.add(id);
	}
	const about = after.flatMap(({ claims }) => [...claims.withdrawn, ...claims.changed].flatMap(({ was }) => was.about));
	const known = await Promise.all([...new Set(about)].map((id) => store.feature(id)));
	const layerOf = new Map(known.flatMap((feature) => (feature ? [[feature.id, feature.layer]] : [])));
	// What stood there first is what the link showed.
	for (const { features } of [...after].reverse()) {
		for (const { id, was } of [...features.withdrawn, ...features.changed]) layerOf.set(id, was.layer);
	}
	const { former } = store.vocabulary;
	const rowOf = ({ source, topics, questions }: ClaimBefore): Row => ({
		...UNKNOWN,
		sources: [source],
		topics,
		questions: questions.flatMap((id) => former.questions.get(id) ?? id)
	});
	const spokenOf = new Set<string>();
	for (const { claims } of after) {
		for (const { was } of [...claims.withdrawn, ...claims.changed])
			if (passes(rowOf(was))) was.about.forEach((id) => spokenOf.add(id));
	}
	return {
		claim: (now, was) => {
			if (now && matching.claims.has(now.id)) return true;
			if (!was) return false;
			const layers = was.about.flatMap((id) => layerOf.get(id) ?? []);
			return passes({ ...rowOf(was), layers: layers.length < was.about.length ? undefined : layers });
		},
		feature: (id, layers) => {
			if (!passes({ ...UNKNOWN, layers })) return false;
			if (matching.features.has(id) || spokenOf.has(id)) return true;
			return !store.vocabulary.features.has(id) && !filtersClaims(criteria);
		}
	};
}

async function summarizeClaim(
	store: Store,
	{ id, what, why, was }: NetAlteration<ClaimBefore>,
	concerns: Concerns
): Promise<AlterationSummary | null> {
	const now = what === 'withdrawn' ? null : await store.claim(id);
	if (!concerns.claim(now, was)) return null;
	const text = now?.text ?? was?.text ?? id;
	const before = was && was.text !== text ? was.text : null;
	return { kind: 'claim', id, what, text, before, why, source: now?.source ?? null };
}

async function summarizeFeature(
	store: Store,
	{ id, what, why, was }: NetAlteration<FeatureBefore>,
	concerns: Concerns
): Promise<AlterationSummary | null> {
	const now = what === 'withdrawn' ? null : await store.feature(id);
	const layers = [now?.layer, was?.layer].filter((layer) => layer !== undefined);
	if (!concerns.feature(id, layers)) return null;
	const text = now?.name ?? was?.name ?? id;
	return { kind: 'feature', id, what, text, before: was && was.name !== text ? was.name : null, why, source: null };
}
