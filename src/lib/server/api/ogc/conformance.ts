import { type ApiLinks, selfAndAlternates } from './api-links';
import { DOCUMENTS, JSON_DOCUMENT } from './representation';

const FEATURES_1 = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';
const FEATURES_3 = 'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf';
const TILES = 'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf';
const TILE_MATRIX_SETS = 'http://www.opengis.net/spec/tms/2.0/conf';
const CQL2 = 'http://www.opengis.net/spec/cql2/1.0/conf';

/** The conformance classes that the API holds to. */
const CONFORMS_TO: readonly string[] = [
	...['core', 'oas30', 'html', 'geojson'].map((name) => `${FEATURES_1}/${name}`),
	...['queryables', 'filter', 'features-filter'].map((name) => `${FEATURES_3}/${name}`),
	...[
		'cql2-text',
		'cql2-json',
		'basic-cql2',
		'advanced-comparison-operators',
		'case-insensitive-comparison',
		'accent-insensitive-comparison',
		'basic-spatial-functions',
		'basic-spatial-functions-plus',
		'temporal-functions',
		'array-functions',
		'property-property'
	].map((name) => `${CQL2}/${name}`),
	...['core', 'tileset', 'tilesets-list', 'dataset-tilesets', 'mvt', 'oas30'].map((name) => `${TILES}/${name}`),
	...['tilematrixset', 'json-tilematrixset', 'tilesetmetadata', 'json-tilesetmetadata'].map(
		(name) => `${TILE_MATRIX_SETS}/${name}`
	)
];

/** `/api/conformance`: what the API conforms to (OGC 17-069r4, schema `confClasses`). */
export function conformanceDocument(links: ApiLinks) {
	return {
		conformsTo: CONFORMS_TO,
		links: selfAndAlternates(links.to('conformance'), JSON_DOCUMENT, DOCUMENTS)
	};
}
