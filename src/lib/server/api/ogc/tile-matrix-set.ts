import { type ApiLinks, selfAndAlternates, WEB_MERCATOR_QUAD } from './api-links';
import { DOCUMENTS, JSON_DOCUMENT } from './representation';

/** The zooms that the set defines; which of them there are tiles of is said by the tileset. */
const LAST_ZOOM = 24;

/** Half the way around the equator in metres, on the sphere of Web Mercator. */
const HALF_WORLD = Math.PI * 6_378_137;

/** The side of a pixel of 0.28 mm, in metres: what scale denominators are reckoned with. */
const PIXEL = 0.00028;

/** The tile matrix sets that there are (OGC 17-083r4, schema `tileMatrixSet-item`). */
export type TileMatrixSetsDocument = ReturnType<typeof tileMatrixSetsDocument>;

/** `/api/tileMatrixSets`. */
export function tileMatrixSetsDocument(links: ApiLinks) {
	const self = {
		rel: 'self',
		type: JSON_DOCUMENT.mediaType,
		title: WEB_MERCATOR_QUAD.title,
		href: links.tileMatrixSet()
	};
	return {
		tileMatrixSets: [{ ...WEB_MERCATOR_QUAD, links: [self] }],
		links: selfAndAlternates(links.to('tileMatrixSets'), JSON_DOCUMENT, DOCUMENTS)
	};
}

/** A tile matrix set (OGC 17-083r4, schema `tileMatrixSet`). */
export type TileMatrixSetDocument = ReturnType<typeof tileMatrixSetDocument>;

/** `/api/tileMatrixSets/WebMercatorQuad`. */
export function tileMatrixSetDocument(links: ApiLinks) {
	return {
		...WEB_MERCATOR_QUAD,
		orderedAxes: ['E', 'N'],
		wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
		tileMatrices: Array.from({ length: LAST_ZOOM + 1 }, (_, zoom) => tileMatrix(zoom)),
		links: selfAndAlternates(links.tileMatrixSet(), JSON_DOCUMENT, DOCUMENTS)
	};
}

/** One zoom of the set (schema `tileMatrix`). */
function tileMatrix(zoom: number) {
	const [count, pixels] = [2 ** zoom, 256];
	const cellSize = (2 * HALF_WORLD) / pixels / count;
	return {
		id: String(zoom),
		scaleDenominator: cellSize / PIXEL,
		cellSize,
		cornerOfOrigin: 'topLeft',
		pointOfOrigin: [-HALF_WORLD, HALF_WORLD],
		tileWidth: pixels,
		tileHeight: pixels,
		matrixWidth: count,
		matrixHeight: count
	};
}
