import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import { type FeatureForm, featureIdOf } from '../form';
import { breach, quote } from '../rule-list';

/** How uncertain a point may be that stands for its place, in metres: about half the width of the largest cities. */
const MAX_POINT_UNCERTAINTY = 50_000;

/** What each feature says of itself: that a claim is about it, and how it was placed. */
export function featureIssues({ features, claims, sourcesSound }: Draft): Issue[] {
	const issues: Issue[] = [];
	const mentioned = new Set(claims.flatMap(({ value }) => value.about.map(featureIdOf)));
	for (const entry of features) {
		const { file, path, value } = entry;
		const context = value.properties.context === true;
		if (!context && sourcesSound && !mentioned.has(value.id)) {
			const message = `No claim is about the feature ${quote(value.id)}.`;
			const remedy = 'Add a claim, remove the feature, or set "context": true if it only helps to read the map.';
			issues.push(breach('feature-has-claim', file, path, message, remedy));
		}
		if (context && mentioned.has(value.id)) {
			const message = `The feature ${quote(value.id)} is context, and claims are about it.`;
			issues.push(breach('feature-context', file, `${path}/properties/context`, message, 'Remove "context".'));
		}
		issues.push(...georeferenceIssues(entry), ...nameIssues(entry));
	}
	return issues;
}

function georeferenceIssues({ file, path, value }: Entry<FeatureForm>): Issue[] {
	const { geometry, properties } = value;
	const { uncertaintyMetres, extent } = properties.georeference;
	const place = `${path}/properties/georeference`;
	if ((geometry === null) !== (uncertaintyMetres === null)) {
		const message =
			geometry === null
				? `The feature ${quote(value.id)} has no geometry, and an uncertainty of ${uncertaintyMetres} m.`
				: `The feature ${quote(value.id)} has a geometry, and no uncertainty.`;
		const remedy =
			geometry === null ? 'Set uncertaintyMetres to null.' : 'Say how far the true place may be, in metres.';
		return [breach('georeference-null', file, `${place}/uncertaintyMetres`, message, remedy)];
	}
	// A geometry is not yet known to be sound here; its type is all that is read.
	const type: unknown = geometry?.type;
	const isPoint = type === 'Point' || type === 'MultiPoint';
	if (extent === 'seat' && geometry !== null && type !== 'Point') {
		const message = `The feature ${quote(value.id)} is a body, and its seat is a ${String(type)}.`;
		const remedy = 'Give the point at which it sits, or null geometry where no source says where that is.';
		return [breach('georeference-seat', file, `${place}/extent`, message, remedy)];
	}
	if (extent === 'somewhere-within' && isPoint) {
		const message = `The feature ${quote(value.id)} is somewhere within a ${type}.`;
		const remedy = 'Draw the area that it lies in; a pin says more than is known.';
		return [breach('georeference-vague-pin', file, `${place}/extent`, message, remedy)];
	}
	if (isPoint && uncertaintyMetres !== null && uncertaintyMetres > MAX_POINT_UNCERTAINTY) {
		const message = `The feature ${quote(value.id)} is a ${type} that may be ${uncertaintyMetres} m off.`;
		const remedy = `Draw the area that it lies in as somewhere-within; a point may be ${MAX_POINT_UNCERTAINTY} m off.`;
		return [breach('georeference-point', file, `${place}/uncertaintyMetres`, message, remedy)];
	}
	return [];
}

function nameIssues({ file, path, value }: Entry<FeatureForm>): Issue[] {
	return value.properties.names.flatMap(({ text, use, sources }, index) => {
		if (use !== 'search' || sources === undefined) return [];
		const message = `${quote(text)} only helps to find the feature ${quote(value.id)}, and is credited to ${quote(sources)}.`;
		const remedy = 'Leave out "sources", or "use" where the sources call the feature itself so.';
		return [breach('name-search-uncredited', file, `${path}/properties/names/${index}/sources`, message, remedy)];
	});
}
