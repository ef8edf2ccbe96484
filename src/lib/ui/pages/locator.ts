import type { Geometry, Position } from 'geojson';
import { byId } from '$lib/domain/by-id';
import { type Extent, extentOf, intersects, union } from '$lib/domain/extent';
import { positionsOf } from '$lib/domain/geometry';
import type { PlacedFeature } from '$lib/domain/feature';
import type { GeometryExtent } from '$lib/domain/georeference';
import type { Colour, Shape } from '$lib/domain/symbol';
import { type Frame, frameOf, pathOf, project } from './frame';
import { type Label, labelsFor } from './labels';

/** A feature as the locator draws it; one without geometry is not a place. */
export interface Place {
	id: string;
	name: string;
	geometry: Geometry;
	extent: Extent;
	/** Where the name stands, [longitude, latitude]. */
	anchor: Position;
	colour: Colour;
	shape: Shape;
	/** What the geometry is of the feature. */
	is: GeometryExtent;
}

/** Features as places, the widest first, so that what is small is drawn above; those without geometry are left out. */
export function placesOf(
	features: readonly PlacedFeature[],
	layers: readonly { id: string; colour: Colour; shape: Shape }[]
): Place[] {
	const layerOf = byId(layers);
	return [...features]
		.sort((a, b) => b.acrossMetres - a.acrossMetres)
		.flatMap(({ id, name, layer, geometry, extent, anchor, georeference }) => {
			const mark = layerOf.get(layer);
			if (!geometry || !extent || !mark) return [];
			const { colour, shape } = mark;
			const is = georeference.extent;
			return [{ id, name, geometry, extent, anchor: anchor ?? [extent[0], extent[1]], colour, shape, is }];
		});
}

/** How much wider than that of the first view a frame may be before that view gets a drawing of its own. */
const TOO_WIDE = 2.2;

/** One drawing of a locator. */
export interface Drawing {
	frame: Frame;
	places: DrawnPlace[];
	/** What the places are read by, drawn faintly below them. */
	outlines: DrawnOutline[];
	/** The part that another drawing shows larger; null where there is none. */
	inset: Extent | null;
}

/**
 * The drawings that places need: one; where some lie in the `home` view and others so far off that those at home would run
 * together, two, the home view first. None without places.
 */
export function drawingsOf(places: readonly Place[], outlines: readonly Place[], home: Extent): Drawing[] {
	const whole = union(places.map(({ extent }) => extent));
	if (!whole) return [];
	const near = frameOf(home, 0);
	const far = frameOf(whole);
	const isSpread = widthOf(far.extent) > TOO_WIDE * widthOf(near.extent);
	const away = places.filter(({ extent }) => !isWithin(extent, home));
	if (!isSpread || away.length === 0 || away.length === places.length) {
		const frame = isSpread ? far : frameOf(union([whole, home]) ?? whole);
		return [{ ...draw(places, outlines, frame), inset: null }];
	}
	return [
		{ ...draw(places, outlines, near), inset: null },
		{ ...draw(away, outlines, far), inset: near.extent }
	];
}

/** Below this many units an area is no more than a dot, and is drawn as a mark or a ring. */
const AREA_FROM = 14;

/** A place as it is drawn in one frame. */
interface DrawnPlace {
	place: Place;
	/** Path data of its area or line; empty where it is too small to be seen. */
	path: string;
	/** Where its mark, ring and name stand. */
	x: number;
	y: number;
	/** The radius of the ring of a place that is somewhere within too small an area; null where there is none. */
	ring: number | null;
	/** Whether the layer's mark stands there: never for what is only somewhere within. */
	mark: boolean;
	label: Label | null;
}

/** An outline as it is drawn in one frame; no name where it is among the places, or where there is no room. */
interface DrawnOutline {
	id: string;
	name: string;
	path: string;
	label: Label | null;
}

/** What a frame shows of places and outlines, with their names: those of places first. */
function draw(places: readonly Place[], outlines: readonly Place[], frame: Frame): Omit<Drawing, 'inset'> {
	const isShown = ({ extent }: Place) => intersects(extent, frame.extent);
	const drawn = drawMarks(places.filter(isShown), frame);
	const below = outlines.filter(isShown);
	const unnamed = below.filter(({ id }) => !places.some((place) => place.id === id));
	const named = [
		...unnamed.map((outline) => ({ name: outline.name, ...spotOf(outline, frame), ring: null, isArea: true })),
		...drawn.map(({ place, x, y, ring, path }) => ({ name: place.name, x, y, ring, isArea: path !== '' }))
	];
	const labels = labelsFor(named, frame);
	return {
		frame,
		places: drawn.map((one, index) => ({ ...one, label: labels[unnamed.length + index] ?? null })),
		outlines: below.map((outline) => ({
			id: outline.id,
			name: outline.name,
			path: pathOf(outline.geometry, frame),
			label: labels[unnamed.indexOf(outline)] ?? null
		}))
	};
}

/** Areas, marks and rings. Rings at one spot grow outwards, so that none hides another. */
function drawMarks(places: readonly Place[], frame: Frame): Omit<DrawnPlace, 'label'>[] {
	const rings: { x: number; y: number }[] = [];
	return places.map((place) => {
		const { x, y } = spotOf(place, frame);
		const base = { place, x, y };
		if (sizeOf(place.extent, frame) >= AREA_FROM) {
			return { ...base, path: pathOf(place.geometry, frame), ring: null, mark: false };
		}
		if (place.is !== 'somewhere-within') return { ...base, path: '', ring: null, mark: true };
		const beside = rings.filter((other) => Math.hypot(other.x - x, other.y - y) < 6).length;
		rings.push({ x, y });
		return { ...base, path: '', ring: 8 + 3.5 * beside, mark: false };
	});
}

function spotOf(place: Place, frame: Frame): { x: number; y: number } {
	const [x, y] = project(frame, anchorIn(place, frame));
	return { x, y };
}

/** The anchor, or, where that is outside the frame, the middle of what is inside. */
function anchorIn({ anchor, geometry }: Place, frame: Frame): Position {
	const [west, south, east, north] = frame.extent;
	const isShown = ([lng = NaN, lat = NaN]: Position) => lng >= west && lng <= east && lat >= south && lat <= north;
	if (isShown(anchor)) return anchor;
	const inside = extentOf({ type: 'MultiPoint', coordinates: [...positionsOf(geometry)].filter(isShown) });
	return inside ? [(inside[0] + inside[2]) / 2, (inside[1] + inside[3]) / 2] : anchor;
}

function sizeOf([west, south, east, north]: Extent, frame: Frame): number {
	const [left, bottom] = project(frame, [west, south]);
	const [right, top] = project(frame, [east, north]);
	return Math.max(right - left, bottom - top);
}

function isWithin(inner: Extent, outer: Extent): boolean {
	return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

function widthOf([west, , east]: Extent): number {
	return east - west;
}
