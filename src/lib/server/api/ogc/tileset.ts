import { escapeXml } from '$lib/formats/xml';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Extent } from '$lib/domain/extent';
import type { Store } from '$lib/server/store/store';
import { ZOOMS } from '$lib/server/tiles/tile-address';
import type { TileAttribute } from '$lib/server/tiles/tile-attributes';
import { TILE_LAYER } from '$lib/server/tiles/cut';
import { CRS84 } from './collections';
import { type ApiLinks, type Link, selfAndAlternates, TILING_SCHEME_REL, WEB_MERCATOR_QUAD } from './api-links';
import { DOCUMENTS, JSON_DOCUMENT, MVT, TILESET } from './representation';

const ABOUT_LAYER =
	'Every feature that can be drawn, with how many claims there are about it; one that is too small for an outline is a point.';

/** The tilesets that there are (OGC 20-057, schema `tileSet-item`). */
export type TilesetsDocument = ReturnType<typeof tilesetsDocument>;

/** `/api/tiles`. */
export function tilesetsDocument({ info }: Catalogue, links: ApiLinks) {
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
		links: selfAndAlternates(links.to('tiles'), JSON_DOCUMENT, DOCUMENTS)
	};
}

/** A tileset (OGC 17-083r4, schema `tileSet`). */
export type TilesetDocument = Awaited<ReturnType<typeof tilesetDocument>>;

/** `/api/tiles/WebMercatorQuad`. */
export async function tilesetDocument(store: Store, attributes: readonly TileAttribute[], links: ApiLinks) {
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
			...links.ofData(info)
		]
	};
}

/** A tileset as maps read it (TileJSON 3.0.0). */
export type TileJsonDocument = Awaited<ReturnType<typeof tileJsonDocument>>;

/** `/api/tiles/WebMercatorQuad?f=tilejson`. */
export async function tileJsonDocument(store: Store, attributes: readonly TileAttribute[], links: ApiLinks) {
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

/** What every description of the tileset begins with. */
function itemOf(title: string) {
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
function limitsOf(zoom: number) {
	const last = 2 ** zoom - 1;
	return { tileMatrix: String(zoom), minTileRow: 0, maxTileRow: last, minTileCol: 0, maxTileCol: last };
}

function boundingBox([west, south, east, north]: Extent) {
	return { lowerLeft: [west, south], upperRight: [east, north], crs: CRS84 };
}
