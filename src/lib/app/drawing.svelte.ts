import type { Position } from 'geojson';
import { type Extent, extentOf, wrapLongitude } from '$lib/domain/extent';
import type { AtlasState } from './atlas.svelte';

/** What a person draws: a line or an outline to be measured, or the area that the filter asks for. */
export type Tool = 'distance' | 'surface' | 'rectangle' | 'polygon';

/** What is drawn: longitudes and latitudes, a ring without its closing point; until it is finished, the pointer's place is last. */
export interface Stroke {
	points: readonly Position[];
	finished: boolean;
	/** How many corners were set; where there are fewer points, the outline was simplified. */
	corners: number;
}

/** Five decimals of a degree are about a metre. */
const DECIMALS = 5;

/**
 * What a person is drawing on the map. The map reads the tool and tells what is drawn; the panel shows it, and takes what
 * is typed in its place.
 */
export class DrawingState {
	tool: Tool | null = $state(null);
	/** What is drawn so far, the pointer's place last until it is finished: longitude and latitude. */
	points: readonly Position[] = $state.raw([]);
	finished: boolean = $state(false);
	/** What the map is asked to do next; the map takes it. */
	request: 'corner' | 'finish' | 'restart' | null = $state(null);
	/** What the map shows: [west, south, east, north], within the part that nothing covers; null until it is there. */
	inView: Extent | null = $state.raw(null);
	/** What was made of what was drawn, where that is not what it was. */
	remark: string = $state('');

	readonly #atlas: AtlasState;

	constructor(atlas: AtlasState) {
		this.#atlas = atlas;
	}

	/** Takes a tool up, or lays it down with null. */
	take(tool: Tool | null): void {
		this.tool = tool;
		this.points = [];
		this.finished = false;
		this.remark = '';
		this.request = null;
	}

	/** Takes away what has been drawn, and keeps the tool. */
	restart(): void {
		this.take(this.tool);
		this.request = 'restart';
	}

	/** Takes what the map says is drawn. A finished outline of the filter's becomes its area. */
	drawn({ points, finished, corners }: Stroke): void {
		this.points = points;
		this.finished = finished;
		if (!finished) return;
		if (this.tool === 'rectangle') {
			const extent = extentOf({ type: 'MultiPoint', coordinates: [...points] });
			if (extent) this.askExtent(extent);
		} else if (this.tool === 'polygon') this.askRing(points, corners);
	}

	/** Makes an extent the filter's area, and lays the tool down. */
	askExtent([west, south, east, north]: Extent): void {
		const clamp = (latitude: number) => Math.min(90, Math.max(-90, latitude));
		const isWorld = east - west >= 360;
		const bbox: Extent = isWorld
			? [-180, rounded(clamp(south)), 180, rounded(clamp(north))]
			: [rounded(wrapLongitude(west)), rounded(clamp(south)), rounded(wrapLongitude(east)), rounded(clamp(north))];
		this.#atlas.ask({ bbox, area: null });
		this.take(null);
	}

	/** Makes a ring, not closed, the filter's area, and lays the tool down. `corners` is how many were drawn. */
	askRing(ring: readonly Position[], corners: number): void {
		if (ring.some(([lng = 0]) => Math.abs(lng) > 180)) {
			this.restart();
			this.remark = 'An outline may not cross the 180th meridian; a rectangle may.';
			return;
		}
		this.#atlas.ask({ bbox: null, area: ring.map(([lng = 0, lat = 0]) => [rounded(lng), rounded(lat)]) });
		this.take(null);
		if (ring.length === corners) return;
		this.remark = `The outline had ${corners} corners. That is too many for an address, so it was simplified to ${ring.length}.`;
	}
}

function rounded(degrees: number): number {
	return Number(degrees.toFixed(DECIMALS));
}
