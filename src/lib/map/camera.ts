import type { EaseToOptions, LngLatLike, Map as MapLibreMap, MapOptions, PaddingOptions } from 'maplibre-gl';
import type { Extent } from '$lib/domain/extent';
import type { Camera } from '$lib/app/codec';
import { mercatorX, mercatorY } from '$lib/geometry/ground-scale';
import type { Screen } from './names/screen';

/** The part of the canvas that nothing covers, in CSS pixels. */
export interface ClearView {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Where a map looks: a camera, or an extent that fills the clear view. */
export type Look = Camera | { extent: Extent; clear: ClearView };

/** How much of the border of the clear view is not counted as in view, in CSS pixels. */
const MARGIN = 28;

/** The camera of a map. */
export function cameraOf(map: MapLibreMap): Camera {
	const { lng, lat } = map.getCenter().wrap();
	return { zoom: map.getZoom(), lat, lng };
}

/** What a map shows. */
export function screenOf(map: MapLibreMap): Screen {
	const { lng, lat } = map.unproject([0, 0]);
	// Where MapLibre has written it: to ask for the size as it is laid out would have the page laid out at each step.
	const { style } = map.getCanvas();
	const [width, height] = [Number.parseFloat(style.width), Number.parseFloat(style.height)];
	return { zoom: map.getZoom(), left: mercatorX(lng), top: mercatorY(lat), width, height };
}

/** An extent in degrees as MapLibre's bounds, south-west and north-east; east above 180 across the antimeridian. */
export function boundsOf([west, south, east, north]: Extent): [[number, number], [number, number]] {
	return [
		[west, south],
		[west > east ? east + 360 : east, north]
	];
}

/** The clear view as MapLibre's padding, with a margin; none where hardly anything is clear. */
export function paddingOf(clear: ClearView, { clientWidth, clientHeight }: HTMLElement): PaddingOptions {
	const [width, height] = [clear.right - clear.left, clear.bottom - clear.top];
	if (width < 2 * MARGIN || height < 2 * MARGIN) return { left: 0, top: 0, right: 0, bottom: 0 };
	const inset = Math.min(MARGIN, width / 8, height / 8);
	return {
		left: clear.left + inset,
		top: clear.top + inset,
		right: clientWidth - clear.right + inset,
		bottom: clientHeight - clear.bottom + inset
	};
}

/** Where the map looks first, as MapLibre's options; a container without size cannot be fitted to. */
export function firstLook(look: Look, container: HTMLElement): Omit<MapOptions, 'container'> {
	if (!('extent' in look)) return { center: [look.lng, look.lat], zoom: look.zoom };
	const bounds = boundsOf(look.extent);
	if (container.clientWidth > 0 && container.clientHeight > 0) {
		return { bounds, fitBoundsOptions: { padding: paddingOf(look.clear, container) } };
	}
	const [[west, south], [east, north]] = bounds;
	return { center: [(west + east) / 2, (south + north) / 2], zoom: 4 };
}

/**
 * How a map must move to bring a feature into the clear view; null where its anchor is there already. The zoom stays,
 * unless the feature is larger than the view: then it widens, by two zooms at most.
 */
export function revealing(
	map: MapLibreMap,
	anchor: LngLatLike,
	extent: Extent,
	clear: ClearView
): EaseToOptions | null {
	const { x, y } = map.project(anchor);
	const inset = Math.min(MARGIN, (clear.right - clear.left) / 4, (clear.bottom - clear.top) / 4);
	const inside =
		x >= clear.left + inset && x <= clear.right - inset && y >= clear.top + inset && y <= clear.bottom - inset;
	if (inside) return null;
	const padding = paddingOf(clear, map.getContainer());
	const fitting = map.cameraForBounds(boundsOf(extent), { padding })?.zoom ?? map.getZoom();
	const { clientWidth, clientHeight } = map.getContainer();
	return {
		center: anchor,
		offset: [(clear.left + clear.right - clientWidth) / 2, (clear.top + clear.bottom - clientHeight) / 2],
		zoom: Math.min(map.getZoom(), Math.max(fitting, map.getZoom() - 2))
	};
}
