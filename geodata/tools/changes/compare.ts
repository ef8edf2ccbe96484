import { type ClaimForm, type FeatureForm, featureIdOf } from '$lib/ingest/form';
import { modalityOf } from '$lib/domain/claim';
import type { Alterations, ClaimBefore, DatasetVersion, FeatureBefore } from '$lib/domain/history';
import type { Edition } from './edition';

/**
 * The version that leads from one edition to another, by the ids of claims and features. Reasons say what can be seen from
 * the data; those of withdrawals are empty, and the gate does not take them until a person has written them.
 */
export function compareEditions(from: Edition, to: Edition): DatasetVersion {
	return {
		version: to.version,
		date: to.date,
		note: '',
		claims: alterations(from.claims, to.claims, membersOfClaim, claimBefore, ({ source }) => `new, from ${source}`),
		features: alterations(from.features, to.features, membersOfFeature, featureBefore, () => 'new')
	};
}

function alterations<Item, Before>(
	from: ReadonlyMap<string, Item>,
	to: ReadonlyMap<string, Item>,
	membersOf: (item: Item) => Record<string, unknown>,
	before: (item: Item) => Before,
	whyNew: (item: Item) => string
): Alterations<Before> {
	const all: Alterations<Before> = { added: [], changed: [], withdrawn: [] };
	for (const [id, now] of to) {
		const was = from.get(id);
		if (was === undefined) {
			all.added.push({ id, why: whyNew(now) });
			continue;
		}
		const members = changedMembers(membersOf(was), membersOf(now));
		if (members.length > 0) all.changed.push({ id, why: `changed: ${members.join(', ')}`, was: before(was) });
	}
	for (const [id, was] of from) if (!to.has(id)) all.withdrawn.push({ id, why: '', was: before(was) });
	return all;
}

function changedMembers(was: Record<string, unknown>, now: Record<string, unknown>): string[] {
	const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
	return names.filter((name) => {
		// What an edition could not say is no change where a later one says it.
		if (name === 'ties' && (was[name] === undefined || now[name] === undefined)) return false;
		return canonical(was[name]) !== canonical(now[name]);
	});
}

/** A value as text that does not depend on the order in which its members were written. */
function canonical(value: unknown): string | undefined {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

/**
 * What a claim says, whatever the form in which an edition wrote it: features apart from the words that stand for them,
 * a former word for a modality as the one that is used now, and what goes without saying left out.
 */
function membersOfClaim(claim: ClaimForm & { source: string }): Record<string, unknown> {
	const { about, attribution, modality, positions = [], ...rest } = claim;
	const ties = about.filter((pin) => typeof pin !== 'string');
	return {
		...rest,
		about: about.map(featureIdOf).sort(),
		...(ties.length > 0 && { ties: ties.sort((a, b) => (a.feature < b.feature ? -1 : 1)) }),
		attribution: attribution.map(({ basis, ...link }) => (basis === 'inferred' ? { ...link, basis } : link)),
		modality: modalityOf(modality),
		positions
	};
}

/** A feature's own bbox says what its geometry says. */
function membersOfFeature({ geometry, properties, layer }: FeatureForm & { layer: string }): Record<string, unknown> {
	return { layer, geometry, ...properties };
}

function claimBefore({ text, source, about, topics, positions = [] }: ClaimForm & { source: string }): ClaimBefore {
	return {
		text,
		source,
		about: about.map(featureIdOf),
		topics,
		questions: [...new Set(positions.map(({ question }) => question))]
	};
}

function featureBefore({ properties, layer }: FeatureForm & { layer: string }): FeatureBefore {
	return { name: properties.name, layer };
}
