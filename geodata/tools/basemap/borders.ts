import type { Feature, LineString, Position } from 'geojson';
import { mesh, type Topology, type TopologyObject } from 'topojson-client';
import type { Extent } from '../../../src/lib/domain/extent';
import type { BasemapConfig, DisputedBorder } from './config';
import type { Ring } from './mercator';

/** A stretch of border between two countries, by their names in world-atlas. */
export interface Border {
	between: readonly [string, string];
	line: Position[];
}

/** How a border is drawn; the reasons for `disputed` stand in geodata/basemap.json. */
export type BorderClass = 'agreed' | 'disputed';

/** Borders of a world-atlas topology: the arcs that two countries share. */
export function bordersOfTopology(topology: Topology, mergedInto: BasemapConfig['mergedInto']): Border[] {
	const countries = topology.objects['countries'];
	if (!countries?.geometries) throw new Error('The topology has no countries.');
	const nameOf = ({ properties }: TopologyObject) => {
		const name = properties?.name ?? '';
		return mergedInto[name] ?? name;
	};
	const pairs = new Map<string, [string, string]>();
	mesh(topology, countries, (a, b) => {
		const pair = [nameOf(a), nameOf(b)].sort() as [string, string];
		if (pair[0] !== pair[1]) pairs.set(pair.join('|'), pair);
		return false;
	});
	return [...pairs.values()].flatMap((between) => {
		const shared = mesh(topology, countries, (a, b) => {
			const pair = [nameOf(a), nameOf(b)].sort();
			return a !== b && pair[0] === between[0] && pair[1] === between[1];
		});
		return shared.coordinates.map((line) => ({ between, line }));
	});
}

/**
 * Borders of countries given as plain rings: the edges that two of them have in common, joined into lines.
 * Countries that only overlap share no edges, so an area that two of them hold leaves a gap, never a false line.
 */
export function bordersOfRings(countries: readonly { name: string; rings: readonly Ring[] }[]): Border[] {
	const owners = new Map<string, string[]>();
	const edges = (ring: Ring) => ring.slice(1).map((to, i) => [ring[i] as [number, number], to] as const);
	for (const { name, rings } of countries) {
		for (const ring of rings) {
			for (const [from, to] of edges(ring)) {
				const key = edgeKey(from, to);
				const known = owners.get(key);
				if (!known) owners.set(key, [name]);
				else if (!known.includes(name)) known.push(name);
			}
		}
	}
	const found: Border[] = [];
	for (const { name, rings } of countries) {
		for (const ring of rings) {
			let open: Border | undefined;
			for (const [from, to] of edges(ring)) {
				const neighbour = owners.get(edgeKey(from, to))?.find((owner) => owner !== name);
				// Each border is walked from both sides; the first in the alphabet writes it down.
				if (neighbour === undefined || neighbour < name) {
					open = undefined;
				} else if (open?.between[1] === neighbour) {
					open.line.push(to);
				} else {
					open = { between: [name, neighbour], line: [from, to] };
					found.push(open);
				}
			}
		}
	}
	return found;
}

/**
 * Borders as features with a `class`; a border that only partly runs through a disputed extent is cut there.
 */
export function classify(borders: readonly Border[], disputed: readonly DisputedBorder[]): Feature<LineString>[] {
	return borders.flatMap(({ between, line }) => {
		const claims = disputed.filter((claim) => isBetween(claim, between));
		return runs(line, (position) =>
			claims.some(({ bbox }) => !bbox || holds(bbox, position)) ? 'disputed' : 'agreed'
		);
	});
}

function isBetween({ between: [a, b] }: DisputedBorder, pair: readonly [string, string]): boolean {
	const fits = (name: string, other: string) => (a === name && (b === other || b === '*')) || (a === '*' && b === name);
	return fits(pair[0], pair[1]) || fits(pair[1], pair[0]);
}

/** Cuts a line into stretches of one class; an edge takes the class of its end. */
function runs(line: readonly Position[], classOf: (position: Position) => BorderClass): Feature<LineString>[] {
	const found: Feature<LineString>[] = [];
	for (const [i, to] of line.entries()) {
		const from = line[i - 1];
		if (!from) continue;
		const last = found.at(-1);
		if (last?.properties?.['class'] === classOf(to)) last.geometry.coordinates.push(to);
		else {
			const geometry: LineString = { type: 'LineString', coordinates: [from, to] };
			found.push({ type: 'Feature', properties: { class: classOf(to) }, geometry });
		}
	}
	return found;
}

function holds([west, south, east, north]: Extent, [lng = NaN, lat = NaN]: Position): boolean {
	return lng >= west && lng <= east && lat >= south && lat <= north;
}

function edgeKey(a: readonly [number, number], b: readonly [number, number]): string {
	const [first, second] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
	return `${first[0]},${first[1]};${second[0]},${second[1]}`;
}
