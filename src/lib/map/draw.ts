import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from 'geojson';
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode, TerraDrawRectangleMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { simplifyRing } from '$lib/geometry/simplify-ring';
import { MOST_CORNERS } from '$lib/filter/parameter-reader';
import type { Stroke, Tool } from '$lib/app/drawing.svelte';

/** A tool in use on the map. */
export interface Drawing {
	/** Sets a corner at a point of the canvas, as a click there would. */
	corner(point: { x: number; y: number }): void;
	/** Ends the stroke at its last corner. */
	finish(): void;
	/** Takes the tool and all that it has drawn from the map. */
	stop(): void;
}

const MODES: Readonly<Record<Tool, 'linestring' | 'polygon' | 'rectangle'>> = {
	distance: 'linestring',
	surface: 'polygon',
	polygon: 'polygon',
	rectangle: 'rectangle'
};

/** Lets a person draw with mouse, finger or pen, in ink on the ground that sets it off. Loaded when a tool is first taken up. */
export function startDrawing(
	map: MapLibreMap,
	tool: Tool,
	colours: { ink: string; ground: string },
	drawn: (stroke: Stroke) => void
): Drawing {
	const [ink, ground] = [hexOf(colours.ink), hexOf(colours.ground)];
	const corners = {
		closingPointColor: ground,
		closingPointOutlineColor: ink,
		closingPointOutlineWidth: 2,
		closingPointWidth: 4,
		coordinatePointColor: ground,
		coordinatePointOutlineColor: ink,
		coordinatePointOutlineWidth: 1.5,
		coordinatePointWidth: 3
	} as const;
	const surface = { fillColor: ink, fillOpacity: 0.06, outlineColor: ink, outlineWidth: 1.8 } as const;
	const draw = new TerraDraw({
		adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: 'drawing' }),
		modes: [
			new TerraDrawLineStringMode({
				showCoordinatePoints: true,
				styles: { ...corners, lineStringColor: ink, lineStringWidth: 1.8 }
			}),
			new TerraDrawPolygonMode({ showCoordinatePoints: true, styles: { ...corners, ...surface } }),
			new TerraDrawRectangleMode({ drawInteraction: 'click-move-or-drag', styles: surface })
		]
	});
	/** The stroke that is on the map: a new one takes its place. */
	let present: string | number | null = null;

	const strokes = () => draw.getSnapshot().filter(({ geometry }) => geometry.type !== 'Point');
	const tell = (finished: boolean) => {
		const stroke = strokes().find(({ id }) => id === present);
		if (!stroke) return;
		const points = pointsOf(stroke.geometry);
		const isArea = finished && tool === 'polygon';
		drawn({ points: isArea ? simplifyRing(points, MOST_CORNERS) : points, finished, corners: points.length });
	};
	draw.start();
	draw.setMode(MODES[tool]);
	draw.on('change', () => {
		const made = strokes().flatMap(({ id }) => id ?? []);
		const newest = made.at(-1);
		if (newest === undefined) return;
		const past = made.filter((id) => id !== newest);
		present = newest;
		if (past.length > 0) draw.removeFeatures(past);
		else tell(strokes().some(({ properties }) => properties['currentlyDrawing'] !== true));
	});
	draw.on('finish', () => tell(true));

	const canvas = map.getCanvas();
	return {
		corner({ x, y }) {
			const { left, top } = canvas.getBoundingClientRect();
			const at = {
				clientX: left + x,
				clientY: top + y,
				isPrimary: true,
				button: 0,
				bubbles: true,
				pointerType: 'mouse'
			};
			for (const kind of ['pointermove', 'pointerdown', 'pointerup']) {
				canvas.dispatchEvent(new PointerEvent(kind, { ...at, buttons: kind === 'pointerdown' ? 1 : 0 }));
			}
		},
		finish: () => void canvas.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true })),
		stop() {
			if (draw.enabled) draw.stop();
			canvas.style.removeProperty('cursor');
		}
	};
}

function pointsOf({ type, coordinates }: ReturnType<TerraDraw['getSnapshot']>[number]['geometry']): Position[] {
	if (type === 'LineString') return coordinates;
	return type === 'Polygon' ? (coordinates[0] ?? []).slice(0, -1) : [];
}

/** A colour as the browser writes it, `rgb(28, 31, 34)`, in hexadecimals. */
function hexOf(colour: string): `#${string}` {
	if (colour.startsWith('#')) return colour as `#${string}`;
	const parts = (colour.match(/\d+(\.\d+)?/g) ?? []).slice(0, 3);
	return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
}
