import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import { fontFaces } from './fonts';
import { basemapSource, basemapSourceId } from './layers/basemap';
import { layersInOrder } from './layers/order';
import type { Palette } from './palette';
import { MAP_SOURCES, type MapSourceId } from './sources/map-sources';

/** Whose data the basemap is made of; shown beside the map. */
export const BASEMAP_ATTRIBUTION = '© OpenStreetMap contributors, GeoNames, Natural Earth';

/** What layers read besides their features (`global-state`). */
export interface StyleState {
	/** The names that the basemap leaves to us. */
	named: readonly string[];
	/** The open feature of a person's own, by its index in what is drawn; -1 for none. */
	ownSelected: number;
}

/** All that the style draws and reads besides its colours. */
export interface StyleContent {
	/** Where the basemap's archive is. */
	basemap: string;
	data: Partial<Record<MapSourceId, GeoJSON>>;
	state: Partial<StyleState>;
}

/** The whole style (MapLibre style specification, version 8): the same content in another palette is another theme. */
export function styleOf(palette: Palette, { basemap, data, state }: StyleContent): StyleSpecification {
	const source = (id: MapSourceId): GeoJSONSourceSpecification => ({
		type: 'geojson',
		data: data[id] ?? { type: 'FeatureCollection', features: [] },
		tolerance: 0.2
	});
	return {
		version: 8,
		'font-faces': fontFaces,
		state: {
			named: { default: state.named ?? [] },
			ownSelected: { default: state.ownSelected ?? -1 }
		},
		sources: {
			[basemapSourceId]: basemapSource(basemap, BASEMAP_ATTRIBUTION),
			...Object.fromEntries(MAP_SOURCES.map((id) => [id, source(id)]))
		},
		transition: { duration: 0, delay: 0 },
		layers: layersInOrder(palette)
	};
}
