import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { CRITERIA_PARAMETERS, formatCriteria, parseCriteria } from '$lib/filter/criteria-query';
import type { QueryProblem } from '$lib/filter/parameter-reader';
import type { Vocabulary } from '$lib/filter/vocabulary';
import { decimalsAt, degreesPerPixel } from '$lib/geometry/ground-scale';

/** Where the map looks: degrees, and MapLibre's zoom (512 px tiles). */
export interface Camera {
	zoom: number;
	lat: number;
	lng: number;
}

/**
 * The parameters of the dashboard's own query string: what filters, the feature that is open, and the version of the data
 * under which a link was made. Where the map looks is no parameter: it stands after the #.
 */
export const VIEW_PARAMETERS = [...CRITERIA_PARAMETERS, 'feature', 'version'] as const;

/** What the address says: what is asked, which feature is open, where the map looks (null: the first view). */
export interface AddressView {
	criteria: Criteria;
	feature: string | null;
	camera: Camera | null;
}

/** The ids that an address may name. */
export type AddressVocabulary = Vocabulary & { features: Pick<ReadonlySet<string>, 'has'> };

/** The view of an address; what cannot be read falls back to its default and is named in `problems`. */
export function parseAddress(
	search: URLSearchParams,
	hash: string,
	vocabulary: AddressVocabulary
): { view: AddressView; problems: QueryProblem[] } {
	const { criteria, problems } = parseCriteria(search, vocabulary);
	const [feature, ...others] = new Set(search.getAll('feature').filter((id) => id !== ''));
	const isOpen = feature !== undefined && others.length === 0 && vocabulary.features.has(feature);
	if (feature !== undefined && !isOpen) {
		const known = `There is no feature “${feature.slice(0, 60)}”.`;
		const detail = others.length === 0 ? known : `feature has ${1 + others.length} values, and can have one.`;
		problems.push({ parameter: 'feature', value: feature, detail });
	}
	const camera = parseCamera(hash);
	if (camera === null && /[#&]map=/.test(hash)) {
		problems.push({ parameter: 'map', value: hash, detail: 'map must be zoom/latitude/longitude.' });
	}
	return { view: { criteria, feature: isOpen ? feature : null, camera }, problems };
}

/** The address of a view, from the question mark on; empty for the default view. */
export function formatAddress({ criteria, feature, camera }: AddressView): string {
	const query = formatCriteria(criteria);
	if (feature !== null) query.set('feature', feature);
	return formatQuery(query) + (camera ? formatCamera(camera) : '');
}

/** The address of criteria alone. */
export function formatSearch(criteria: Criteria): string {
	return formatQuery(formatCriteria(criteria));
}

/** The view without criteria, selection or camera. */
export const DEFAULT_VIEW: AddressView = { criteria: EVERYTHING, feature: null, camera: null };

/** A query with the commas of its lists left readable. */
export function formatQuery(query: URLSearchParams): string {
	const text = query.toString().replaceAll('%2C', ',');
	return text === '' ? '' : `?${text}`;
}

/** True for cameras that a person could not tell apart. */
export function isSameCamera(a: Camera, b: Camera): boolean {
	const pixel = degreesPerPixel(a.zoom);
	return Math.abs(a.zoom - b.zoom) < 1e-3 && Math.abs(a.lat - b.lat) < pixel && Math.abs(a.lng - b.lng) < pixel;
}

/** `#map=zoom/lat/lng`; as many decimals as the zoom can show. */
export function formatCamera({ zoom, lat, lng }: Camera): string {
	const decimals = decimalsAt(zoom);
	return `#map=${Number(zoom.toFixed(2))}/${Number(lat.toFixed(decimals))}/${Number(lng.toFixed(decimals))}`;
}

/** The camera that a fragment gives; null for none. */
export function parseCamera(hash: string): Camera | null {
	const match = /[#&]map=(-?[\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)(?:&|$)/.exec(hash);
	if (!match) return null;
	const [zoom = NaN, lat = NaN, lng = NaN] = match.slice(1).map(Number);
	const inRange = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
	return inRange ? { zoom, lat, lng } : null;
}
