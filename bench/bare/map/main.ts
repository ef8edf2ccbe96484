import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

// The least that shows a MapLibre map: the library, its worker, and one polygon for the worker to cut into tiles.
setWorkerUrl(workerUrl);

const map = new MapLibreMap({
	container: 'map',
	center: [36, 34.5],
	zoom: 6,
	style: {
		version: 8,
		sources: {
			square: {
				type: 'geojson',
				data: {
					type: 'Polygon',
					coordinates: [
						[
							[35, 34],
							[37, 34],
							[37, 35],
							[35, 35],
							[35, 34]
						]
					]
				}
			}
		},
		layers: [
			{ id: 'sea', type: 'background', paint: { 'background-color': '#dfe7e8' } },
			{ id: 'square', type: 'fill', source: 'square', paint: { 'fill-color': '#0b6a8c' } }
		]
	}
});

map.once('idle', () => {
	map.getContainer().dataset['idle'] = 'true';
});
