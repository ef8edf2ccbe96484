import type {
	AddProtocolAction,
	ExpressionSpecification,
	FilterSpecification,
	LayerSpecification,
	StyleImageMetadata,
	VectorSourceSpecification
} from 'maplibre-gl';
import type { Palette } from '../palette';

/** The MapSource that the layers draw from. */
export const basemapSourceId = 'basemap';

/** Font families that the style's `font-faces` define; MapLibre draws their glyphs itself. */
export const basemapFonts = { regular: 'Atlas Sans', italic: 'Atlas Sans Italic' } as const;

/**
 * The archive at `url` as a MapSource. It is sparse: where detail ends, MapLibre goes on with the part of the last tile
 * above, as long as the protocol answers like `notFoundIfEmpty`. `attribution` is shown as text.
 */
export function basemapSource(url: string, attribution: string): VectorSourceSpecification & { sparse: boolean } {
	return { type: 'vector', url: `pmtiles://${url}`, attribution, sparse: true };
}

/**
 * Wraps the `pmtiles` protocol's `tile`: a tile that the archive does not hold is an error with status 404, which a
 * sparse MapSource understands, instead of an empty tile, which it would draw as open sea.
 */
export function notFoundIfEmpty(tile: AddProtocolAction): AddProtocolAction {
	return async (request, abort) => {
		const answer = await tile(request, abort);
		const missing = answer.data instanceof Uint8Array && answer.data.length === 0;
		if (missing) throw Object.assign(new Error(`The archive has no tile ${request.url}.`), { status: 404 });
		return answer;
	};
}

/** An image for `map.addImage`: a signed distance field, so that the layers colour it. */
export interface BasemapImage {
	id: string;
	data: { width: number; height: number; data: Uint8ClampedArray };
	options: Partial<StyleImageMetadata>;
}

/** The two symbols of settlements: a dot, and for capitals a dot in a ring. */
export function basemapImages(): BasemapImage[] {
	const disc = (radius: number) => (r: number) => r - radius;
	const ring = (r: number) => Math.min(r - 1.9, Math.abs(r - 4.1) - 0.6);
	return [mark('basemap-town', disc(2.1)), mark('basemap-capital', ring)];
}

/** The map below everything else, from sea to names, bottom first. */
export function basemapLayers(palette: Palette): LayerSpecification[] {
	return [
		{ id: 'basemap-sea', type: 'background', paint: { 'background-color': palette.sea } },
		{ id: 'basemap-land', type: 'fill', ...from('land'), paint: { 'fill-color': palette.land } },
		{
			id: 'basemap-rivers',
			type: 'line',
			...from('rivers'),
			maxzoom: 9,
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': palette['water-line'],
				'line-width': byZoom([4, 0.5], [7, 1.4]),
				'line-opacity': byZoom([8, 1], [8.8, 0])
			}
		},
		{ id: 'basemap-lakes', type: 'fill', ...from('lakes'), paint: { 'fill-color': palette.sea } },
		shore('basemap-coast', 'land', palette),
		// From zoom 6 on, lakes are holes in the land and have their shore from there.
		{ ...shore('basemap-lake-shores', 'lakes', palette), maxzoom: 6 },
		{
			id: 'basemap-borders',
			type: 'line',
			...from('borders'),
			filter: ['==', ['get', 'class'], 'agreed'],
			layout: { 'line-join': 'round' },
			paint: {
				'line-color': palette.border,
				'line-width': byZoom([2, 0.5], [5, 0.8], [9, 1.2]),
				'line-dasharray': [5, 2]
			}
		},
		{
			id: 'basemap-borders-disputed',
			type: 'line',
			...from('borders'),
			filter: ['==', ['get', 'class'], 'disputed'],
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': palette['border-disputed'],
				'line-width': byZoom([2, 0.8], [5, 1.2], [9, 1.7]),
				'line-dasharray': [0.2, 2.4]
			}
		},
		waterNames('basemap-seas', ['==', ['get', 'kind'], 'sea'], palette, byZoom([2, 11], [6, 14], [10, 16])),
		waterNames('basemap-waters', ['!=', ['get', 'kind'], 'sea'], palette, byZoom([6, 10.5], [10, 12.5])),
		{
			id: 'basemap-places',
			type: 'symbol',
			...from('places'),
			filter: shownRanks,
			layout: {
				'icon-image': ['case', ['has', 'capital'], 'basemap-capital', 'basemap-town'],
				'icon-size': ['match', ['get', 'rank'], [1, 2, 3], 1, [4], 0.85, 0.7],
				'icon-padding': 1,
				'text-field': inBothScripts(8),
				'text-font': [basemapFonts.regular],
				'text-size': [
					'interpolate',
					['linear'],
					['zoom'],
					4,
					['match', ['get', 'rank'], 1, 12.5, 2, 12, 11],
					10,
					['match', ['get', 'rank'], 1, 16, 2, 15.5, 3, 15, 4, 13.5, 12]
				],
				'text-variable-anchor': ['left', 'right', 'bottom', 'top', 'bottom-left', 'top-left'],
				'text-radial-offset': ['match', ['get', 'rank'], 1, 0.55, 0.45],
				'text-justify': 'auto',
				'text-max-width': 9,
				'text-line-height': 1.15,
				'text-padding': 4,
				'symbol-sort-key': ['get', 'order']
			},
			paint: {
				'text-color': palette.label,
				'text-halo-color': palette.halo,
				'text-halo-width': 1.4,
				'text-halo-blur': 0.4,
				'icon-color': palette.label,
				'icon-halo-color': palette.halo,
				'icon-halo-width': 1
			}
		},
		countryNames('basemap-countries-ar', 'name_ar', palette),
		countryNames('basemap-countries', 'name', palette)
	];
}

