import {
	area as areaOf,
	bboxPolygon,
	buffer,
	circle,
	difference,
	featureCollection,
	intersect,
	lengthToDegrees,
	lineString,
	multiPolygon,
	polygon,
	rewind,
	simplify,
	union
} from '@turf/turf';
import type { Feature, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { type Extent, extentOf } from '../../../src/lib/domain/extent';
import { containment } from '../basemap/containment';
import { isWellDrawn } from '../basemap/land';
import type { Ring } from '../basemap/mercator';
import { polygonsOf } from '../basemap/polygons';
import { nearestRegion } from './nearest-region';
import type { Recipe } from './recipe';

type Area = Feature<Polygon | MultiPolygon>;

/** An island or a part of less is left out: four pixels by four at zoom 8. */
const LEAST_SQUARE_METRES = 1_000_000;

/** The degrees of a grid on which the sea is divided between coasts. */
const SEA_STEP = 0.02;

/** Makes geometries out of the land of countries, each by a recipe. */
export class Constructor {
	readonly #land = new Map<string, Ring[]>();
	readonly #lakes = new Map<string, Ring[]>();
	readonly #outlines = new Map<string, Area>();
	readonly #simplifiedMetres: number;
	readonly #decimals: number;

	/**
	 * @param countries the rings of each country's land, as the basemap has them
	 * @param simplifiedMetres how far a simplified line may be from them
	 */
	constructor(
		countries: readonly { code: string; rings: readonly Ring[] }[],
		simplifiedMetres: number,
		decimals: number
	) {
		this.#simplifiedMetres = simplifiedMetres;
		this.#decimals = decimals;
		for (const { code, rings } of countries) {
			const shores = outerRings(rings);
			this.#land.set(code, shores);
			this.#lakes.set(
				code,
				rings.filter((ring) => !shores.includes(ring) && isWellDrawn(ring))
			);
		}
	}

	/** The geometry that a recipe gives, rounded, its rings in the order of RFC 7946. */
	make(recipe: Recipe): Polygon | MultiPolygon {
		const { geometry } = rewind(uncrossed(this.#areaOf(recipe)), { mutate: false }) as Area;
		// A circle has no border to follow: rounded so far, it is as wide as it says.
		return tidied(geometry, recipe.make === 'circle' ? 6 : this.#decimals);
	}

	#areaOf(recipe: Recipe): Area {
		switch (recipe.make) {
			case 'country':
				return this.#outline(recipe.country);
			case 'country-within':
				return shared(this.#outline(recipe.country), disc(recipe.centre, recipe.metres, 128));
			case 'country-north-of':
				return shared(this.#outline(recipe.country), bboxPolygon([-180, recipe.latitude, 180, 90]));
			case 'held-part':
				return this.#heldPart(recipe);
			case 'coast-strip':
				return this.#coastStrip(recipe);
			case 'nearest-sea': {
				const { country, others, box } = recipe;
				const nearest = nearestRegion(this.#rings(country), this.#rings(...others), box, SEA_STEP);
				const land = [country, ...others].map((code) => this.#areas(code));
				const sea = without(shared(multiPolygon(nearest.coordinates), bboxPolygon([...box])), ...land);
				return simplified(largestOf(sea), this.#simplifiedMetres / 2);
			}
			case 'circle':
				return disc(recipe.centre, recipe.metres, 48);
		}
	}

	/** A country's outline, simplified once, so that all that is made of it has the same border. */
	#outline(code: string): Area {
		const known = this.#outlines.get(code);
		if (known) return known;
		const outline = simplified(this.#areas(code), this.#simplifiedMetres);
		this.#outlines.set(code, outline);
		return outline;
	}

	/** From the border of one country, as it is drawn, to a far side, over ground that another holds. */
	#heldPart({ heldBy, besides, farSide }: Extract<Recipe, { make: 'held-part' }>): Area {
		const [first, last] = [farSide.line[0] as Position, farSide.line.at(-1) as Position];
		const east = Math.max(first[0] ?? 0, last[0] ?? 0) + 0.3;
		const ring = [...farSide.line, [east, last[1] ?? 0], [east, first[1] ?? 0], first];
		// A simplified border leaves slivers between the two; they belong to whom the basemap gives them, and are cut off here.
		const near = buffer(this.#areas(heldBy), this.#simplifiedMetres, { units: 'meters' }) as Area;
		const lakes = (this.#lakes.get(heldBy) ?? []).map((lake) => polygon([lake]));
		const part = largestOf(without(shared(polygon([ring]), near), this.#outline(besides), ...lakes));
		return simplified(part, this.#simplifiedMetres / 4);
	}

	#coastStrip({ country, metres, others, simplifiedMetres }: Extract<Recipe, { make: 'coast-strip' }>): Area {
		const coast = simplified(lineString(this.#coast(country)), simplifiedMetres);
		const strip = buffer(coast, metres, { units: 'meters', steps: 8 }) as Area;
		const foreign = this.#rings(...others);
		const [west, south, east, north] = extentOf(strip.geometry) as Extent;
		const nearest = nearestRegion(
			this.#rings(country),
			foreign,
			[Math.floor(west), Math.floor(south), Math.ceil(east), Math.ceil(north)],
			0.05
		);
		const near = union(featureCollection([multiPolygon(nearest.coordinates), this.#areas(country)])) as Area;
		const land = foreign.map((ring) => polygon([ring]));
		return simplified(largestOf(without(shared(strip, near), ...land)), simplifiedMetres / 2);
	}

	/** The coast of a country's largest part: the longest run of edges that it shares with no one. */
	#coast(country: string): Position[] {
		const [ring = []] = this.#rings(country);
		const others = [...this.#land.keys()].filter((code) => code !== country);
		const foreign = new Set(this.#rings(...others).flatMap((other) => other.map((corner) => corner.join())));
		const isShared = (corner: Position) => foreign.has(corner.join());
		const start = Math.max(0, ring.findIndex(isShared));
		const runs: Position[][] = [[]];
		for (const corner of [...ring.slice(start, -1), ...ring.slice(0, start + 1)]) {
			const run = runs.at(-1) as Position[];
			run.push(corner);
			if (isShared(corner)) runs.push([corner]);
		}
		return runs.reduce((a, b) => (b.length > a.length ? b : a));
	}

	/** The land of a country, its lakes being land. */
	#areas(code: string): Area {
		return multiPolygon(this.#rings(code).map((ring) => [ring]));
	}

	#rings(...codes: readonly string[]): Ring[] {
		return codes.flatMap((code) => {
			const rings = this.#land.get(code);
			if (!rings) throw new Error(`The basemap’s data have no country ${code}.`);
			return rings;
		});
	}
}

/** The shores of a country, the largest first, without its lakes and what lies in them, and without specks. */
function outerRings(rings: readonly Ring[]): Ring[] {
	const found: { ring: Ring; holds: (position: readonly [number, number]) => boolean }[] = [];
	for (const ring of [...rings].sort((a, b) => squareMetres(b) - squareMetres(a))) {
		if (squareMetres(ring) < LEAST_SQUARE_METRES) break;
		const [first] = ring;
		if (first && !found.some(({ holds }) => holds(first))) found.push({ ring, holds: containment(ring) });
	}
	return found.map(({ ring }) => ring);
}

function squareMetres(ring: readonly Position[]): number {
	return areaOf(polygon([[...ring]]));
}

function disc(centre: Position, metres: number, steps: number): Area {
	return circle(centre, metres, { units: 'meters', steps });
}

function shared(a: Area, b: Area): Area {
	const found = intersect(featureCollection([a, b]));
	if (!found) throw new Error('Two areas that should overlap do not.');
	return found;
}

function without(area: Area, ...others: readonly Area[]): Area {
	const found = difference(featureCollection([area, ...others]));
	if (!found) throw new Error('Nothing is left of an area.');
	return found;
}

function largestOf({ geometry }: Area): Area {
	const [largest] = polygonsOf(geometry).sort(([a = []], [b = []]) => squareMetres(b) - squareMetres(a));
	return polygon(largest ?? []);
}

function simplified<Geometry extends Polygon | MultiPolygon | LineString>(
	feature: Feature<Geometry>,
	metres: number
): Feature<Geometry> {
	return simplify(feature, { tolerance: lengthToDegrees(metres, 'meters'), highQuality: true, mutate: false });
}

/** Simplifying can make a narrow spit cross itself: what it cuts off is a part of its own, and too small to be kept. */
function uncrossed(area: Area): Area {
	return union(featureCollection([area, area])) ?? area;
}

/** Rounded, without corners that rounding made one and without rings that it made nothing of; a single part is a Polygon. */
function tidied(geometry: Polygon | MultiPolygon, decimals: number): Polygon | MultiPolygon {
	const round = (position: Position) => position.map((degrees) => Number(degrees.toFixed(decimals)));
	const parts = polygonsOf(geometry)
		.map((rings) => rings.map((ring) => withoutRepeats(ring.map(round))).filter((ring) => ring.length >= 4))
		.filter(([outer]) => outer !== undefined && squareMetres(outer) >= LEAST_SQUARE_METRES);
	const [first] = parts;
	return parts.length === 1 && first
		? { type: 'Polygon', coordinates: first }
		: { type: 'MultiPolygon', coordinates: parts };
}

function withoutRepeats(ring: readonly Position[]): Position[] {
	return ring.filter((corner, at) => at === 0 || corner.join() !== ring[at - 1]?.join());
}
