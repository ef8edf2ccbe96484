import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import { type FeatureForm, featureIdOf } from '../form';
import { breachIn, quote } from '../rule-list';

/** How uncertain a point may be that stands for its place, in metres: about half the width of the largest cities. */
const MAX_POINT_UNCERTAINTY = 50_000;

/** What each feature says of itself: that a claim is about it, and how it was placed. */
export function* featureIssues({ features, claims, sourcesSound }: Draft): Generator<Issue> {
	const mentioned = new Set(claims.flatMap(({ value }) => value.about.map(featureIdOf)));
	for (const feature of features) {
		const { id, properties } = feature.value;
		const context = properties.context === true;
		if (!context && sourcesSound && !mentioned.has(id)) {
			const message = `No claim is about the feature ${quote(id)}.`;
			const remedy = 'Add a claim, remove the feature, or set "context": true if it only helps to read the map.';
			yield breachIn('feature-has-claim', feature, '', message, remedy);
		}
		if (context && mentioned.has(id)) {
			const message = `The feature ${quote(id)} is context, and claims are about it.`;
			yield breachIn('feature-context', feature, '/properties/context', message, 'Remove "context".');
		}
		const wrong = georeferenceIssue(feature);
		if (wrong !== null) yield wrong;
		yield* nameIssues(feature);
	}
}

/** The first thing that is wrong with how a feature was placed; null for nothing. */
function georeferenceIssue(feature: Entry<FeatureForm>): Issue | null {
	const { id, geometry, properties } = feature.value;
	const { uncertaintyMetres, extent } = properties.georeference;
	const [uncertainty, extents] = ['uncertaintyMetres', 'extent'].map((name) => `/properties/georeference/${name}`) as [
		string,
		string
	];
	if ((geometry === null) !== (uncertaintyMetres === null)) {
		const [message, remedy] =
			geometry === null
				? [`no geometry, and an uncertainty of ${uncertaintyMetres} m.`, 'Set uncertaintyMetres to null.']
				: ['a geometry, and no uncertainty.', 'Say how far the true place may be, in metres.'];
		return breachIn('georeference-null', feature, uncertainty, `The feature ${quote(id)} has ${message}`, remedy);
	}
	// A geometry is not yet known to be sound here; its type is all that is read.
	const type: unknown = geometry?.type;
	const isPoint = type === 'Point' || type === 'MultiPoint';
	if (extent === 'seat' && geometry !== null && type !== 'Point') {
		const message = `The feature ${quote(id)} is a body, and its seat is a ${String(type)}.`;
		const remedy = 'Give the point at which it sits, or null geometry where no source says where that is.';
		return breachIn('georeference-seat', feature, extents, message, remedy);
	}
	if (extent === 'somewhere-within' && isPoint) {
		const message = `The feature ${quote(id)} is somewhere within a ${type}.`;
		const remedy = 'Draw the area that it lies in; a pin says more than is known.';
		return breachIn('georeference-vague-pin', feature, extents, message, remedy);
	}
	if (!isPoint || uncertaintyMetres === null || uncertaintyMetres <= MAX_POINT_UNCERTAINTY) return null;
	const message = `The feature ${quote(id)} is a ${type} that may be ${uncertaintyMetres} m off.`;
	const remedy = `Draw the area that it lies in as somewhere-within; a point may be ${MAX_POINT_UNCERTAINTY} m off.`;
	return breachIn('georeference-point', feature, uncertainty, message, remedy);
}

function* nameIssues(feature: Entry<FeatureForm>): Generator<Issue> {
	for (const [index, { text, use, sources }] of feature.value.properties.names.entries()) {
		if (use !== 'search' || sources === undefined) continue;
		const message = `${quote(text)} only helps to find the feature ${quote(feature.value.id)}, and is credited to ${quote(sources)}.`;
		const remedy = 'Leave out "sources", or "use" where the sources call the feature itself so.';
		yield breachIn('name-search-uncredited', feature, `/properties/names/${index}/sources`, message, remedy);
	}
}
