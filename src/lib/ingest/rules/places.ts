import type { Geometry } from 'geojson';
import type { Issue } from '$lib/domain/issue';
import { extentOf, union } from '$lib/domain/extent';
import { byFile } from '../by-file';
import { liesIn, outlineOf, type Outline } from '../country';
import type { Draft, ParsedFile } from '../draft';
import type { FeatureForm } from '../form';
import { geojsonIssues, type UncheckedFeature } from '../geojson-form';
import { bboxIssues, geometryIssues } from '../geometry-issues';
import { placementOf } from '../placement';
import { smallestCircle, uncertaintyFor } from '$lib/geometry/smallest-circle';
import { breach, quote } from '../rule-list';

/** All that can be wrong with where features are: their GeoJSON, their geometry, and the country that it lies in. */
export function placeIssues(draft: Draft, files: readonly ParsedFile[]): Issue[] {
	const issues: Issue[] = [];
	const countries = files.find(({ kind }) => kind === 'countries');
	const outlines = countries === undefined ? null : readOutlines(countries, issues);
	const inFile = byFile(draft.features);

	for (const { file, text, value, unsound } of files.filter(({ kind }) => kind === 'layer')) {
		const features = inFile.get(file) ?? [];
		const { issues: structure, sound } = geojsonIssues(
			file,
			text,
			features.map(({ path, value: feature }) => ({ path, feature }))
		);
		issues.push(...structure);
		let placed = unsound.length === 0 && structure.length === 0;
		for (const { path, value: feature } of features) {
			if (!sound.has(path)) continue;
			const { geometry, properties, bbox } = feature;
			const place = `${path}/geometry`;
			const found = geometry === null ? [] : geometryIssues(file, place, geometry);
			issues.push(...found);
			if (found.some(({ rule }) => rule !== 'position-precision')) {
				placed = false;
				continue;
			}
			issues.push(...bboxIssues(file, path, bbox, geometry), ...bboxIssues(file, place, geometry?.bbox, geometry));
			if (!found.some(({ rule }) => rule === 'position-precision'))
				issues.push(...uncertaintyIssues(file, path, feature));
			if (properties.country === undefined) continue;
			issues.push(...countryIssues(file, path, feature.id, properties.country, geometry, countries?.file, outlines));
		}
		if (placed) issues.push(...collectionBboxIssues(file, value, features));
	}
	return issues;
}

/** How much more than the radius an uncertainty may be: a share, and metres. Less than it by a metre is rounding. */
const MORE = { share: 0.01, metres: 10 };

/** Darwin Core's uncertainty, held against the geometry; of a single point, against what the remarks say of it. */
function uncertaintyIssues(file: string, path: string, { id, geometry, properties }: FeatureForm): Issue[] {
	const { uncertaintyMetres, remarks } = properties.georeference;
	if (geometry === null || uncertaintyMetres === null) return [];
	const place = `${path}/properties/georeference/uncertaintyMetres`;
	const circle = smallestCircle(geometry);
	if (circle === null) {
		const message = `The feature ${quote(id)} lies in no half of the globe, and has an uncertainty of ${uncertaintyMetres} m.`;
		const remedy = 'Draw less of it, or leave it undrawn with null geometry and null uncertainty.';
		return [breach('georeference-uncertainty', file, place, message, remedy)];
	}
	const { radiusMetres } = circle;
	if (radiusMetres === 0) {
		if (distancesIn(remarks).includes(uncertaintyMetres)) return [];
		const message = `The remarks of ${quote(id)} name no distance of ${uncertaintyMetres} m, which is its uncertainty.`;
		const remedy = 'Say in the remarks how far what the point stands for may reach from it, in m or km, and give that.';
		return [breach('georeference-uncertainty', file, place, message, remedy)];
	}
	if (uncertaintyMetres >= radiusMetres - 1 && uncertaintyMetres <= radiusMetres * (1 + MORE.share) + MORE.metres) {
		return [];
	}
	const message = `The feature ${quote(id)} has an uncertainty of ${uncertaintyMetres} m; the smallest circle that holds its geometry has a radius of ${Math.round(radiusMetres)} m.`;
	return [breach('georeference-uncertainty', file, place, message, `Write ${uncertaintyFor(radiusMetres)}.`)];
}

