import { type ApiLinks, type Link, selfAndAlternates, WEB_MERCATOR_QUAD } from './api-links';
import { DOCUMENTS, JSON_DOCUMENT } from './representation';

/** The zooms that the set defines; which of them there are tiles of is said by the tileset. */
const LAST_ZOOM = 24;

/** Half the way around the equator in metres, on the sphere of Web Mercator. */
const HALF_WORLD = Math.PI * 6_378_137;

/** The side of a pixel of 0.28 mm, in metres: what scale denominators are reckoned with. */
const PIXEL = 0.00028;

/** One zoom of a tile matrix set (OGC 17-083r4, schema `tileMatrix`). */
interface TileMatrix {
	id: string;
	scaleDenominator: number;
	cellSize: number;
	cornerOfOrigin: 'topLeft';
	pointOfOrigin: [number, number];
	tileWidth: number;
	tileHeight: number;
	matrixWidth: number;
	matrixHeight: number;
}

/** A tile matrix set (schema `tileMatrixSet`). */
export interface TileMatrixSetDocument {
	id: string;
	title: string;
	uri: string;
	crs: string;
	orderedAxes: string[];
	wellKnownScaleSet: string;
	tileMatrices: TileMatrix[];
	links: Link[];
}

/** The tile matrix sets that there are (schema `tileMatrixSet-item`). */
export interface TileMatrixSetsDocument {
	tileMatrixSets: { id: string; title: string; uri: string; crs: string; links: Link[] }[];
	links: Link[];
}

/** `/api/tileMatrixSets`. */
export function tileMatrixSetsDocument(links: ApiLinks): TileMatrixSetsDocument {
	const self = {
		rel: 'self',
		type: JSON_DOCUMENT.mediaType,
		title: WEB_MERCATOR_QUAD.title,
		href: links.tileMatrixSet()
	};
	return {
		tileMatrixSets: [{ ...WEB_MERCATOR_QUAD, links: [self] }],
		links: selfAndAlternates(links.tileMatrixSets(), JSON_DOCUMENT, DOCUMENTS)
	};
}

/** `/api/tileMatrixSets/WebMercatorQuad`. */
export function tileMatrixSetDocument(links: ApiLinks): TileMatrixSetDocument {
	return {
		...WEB_MERCATOR_QUAD,
		orderedAxes: ['E', 'N'],
		wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
		tileMatrices: Array.from({ length: LAST_ZOOM + 1 }, (_, zoom) => tileMatrix(zoom)),
		links: selfAndAlternates(links.tileMatrixSet(), JSON_DOCUMENT, DOCUMENTS)
	};
}

function tileMatrix(zoom: number): TileMatrix {
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
