import { type Criteria, EVERYTHING } from '$lib/filter/criteria';
import { formatCriteria } from '$lib/filter/criteria-query';
import { type AddressView, DEFAULT_VIEW, formatAddress, formatCamera, formatQuery, formatSearch } from './codec';

/** Every address of the atlas, from the root of its origin; nothing else makes an href. */

/** The addresses below one, by what each is of. */
function below(href: string, suffix = ''): (id: string) => string {
	return (id) => `${href}/${encodeURIComponent(id)}${suffix}`;
}

/** An address with one more parameter. */
export function withParameter(href: string, name: string, value: string): string {
	return `${href}${href.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
}

/** The dashboard, in the view that is given; without one, in its first view. */
export function dashboardHref(view: Partial<AddressView> = {}): string {
	return `/${formatAddress({ ...DEFAULT_VIEW, ...view })}`;
}

/** Everything that the atlas knows, for programs: OGC API - Features. */
export const API_HREF = '/api';

/** The map of a view alone, for a page of someone else's to frame. */
export function embedHref(view: Partial<AddressView> = {}): string {
	return `/embed${formatAddress({ ...DEFAULT_VIEW, ...view })}`;
}

/** What another page needs to show a page of the atlas (oEmbed 1.0); `page` is its whole URL. */
export function oembedHref(page: string): string {
	return `/oembed?url=${encodeURIComponent(page)}`;
}

/** All features as a table. */
export const FEATURES_HREF = '/features';

/** The features that criteria find as a table, with its sort and its page where they are not the first. */
export function featuresHref(criteria: Criteria, sort?: string, page = 1): string {
	const query = formatCriteria(criteria);
	if (sort !== undefined) query.set('sort', sort);
	if (page !== 1) query.set('page', String(page));
	return `${FEATURES_HREF}${formatQuery(query)}`;
}

/** One feature with all that the sources say about it. */
export const featureHref = below(FEATURES_HREF);

/** All sources. */
export const SOURCES_HREF = '/sources';

/** One source with its claims. */
export const sourceHref = below(SOURCES_HREF);

/** One claim, where its source's page lists it. */
export function claimHref(source: string, claim: string): string {
	return `${sourceHref(source)}#${encodeURIComponent(claim)}`;
}

/** One paragraph of a source, where its page lists it. */
export function paragraphHref(source: string, paragraph: number): string {
	return `${sourceHref(source)}#p${paragraph}`;
}

/** What a reader must know of a source. */
export function warningsHref(source: string): string {
	return `${sourceHref(source)}#warnings`;
}

/** One claim's passage in its paragraph, as JSON, where the server may show it. */
export function passageHref(source: string, claim: string): string {
	return `${sourceHref(source)}/passages.json?claim=${encodeURIComponent(claim)}`;
}

/** The style by which a source's page highlights a passage, its claim and its places together. */
export function highlightsHref(source: string): string {
	return `${sourceHref(source)}/lights.css`;
}

/** All questions. */
export const QUESTIONS_HREF = '/questions';

/** Who says what on one question. */
export const questionHref = below(QUESTIONS_HREF);

/** Method, licences, border policy, how to cite. */
export const ABOUT_HREF = '/about';

/** What criteria find, as a file; the name is free, and `all` where there is none. */
export function exportHref(extension: string, criteria: Criteria = EVERYTHING, name = 'all'): string {
	return `/export/${encodeURIComponent(name)}.${extension}${formatSearch(criteria)}`;
}

/** Every format in which what criteria find can be taken away. */
export function formatsHref(criteria: Criteria = EVERYTHING): string {
	return `/export${formatSearch(criteria)}`;
}

/** The atlas as two agents or groups of agents have it, side by side; without them, the choice. */
export function compareHref(criteria: Criteria = EVERYTHING, left?: string, right?: string): string {
	const query = formatCriteria({ ...criteria, agents: null, groups: null });
	if (left) query.set('left', left);
	if (right) query.set('right', right);
	return `/compare${formatQuery(query)}`;
}

/** A view that is cited; where the map looked belongs to it, where that is known. */
export type CitableView = Omit<AddressView, 'camera'> & Partial<Pick<AddressView, 'camera'>>;

/** What can be cited: a claim, a source, a question, or a view, of which a feature alone is one. */
export type Citable = { claim: string } | { source: string } | { question: string } | CitableView;

/** How to cite something. */
export function citeHref(what: Citable): string {
	return `/cite${citeSearch(what)}${'criteria' in what && what.camera ? formatCamera(what.camera) : ''}`;
}

/** The citation of something as a file. */
export function citeFileHref(extension: string, what: Citable): string {
	return `/cite.${extension}${citeSearch(what)}`;
}

function citeSearch(what: Citable): string {
	if ('criteria' in what) return formatAddress({ ...what, camera: null });
	return `?${new URLSearchParams(what).toString()}`;
}

/** A feed of the claims that criteria find, or of those among them that are about one feature. */
export function feedHref(extension: string, criteria: Criteria = EVERYTHING, feature: string | null = null): string {
	return `/feed.${extension}${formatAddress({ criteria, feature, camera: null })}`;
}

/** What each version of the dataset did. */
export const CHANGES_HREF = '/changes';

/** An address as it was under a version of the dataset: its page then says what has changed since. */
export function permanentHref(href: string, version: string): string {
	const [address = '', ...hash] = href.split('#');
	return [withParameter(address, 'version', version), ...hash].join('#');
}

/** One layer as GeoJSON. */
export const layerHref = below('/layers', '.geojson');

/** The whole dataset of a fingerprint as JSON, for the browser to answer from. */
export const snapshotHref = below('/atlas', '.json');

/** What a kind of problem means. */
export const problemHref = below('/problems');
