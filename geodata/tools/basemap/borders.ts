import { lineString } from '@turf/turf';
import type { Feature, LineString, Position } from 'geojson';
import { mesh, type Topology, type TopologyObject } from 'topojson-client';
import { intersects } from '../../../src/lib/domain/extent';
import { groupBy } from '../../../src/lib/domain/group-by';
import type { BasemapConfig, DisputedBorder } from './config';
import { containment } from './containment';
import { type Edge, edgesOf, type Ring } from './mercator';

/** A stretch of border between two countries, by their names in world-atlas. */
export interface Border {
	between: readonly [string, string];
	line: Position[];
	/** The line lies inside the other country: both hold the ground up to it. */
	overlap?: boolean;
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
 * Borders of countries given as plain rings: the edges that two of them have in common, joined into lines. An edge of
 * one country inside another belongs to an overlap, land that both hold, and is a border of its own.
 */
export function bordersOfRings(countries: readonly { name: string; rings: readonly Ring[] }[]): Border[] {
	const owners = groupBy(countries, ({ rings }) => rings.flatMap(edgesOf).map(edgeKey));
	const areas = countries.map(({ name, rings }) => ({ name, holds: containment(...rings) }));
	const neighbourAt = (name: string, [from, to]: Edge) => {
		const shared = owners.get(edgeKey([from, to]))?.find((owner) => owner.name !== name);
		if (shared !== undefined) return { neighbour: shared.name, overlap: false };
		const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
		const around = areas.find((area) => area.name !== name && area.holds(middle));
		return around && { neighbour: around.name, overlap: true };
	};
	const found: Border[] = [];
	for (const { name, rings } of countries) {
		for (const ring of rings) {
			let open: Border | undefined;
			for (const edge of edgesOf(ring)) {
				const beyond = neighbourAt(name, edge);
				// A shared border is walked from both sides; the first in the alphabet writes it down.
				if (!beyond || (!beyond.overlap && beyond.neighbour < name)) {
					open = undefined;
				} else if (open?.between[1] === beyond.neighbour && open.overlap === beyond.overlap) {
					open.line.push(edge[1]);
				} else {
					open = { between: [name, beyond.neighbour], line: [...edge], overlap: beyond.overlap };
					found.push(open);
				}
			}
		}
	}
	return found;
}

/**
 * Borders as features with a `class`; the edge of an overlap is always disputed, and a border that only partly runs through a disputed extent is cut there.
 */
export function classify(borders: readonly Border[], disputed: readonly DisputedBorder[]): Feature<LineString>[] {
	return borders.flatMap(({ between, line, overlap }) => {
		if (overlap) return runs(line, () => 'disputed');
		const claims = disputed.filter((claim) => isBetween(claim, between));
		return runs(line, ([lng = NaN, lat = NaN]) =>
			claims.some(({ bbox }) => !bbox || intersects(bbox, [lng, lat, lng, lat])) ? 'disputed' : 'agreed'
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
		else found.push(lineString([from, to], { class: classOf(to) }));
	}
	return found;
}

function edgeKey([a, b]: Edge): string {
	const [first, second] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a];
	return `${first[0]},${first[1]};${second[0]},${second[1]}`;
}
