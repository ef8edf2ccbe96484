import type { Geometry } from 'geojson';
import { groupBy } from '$lib/domain/group-by';
import type { Issue } from '$lib/domain/issue';
import { extentOf, union } from '$lib/domain/extent';
import { liesIn, outlineOf, type Outline } from '../country';
import type { Draft, Entry, ParsedFile } from '../draft';
import type { FeatureForm } from '../form';
import { geojsonIssues } from '../geojson-form';
import { bboxIssues, geometryIssues } from '../geometry-issues';
import { placementOf } from '../placement';
import { smallestCircle, uncertaintyFor } from '$lib/geometry/smallest-circle';
import { breach, breachIn, quote } from '../rule-list';

/** All that can be wrong with where features are: their GeoJSON, their geometry, and the country that it lies in. */
export function* placeIssues({ files, features }: Draft): Generator<Issue> {
	const countries = files.find(({ kind }) => kind === 'countries');
	const outlines = countries ? yield* readOutlines(countries) : new Map<string, Outline>();
	const inFile = groupBy(features, ({ file }) => [file]);

	for (const { file, text, value, unsound } of files.filter(({ kind }) => kind === 'layer')) {
		const inLayer = inFile.get(file) ?? [];
		const unchecked = inLayer.map(({ path, value: feature }) => ({ path, feature }));
		const { issues: structure, sound } = geojsonIssues(file, text, unchecked);
		yield* structure;
		let placed = unsound.length === 0 && structure.length === 0;
		for (const entry of inLayer) {
			const { path, value: feature } = entry;
			if (!sound.has(path)) continue;
			const { geometry, bbox } = feature;
			const pointer = `${path}/geometry`;
			const found = geometry === null ? [] : geometryIssues(file, pointer, geometry);
			yield* found;
			if (found.some(({ rule }) => rule !== 'position-precision')) {
				placed = false;
				continue;
			}
			yield* bboxIssues(file, path, bbox, geometry);
			yield* bboxIssues(file, pointer, geometry?.bbox, geometry);
			if (found.length === 0) yield* uncertaintyIssues(entry);
			// A countries.geojson that does not read has been told already.
			if (outlines !== null) yield* countryIssues(entry, outlines);
		}
		if (placed) yield* collectionBboxIssues(file, value, inLayer);
	}
}

/** How much more than the radius an uncertainty may be: a share, and metres. Less than it by a metre is rounding. */
const MORE = { share: 0.01, metres: 10 };

/** Darwin Core's uncertainty, held against the geometry; of a single point, against what the remarks say of it. */
function* uncertaintyIssues(feature: Entry<FeatureForm>): Generator<Issue> {
	const { id, geometry, properties } = feature.value;
	const { uncertaintyMetres, remarks } = properties.georeference;
	if (geometry === null || uncertaintyMetres === null) return;
	const wrong = (message: string, remedy: string) =>
		breachIn('georeference-uncertainty', feature, '/properties/georeference/uncertaintyMetres', message, remedy);
	const radius = smallestCircle(geometry)?.radiusMetres;
	if (radius === undefined) {
		yield wrong(
			`The feature ${quote(id)} lies in no half of the globe, and has an uncertainty of ${uncertaintyMetres} m.`,
			'Draw less of it, or leave it undrawn with null geometry and null uncertainty.'
		);
	} else if (radius === 0) {
		if (distancesIn(remarks).includes(uncertaintyMetres)) return;
		yield wrong(
			`The remarks of ${quote(id)} name no distance of ${uncertaintyMetres} m, which is its uncertainty.`,
			'Say in the remarks how far what the point stands for may reach from it, in m or km, and give that.'
		);
	} else if (uncertaintyMetres < radius - 1 || uncertaintyMetres > radius * (1 + MORE.share) + MORE.metres) {
		const message = `The feature ${quote(id)} has an uncertainty of ${uncertaintyMetres} m; the smallest circle that holds its geometry has a radius of ${Math.round(radius)} m.`;
		yield wrong(message, `Write ${uncertaintyFor(radius)}.`);
	}
}

/** The distances that a text names, in metres: “10 km”, “0.8 km”, “1,200 m”. */
function distancesIn(text: string): number[] {
	return [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(km|kilomet(?:re|er)s?|m|met(?:re|er)s?)(?![\p{L}\p{N}])/giu)].map(
		([, figure = '', unit = '']) =>
			Math.round(Number(figure.replaceAll(',', '')) * (unit.toLowerCase().startsWith('k') ? 1000 : 1) * 1000) / 1000
	);
}

function* countryIssues(feature: Entry<FeatureForm>, outlines: ReadonlyMap<string, Outline>): Generator<Issue> {
	const { id, geometry, properties } = feature.value;
	const { country } = properties;
	if (country === undefined) return;
	const outline = outlines.get(country);
	if (outline === undefined) {
		const message = `The feature ${quote(id)} names the country ${quote(country)}, which has no outline.`;
		const remedy = 'Correct the code, or add the outline to countries.geojson.';
		yield breachIn('country-outline', feature, '/properties/country', message, remedy);
		return;
	}
	const { anchor } = placementOf(geometry);
	if (geometry === null || anchor === null || liesIn(geometry, anchor, outline)) return;
	const [lng = NaN, lat = NaN] = anchor;
	const swapped = Math.abs(lng) <= 90 && liesIn({ type: 'Point', coordinates: [lat, lng] }, [lat, lng], outline);
	const message = `The feature ${quote(id)} lies at ${quote(anchor)}, outside ${quote(country)}.`;
	const remedy = swapped ? 'Swap the coordinates: longitude comes first.' : 'Correct the coordinates or the country.';
	yield breachIn('geometry-in-country', feature, '/geometry', message, remedy);
}

/** Yields what is wrong with a file of outlines, and returns the outlines by country code; null where they are not sound. */
function* readOutlines(countries: ParsedFile): Generator<Issue, Map<string, Outline> | null> {
	const { file, text, value, unsound } = countries;
	if (unsound.length > 0 || value === undefined) return null;
	const { features } = value as { features: { id: string; geometry: Geometry }[] };
	const unchecked = features.map((feature, index) => ({ path: `/features/${index}`, feature }));
	const { issues } = geojsonIssues(file, text, unchecked);
	yield* issues;
	if (issues.length > 0) return null;
	const outlines = new Map<string, Outline>();
	let whole = true;
	for (const { path, feature } of unchecked) {
		const { id, geometry } = feature;
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
			const message = `The outline of ${quote(id)} is a ${geometry.type}.`;
			yield breach('geometry-type', file, `${path}/geometry/type`, message, 'Give a Polygon or a MultiPolygon.');
			whole = false;
		} else if (outlines.has(id)) {
			const message = `The country ${quote(id)} has an outline before.`;
			yield breach('id-unique', file, `${path}/id`, message, 'Make one MultiPolygon of the two.');
		} else outlines.set(id, outlineOf(geometry));
	}
	return whole ? outlines : null;
}

function* collectionBboxIssues(file: string, value: unknown, features: Draft['features']): Generator<Issue> {
	const { bbox } = value as { bbox?: number[] };
	if (bbox === undefined) return;
	const whole = union(
		features.map(({ value: { geometry } }) => geometry && extentOf(geometry)).filter((extent) => extent !== null)
	);
	if (whole?.every((number, index) => number === bbox[index])) return;
	const message = `The bbox of the layer is ${quote(bbox)}; that of its features is ${quote(whole)}.`;
	yield breach('bbox-matches', file, '/bbox', message, 'Correct it, or leave it out: it is worked out anyway.');
}