/** Which settlements a zoom shows; the tiles carry a few more, so that zooming in finds them there. */
const shownRanks: FilterSpecification = [
	'<=',
	['get', 'rank'],
	['step', ['zoom'], 0, 3, 1, 4, 2, 5, 3, 6, 4, 8, 5, 9, 6]
];

function from(layer: string) {
	return { source: basemapSourceId, 'source-layer': layer };
}

function byZoom(...stops: (readonly [zoom: number, value: number])[]): ExpressionSpecification {
	return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** The name and, from a zoom on and where there is one, the Arabic name smaller on a line below. */
function inBothScripts(zoom: number): ExpressionSpecification {
	const both: ExpressionSpecification = [
		'case',
		['has', 'name_ar'],
		['format', ['get', 'name'], {}, '\n', {}, ['get', 'name_ar'], { 'font-scale': 0.88 }],
		['get', 'name']
	];
	return ['step', ['zoom'], ['get', 'name'], zoom, both];
}

function shore(id: string, layer: string, palette: Palette): LayerSpecification {
	return {
		id,
		type: 'line',
		...from(layer),
		layout: { 'line-join': 'round' },
		paint: { 'line-color': palette['water-line'], 'line-width': byZoom([3, 0.4], [8, 0.8], [13, 1.4]) }
	};
}

/**
 * Names of countries and territories in one script, Latin above the point and Arabic below it: letters that are
 * spaced apart cannot share a label with letters that join.
 */
function countryNames(id: string, name: 'name' | 'name_ar', { country, halo }: Palette): LayerSpecification {
	const latin = name === 'name';
	const byKind = <T>(ofCountry: T, ofTerritory: T): ExpressionSpecification =>
		['match', ['get', 'kind'], 'country', ofCountry, ofTerritory] as ExpressionSpecification;
	return {
		id,
		type: 'symbol',
		...from('countries'),
		minzoom: latin ? 0 : 6,
		filter: ['all', ['has', name], ['>=', ['zoom'], ['get', 'from']]],
		layout: {
			'text-field': ['get', name],
			'text-font': [basemapFonts.regular],
			'text-anchor': latin ? 'bottom' : 'top',
			'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, byKind(12.5, 11), 10, byKind(17, 13)],
			'text-max-width': 8,
			'text-line-height': 1.3,
			'text-padding': latin ? 3 : 0,
			'symbol-sort-key': ['get', 'from'],
			...(latin
				? { 'text-transform': byKind('uppercase', 'none'), 'text-letter-spacing': byKind(0.2, 0.06) }
				: { 'text-offset': [0, 0.35] as [number, number] })
		},
		paint: { 'text-color': country, 'text-halo-color': halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 }
	};
}

function waterNames(
	id: string,
	kind: ExpressionSpecification,
	{ 'label-sea': water, sea }: Palette,
	size: ExpressionSpecification
): LayerSpecification {
	return {
		id,
		type: 'symbol',
		...from('waters'),
		filter: ['all', kind, ['>=', ['zoom'], ['get', 'from']], ['<', ['zoom'], ['get', 'until']]],
		layout: {
			'text-field': inBothScripts(6),
			'text-font': [basemapFonts.italic],
			'text-letter-spacing': 0.06,
			'text-size': size,
			'text-max-width': 7,
			'text-line-height': 1.3,
			'text-padding': 4
		},
		paint: { 'text-color': water, 'text-halo-color': sea, 'text-halo-width': 1, 'text-halo-blur': 0.5 }
	};
}

/** Draws a mark from its distance function (pixels from the edge, negative inside) as MapLibre's SDF icons want it. */
function mark(id: string, distance: (fromMiddle: number) => number): BasemapImage {
	const pixelRatio = 2;
	const side = 16 * pixelRatio;
	const data = new Uint8ClampedArray(side * side * 4);
	for (let i = 0; i < side * side; i++) {
		const x = (i % side) - (side - 1) / 2;
		const y = Math.floor(i / side) - (side - 1) / 2;
		// The edge lies at 3/4 of the range, and the field falls by 1/8 of it a CSS pixel.
		data[i * 4 + 3] = 255 * (0.75 - distance(Math.hypot(x, y) / pixelRatio) / 8);
	}
	return { id, data: { width: side, height: side, data }, options: { pixelRatio, sdf: true } };
}
