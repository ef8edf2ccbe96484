import { addProtocol, type GeoJSONSource, type LngLatLike, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import type { GeoJSON } from 'geojson';
import type { Extent } from '$lib/domain/extent';
import type { Stroke, Tool } from '$lib/app/drawing.svelte';
import { type Camera, isSameCamera } from '$lib/app/codec';
import type { Drawing } from './draw';
import { FeaturesOnMap, type FeaturesStart } from './features-on-map.svelte';
import { type Hit, type OwnHits, REACH_PIXELS } from './hits';
import { drawImage, pixelRatio } from './images';
import { basemapImages, basemapSourceId, notFoundIfEmpty } from './layers/basemap';
import { OWN_AREAS, OWN_SYMBOLS } from './layers/own';
import type { Arrangement } from './names/arrange';
import type { Palette } from './palette';
import type { MapSourceId } from './sources/map-sources';
import { type StyleContent, type StyleState, styleOf } from './style';
import { boundsOf, cameraOf, type ClearView, firstLook, type Look, paddingOf, revealing } from './camera';

/** A point of the map's canvas, in CSS pixels from its top left corner. */
export interface ScreenPoint {
	x: number;
	y: number;
}

/** What the map tells its owner. */
export interface MapEvents {
	/** It has come to rest somewhere else than before. */
	moved(camera: Camera): void;
	/** A person began to move it. */
	grabbed(): void;
	/** The pointer is over it, or has left it. */
	pointed(point: (ScreenPoint & { lng: number; lat: number }) | null): void;
	clicked(point: ScreenPoint): void;
}

export interface MapStart {
	container: HTMLElement;
	/** What a screen reader is told of the canvas. */
	label: string;
	palette: Palette;
	/** What the features of the atlas are drawn with. */
	features: Omit<FeaturesStart, 'palette' | 'pixelRatio'>;
	content: StyleContent;
	/** Where it looks first. */
	look: Look;
	events: MapEvents;
}

/** Why there is no map to be seen. */
export type MapTrouble = 'no-webgl' | 'context-lost';

/** Closest zoom of a fit: one facility with its surroundings. */
const CLOSEST_FIT = 12;
const EASE_MILLISECONDS = 600;

/**
 * The one owner of the MapLibre map. What it is told to draw it remembers: until the style is there, and through every
 * change of the style and every loss of the graphics context, so that nobody else needs to know of them.
 */
export class MapContext {
	trouble: MapTrouble | null = $state(null);
	/** True while everything is drawn and nothing moves. */
	idle: boolean = $state(false);
	/** True where the basemap's archive could not be read. */
	withoutBasemap: boolean = $state(false);
	camera: Camera = $state.raw({ zoom: 0, lat: 0, lng: 0 });

	readonly #map: MapLibreMap | null = null;
	readonly #events: MapEvents | null = null;
	#palette: Palette;
	readonly #content: StyleContent;
	readonly #features: FeaturesOnMap;
	#styled = false;
	/** The tool in use, and one that is still being loaded. */
	#drawing: Drawing | null = null;
	#tool: symbol | null = null;
	/** Whether a tool was in use when the pointer was pressed: the click that follows is the tool’s, even if it ends it. */
	#pressWithTool = false;
	/** Where the pointer was last, while it is over the map. */
	#pointer: ScreenPoint | null = null;
	/** True where something came that the map has not been given. */
	#waiting = false;

	constructor({ container, label, palette, features, content, look, events }: MapStart) {
		this.#palette = palette;
		this.#content = { ...content, data: { ...content.data }, state: { ...content.state } };
		this.#features = new FeaturesOnMap({ ...features, palette, pixelRatio: pixelRatio() });
		if (!hasWebGL()) {
			this.trouble = 'no-webgl';
			return;
		}
		this.#events = events;
		setWorkerUrl(workerUrl);
		addProtocol('pmtiles', notFoundIfEmpty(new Protocol().tile));
		const map = new MapLibreMap({
			container,
			style: styleOf(palette, this.#content),
			...firstLook(look, container),
			attributionControl: false,
			dragRotate: false,
			touchPitch: false,
			pitchWithRotate: false,
			maxPitch: 0,
			minZoom: 1,
			maxZoom: 18,
			// Map, list and counts change together, at once.
			fadeDuration: 0
		});
		this.#map = map;
		map.touchZoomRotate.disableRotation();
		map.keyboard.disableRotation();
		// The region around the canvas is the landmark; the canvas is what takes the keys.
		const canvas = map.getCanvas();
		canvas.setAttribute('role', 'application');
		canvas.setAttribute('aria-label', label);
		this.#drawImages(map);
		this.#listen(map);
		this.camera = cameraOf(map);
	}

	/** Draws everything again in other colours. A tool in use is laid down. */
	setPalette(palette: Palette): void {
		this.#palette = palette;
		this.#features.redraw(palette);
		this.stopDrawing();
		this.#restyle();
	}

	/** Replaces what a MapSource holds. */
	setData(id: MapSourceId, data: GeoJSON): void {
		this.#content.data[id] = data;
		if (!this.#canDraw()) return;
		void this.#map?.getSource<GeoJSONSource>(id)?.setData(data);
	}

	/** Replaces a value that the style reads. */
	setState<Name extends keyof StyleState>(name: Name, value: StyleState[Name]): void {
		this.#content.state[name] = value;
		if (!this.#canDraw()) return;
		this.#map?.setGlobalStateProperty(name, value);
	}

	/** Names, and icons that lie on others, as they stand over what is drawn. */
	get arrangement(): Arrangement {
		return this.#features.arrangement;
	}

	/** Shows what a filter result says of each feature (sources/feature-states.ts). */
	show(states: Int32Array): void {
		this.#features.show(states);
		if (this.#map && this.#styled) this.#features.paintAreas(this.#map);
		this.#repaint();
	}

	/** Keeps the name of a feature, by its index in the dataset; -1 where none is open. */
	select(number: number): void {
		this.#features.select(number);
		this.#repaint();
	}

	/** What is drawn under a point of the canvas. */
	hitsAt({ x, y }: ScreenPoint): Hit[] {
		return this.#map && this.#styled ? this.#features.hitsAt(this.#map, x, y) : [];
	}

	/** What is drawn of a person's own data under a point of the canvas: a symbol or a line within reach, and an area. */
	ownHitsAt({ x, y }: ScreenPoint): OwnHits {
		const map = this.#styled ? this.#map : null;
		const reach = REACH_PIXELS / 2;
		const first = (layers: string[], part: [number, number] | [[number, number], [number, number]]) =>
			map?.queryRenderedFeatures(part, { layers, validate: false })[0]?.id;
		const symbol = first(OWN_SYMBOLS, [
			[x - reach, y - reach],
			[x + reach, y + reach]
		]);
		const area = first(OWN_AREAS, [x, y]);
		return { symbol: symbol === undefined ? null : Number(symbol), area: area === undefined ? null : Number(area) };
	}

	/** Takes a tool up; its script is loaded first. What is drawn is told until another tool is taken, or none. */
	async startDrawing(tool: Tool, drawn: (stroke: Stroke) => void): Promise<void> {
		this.stopDrawing();
		const session = Symbol(tool);
		this.#tool = session;
		const { startDrawing } = await import('./draw');
		if (this.#tool !== session || !this.#map || !this.#styled) return;
		const { ink, halo } = this.#palette;
		this.#drawing = startDrawing(this.#map, tool, { ink, ground: halo }, drawn);
	}

	/** Sets a corner of what is drawn at a point of the canvas. */
	setCorner(point: ScreenPoint): void {
		this.#drawing?.corner(point);
	}

	finishDrawing(): void {
		this.#drawing?.finish();
	}

	stopDrawing(): void {
		this.#tool = null;
		// Where the graphics context or the style is lost, what was drawn is lost with it.
		if (this.#styled) this.#drawing?.stop();
		this.#drawing = null;
	}

	/** What a part of the canvas shows: [west, south, east, north] in degrees, east above 180 across the antimeridian. */
	extentOf({ left, top, right, bottom }: ClearView): Extent {
		const map = this.#map;
		if (!map) return [0, 0, 0, 0];
		const [northWest, southEast] = [map.unproject([left, top]), map.unproject([right, bottom])];
		return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
	}

	/** Shows a pointing hand, or the open one. */
	setPointing(pointing: boolean): void {
		const canvas = this.#map?.getCanvas();
		if (canvas) canvas.style.cursor = pointing ? 'pointer' : '';
	}

	zoomBy(steps: number): void {
		this.#map?.easeTo({ zoom: this.#map.getZoom() + steps, duration: 200 });
	}

	/** Moves so that the extent fills the clear view. */
	fit(extent: Extent, clear: ClearView): void {
		const map = this.#map;
		if (!map) return;
		const padding = paddingOf(clear, map.getContainer());
		const camera = map.cameraForBounds(boundsOf(extent), { padding, maxZoom: CLOSEST_FIT });
		if (camera) map.easeTo({ ...camera, duration: EASE_MILLISECONDS });
	}

	/** Moves to a camera. */
	look({ zoom, lng, lat }: Camera): void {
		this.#map?.easeTo({ zoom, center: [lng, lat], duration: EASE_MILLISECONDS });
	}

	/**
	 * Brings a feature into the clear view, if its anchor is not there already. The zoom stays, unless the feature is larger
	 * than the view: then it widens, by two zooms at most.
	 */
	reveal(anchor: LngLatLike, extent: Extent, clear: ClearView, animate = true): void {
		const map = this.#map;
		if (!map) return;
		const move = revealing(map, anchor, extent, clear);
		if (move) map.easeTo({ ...move, duration: animate ? EASE_MILLISECONDS : 0 });
	}

	/** Removes the map and all that it holds. */
	destroy(): void {
		this.stopDrawing();
		this.#styled = false;
		document.fonts.removeEventListener('loadingdone', this.#fontsCame);
		this.#map?.remove();
	}

	/** Whether the style is there; where it is not, what is remembered is drawn when it comes. */
	#canDraw(): boolean {
		if (this.#styled) this.idle = false;
		else this.#waiting = true;
		return this.#styled;
	}

	/** Draws a frame with what has changed of the features. */
	#repaint(): void {
		this.idle = false;
		this.#map?.triggerRepaint();
	}

	readonly #fontsCame = () => {
		this.#features.redraw(this.#palette);
		this.#repaint();
	};

	#restyle(): void {
		if (!this.#canDraw()) return;
		this.#waiting = false;
		this.#map?.setStyle(styleOf(this.#palette, this.#content), { diff: true });
	}

	#drawImages(map: MapLibreMap): void {
		const ratio = pixelRatio();
		const ofBasemap = basemapImages();
		map.setMissingStyleImageResolver((id) => {
			if (map.hasImage(id)) return;
			const image = ofBasemap.find((candidate) => candidate.id === id);
			if (image) map.addImage(id, image.data, image.options);
			const canvas = drawImage(id, ratio);
			const drawn = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
			if (drawn) map.addImage(id, drawn, { pixelRatio: ratio });
		});
	}

	#listen(map: MapLibreMap): void {
		map.on('style.load', () => {
			this.#styled = true;
			this.#features.addTo(map);
			if (this.#waiting) this.#restyle();
		});
		document.fonts.addEventListener('loadingdone', this.#fontsCame);
		map.on('webglcontextlost', () => {
			this.#styled = false;
			this.#waiting = true;
			this.trouble = 'context-lost';
		});
		map.on('webglcontextrestored', () => {
			this.trouble = null;
		});
		map.on('error', ({ error, ...event }) => {
			if ('sourceId' in event && event.sourceId === basemapSourceId) this.withoutBasemap = true;
			reportError(error);
		});
		map.on('idle', () => (this.idle = true));
		map.on('dataloading', () => (this.idle = false));
		for (const type of ['move', 'resize'] as const) {
			map.on(type, () => this.#styled && this.#features.paintAreas(map));
		}
		map.on('movestart', ({ originalEvent }) => {
			this.idle = false;
			this.#point(map, null);
			if (originalEvent) this.#events?.grabbed();
		});
		map.on('moveend', () => {
			this.#settle(map);
			this.#point(map, this.#pointer);
		});
		map.on('mousemove', ({ point }) => {
			this.#pointer = point;
			this.#point(map, point);
		});
		map.on('mouseout', () => {
			this.#pointer = null;
			this.#point(map, null);
		});
		map.getCanvas().addEventListener('pointerdown', () => (this.#pressWithTool = this.#tool !== null));
		map.on('click', ({ point }) => {
			if (!this.#pressWithTool) this.#events?.clicked(point);
		});
	}

	/** What lies under a pointer that rests changes when the map moves under it. */
	#point(map: MapLibreMap, point: ScreenPoint | null): void {
		if (!point) return this.#events?.pointed(null);
		const { lng, lat } = map.unproject([point.x, point.y]);
		this.#events?.pointed({ x: point.x, y: point.y, lng, lat });
	}

	/** A map that was only resized has not moved: its middle and its zoom are the same. */
	#settle(map: MapLibreMap): void {
		const camera = cameraOf(map);
		if (isSameCamera(camera, this.camera)) return;
		this.camera = camera;
		this.#events?.moved(camera);
	}
}

/** Whether the browser gives a WebGL 2 context, which is given back at once. */
function hasWebGL(): boolean {
	const context = document.createElement('canvas').getContext('webgl2');
	context?.getExtension('WEBGL_lose_context')?.loseContext();
	return context !== null;
}
