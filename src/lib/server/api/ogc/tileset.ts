import { escapeXml } from '$lib/formats/xml';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Extent } from '$lib/domain/extent';
import type { Store } from '$lib/server/store/store';
import { ZOOMS } from '$lib/server/tiles/tile-address';
import type { TileAttribute } from '$lib/server/tiles/tile-attributes';
import { TILE_LAYER } from '$lib/server/tiles/cut';
import { CRS84 } from './collections';
import { type ApiLinks, type Link, selfAndAlternates, TILING_SCHEME_REL, WEB_MERCATOR_QUAD } from './api-links';
import { DOCUMENTS, HTML_PAGE, JSON_DOCUMENT, MVT, TILESET } from './representation';

/** What every description of the tileset begins with. */
interface TilesetItem {
	title: string;
	dataType: 'vector';
	crs: string;
	tileMatrixSetURI: string;
	links: Link[];
}

/** The tilesets that there are (OGC 20-057, schema `tileSet-item`). */
export interface TilesetsDocument {
	tilesets: TilesetItem[];
	links: Link[];
}

/** The rows and columns of one zoom that there are tiles of. */
interface TileMatrixLimits {
	tileMatrix: string;
	minTileRow: number;
	maxTileRow: number;
	minTileCol: number;
	maxTileCol: number;
}

interface BoundingBox {
	lowerLeft: [number, number];
	upperRight: [number, number];
	crs: string;
}

/** A tileset (OGC 17-083r4, schema `tileSet`). */
export interface TilesetDocument extends TilesetItem {
	description: string;
	version: string;
	license: string;
	mediaTypes: string[];
	tileMatrixSetLimits: TileMatrixLimits[];
	boundingBox?: BoundingBox;
	layers: {
		id: string;
		title: string;
		description: string;
		dataType: 'vector';
		minTileMatrix: string;
		maxTileMatrix: string;
		boundingBox?: BoundingBox;
		propertiesSchema: {
			type: 'object';
			properties: Record<string, { title: string; description: string; type: string }>;
		};
	}[];
}

/** A tileset as maps read it (TileJSON 3.0.0). */
export interface TileJsonDocument {
	tilejson: '3.0.0';
	name: string;
	description: string;
	version: string;
	attribution: string;
	scheme: 'xyz';
	tiles: string[];
	minzoom: number;
	maxzoom: number;
	bounds?: Extent;
	vector_layers: {
		id: string;
		description: string;
		minzoom: number;
		maxzoom: number;
		fields: Record<string, string>;
	}[];
}

const ABOUT_LAYER =
	'Every feature that can be drawn, with how many claims there are about it; one that is too small for an outline is a point.';

/** `/api/tiles`. */
export function tilesetsDocument({ info }: Catalogue, links: ApiLinks): TilesetsDocument {
	return {
		tilesets: [
			{
				...itemOf(info.title),
				links: [
					{ rel: 'self', type: JSON_DOCUMENT.mediaType, title: 'The tileset', href: links.tileset() },
					tilingScheme(links),
					tileLink(links)
				]
			}
		],
		links: selfAndAlternates(links.tilesets(), JSON_DOCUMENT, DOCUMENTS)
	};
}

/** `/api/tiles/WebMercatorQuad`. */
export async function tilesetDocument(
	store: Store,
	attributes: readonly TileAttribute[],
	links: ApiLinks
): Promise<TilesetDocument> {
	const { info } = store.catalogue;
	const { extent } = await store.bounds();
	const bounds = extent && { boundingBox: boundingBox(extent) };
	return {
		...itemOf(info.title),
		description: info.description,
		version: info.version,
		license: info.licence.url,
		mediaTypes: [MVT.mediaType],
		tileMatrixSetLimits: zooms().map(limitsOf),
		...bounds,
		layers: [
			{
				id: TILE_LAYER,
				title: 'All features',
				description: ABOUT_LAYER,
				dataType: 'vector',
				minTileMatrix: String(ZOOMS.least),
				maxTileMatrix: String(ZOOMS.most),
				...bounds,
				propertiesSchema: {
					type: 'object',
					properties: Object.fromEntries(
						attributes.map(({ name, title, description, type }) => [
							name,
							{ title, description, type: type.toLowerCase() }
						])
					)
				}
			}
		],
		links: [
			...selfAndAlternates(links.tileset(), JSON_DOCUMENT, TILESET),
			tileLink(links),
			tilingScheme(links),
			{ rel: 'license', type: HTML_PAGE.mediaType, title: info.licence.name, href: info.licence.url },
			{ rel: 'describedby', type: HTML_PAGE.mediaType, title: 'How the data was made', href: links.method() }
		]
	};
}

/** `/api/tiles/WebMercatorQuad?f=tilejson`. */
export async function tileJsonDocument(
	store: Store,
	attributes: readonly TileAttribute[],
	links: ApiLinks
): Promise<TileJsonDocument> {
	const { title, description, version, licence } = store.catalogue.info;
	const { extent } = await store.bounds();
	const [minzoom, maxzoom] = [ZOOMS.least, ZOOMS.most];
	const fields = Object.fromEntries(attributes.map(({ name, type }) => [name, type]));
	return {
		tilejson: '3.0.0',
		name: title,
		description,
		version,
		attribution: escapeXml(`${title}, ${licence.name}`),
		scheme: 'xyz',
		tiles: [`${links.tileset()}/{z}/{y}/{x}`],
		minzoom,
		maxzoom,
		...(extent && { bounds: extent }),
		vector_layers: [{ id: TILE_LAYER, description: ABOUT_LAYER, minzoom, maxzoom, fields }]
	};
}

function itemOf(title: string): Omit<TilesetItem, 'links'> {
	const { crs, uri } = WEB_MERCATOR_QUAD;
	return { title, dataType: 'vector', crs, tileMatrixSetURI: uri };
}

function tileLink(links: ApiLinks): Link {
	return {
		rel: 'item',
		type: MVT.mediaType,
		title: 'A tile, by zoom, row and column',
		href: `${links.tileset()}/{tileMatrix}/{tileRow}/{tileCol}`,
		templated: true
	};
}

function tilingScheme(links: ApiLinks): Link {
	return {
		rel: TILING_SCHEME_REL,
		type: JSON_DOCUMENT.mediaType,
		title: 'How the tiles are laid out',
		href: links.tileMatrixSet()
	};
}

function zooms(): number[] {
	return Array.from({ length: ZOOMS.most - ZOOMS.least + 1 }, (_, index) => ZOOMS.least + index);
}

/** Every tile of a zoom is answered, if only as empty. */
function limitsOf(zoom: number): TileMatrixLimits {
	const last = 2 ** zoom - 1;
	return { tileMatrix: String(zoom), minTileRow: 0, maxTileRow: last, minTileCol: 0, maxTileCol: last };
}

function boundingBox([west, south, east, north]: Extent): BoundingBox {
	return { lowerLeft: [west, south], upperRight: [east, north], crs: CRS84 };
}