/** The distances that a text names, in metres: “10 km”, “0.8 km”, “1,200 m”. */
function distancesIn(text: string): number[] {
	return [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(km|kilomet(?:re|er)s?|m|met(?:re|er)s?)(?![\p{L}\p{N}])/giu)].map(
		([, figure = '', unit = '']) =>
			Math.round(Number(figure.replaceAll(',', '')) * (unit.toLowerCase().startsWith('k') ? 1000 : 1) * 1000) / 1000
	);
}

function countryIssues(
	file: string,
	path: string,
	id: string,
	country: string,
	geometry: Geometry | null,
	countriesFile: string | undefined,
	outlines: Map<string, Outline> | null
): Issue[] {
	const place = `${path}/properties/country`;
	// A countries.geojson that does not read has been told already.
	if (countriesFile !== undefined && outlines === null) return [];
	const outline = outlines?.get(country);
	if (outline === undefined) {
		const message = `The feature ${quote(id)} names the country ${quote(country)}, which has no outline.`;
		return [
			breach('country-outline', file, place, message, 'Correct the code, or add the outline to countries.geojson.')
		];
	}
	const { anchor } = placementOf(geometry);
	if (geometry === null || anchor === null || liesIn(geometry, anchor, outline)) return [];
	const [lng = NaN, lat = NaN] = anchor;
	const swapped = Math.abs(lng) <= 90 && liesIn({ type: 'Point', coordinates: [lat, lng] }, [lat, lng], outline);
	const message = `The feature ${quote(id)} lies at ${quote(anchor)}, outside ${quote(country)}.`;
	const remedy = swapped ? 'Swap the coordinates: longitude comes first.' : 'Correct the coordinates or the country.';
	return [breach('geometry-in-country', file, `${path}/geometry`, message, remedy)];
}

/** The outlines by country code; null where the file is not one of outlines. Adds what is wrong with it to `issues`. */
function readOutlines({ file, text, value, unsound }: ParsedFile, issues: Issue[]): Map<string, Outline> | null {
	if (unsound.length > 0 || value === undefined) return null;
	const { features } = value as { features: { id: string; geometry: Geometry }[] };
	const unchecked: UncheckedFeature[] = features.map((feature, index) => ({ path: `/features/${index}`, feature }));
	const { issues: structure } = geojsonIssues(file, text, unchecked);
	issues.push(...structure);
	if (structure.length > 0) return null;
	const outlines = new Map<string, Outline>();
	let whole = true;
	for (const [index, { id, geometry }] of features.entries()) {
		const path = `/features/${index}`;
		if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') {
			const message = `The outline of ${quote(id)} is a ${geometry.type}.`;
			issues.push(breach('geometry-type', file, `${path}/geometry/type`, message, 'Give a Polygon or a MultiPolygon.'));
			whole = false;
		} else if (outlines.has(id)) {
			const message = `The country ${quote(id)} has an outline before.`;
			issues.push(breach('id-unique', file, `${path}/id`, message, 'Make one MultiPolygon of the two.'));
		} else outlines.set(id, outlineOf(geometry));
	}
	return whole ? outlines : null;
}

function collectionBboxIssues(file: string, value: unknown, features: Draft['features']): Issue[] {
	const { bbox } = value as { bbox?: number[] };
	if (bbox === undefined) return [];
	const whole = union(
		features.flatMap(({ value: { geometry } }) => {
			const extent = geometry && extentOf(geometry);
			return extent === null ? [] : [extent];
		})
	);
	if (whole !== null && whole.every((number, index) => number === bbox[index])) return [];
	const message = `The bbox of the layer is ${quote(bbox)}; that of its features is ${quote(whole)}.`;
	return [breach('bbox-matches', file, '/bbox', message, 'Correct it, or leave it out: it is worked out anyway.')];
}
