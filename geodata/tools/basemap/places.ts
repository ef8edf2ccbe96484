import { point } from '@turf/turf';
import type { Feature, Point } from 'geojson';
import type { BasemapConfig } from './config';
import type { GeoNamesPlace } from './inputs';

/** 1 capital of some size, 2 a million people, 3 a large or leading town, 4 a town, 5 a small town, 6 a village. */
export type Rank = 1 | 2 | 3 | 4 | 5 | 6;

/** The first zoom whose tiles carry settlements of a rank; the style may show them later. */
export const zoomOfRank: Readonly<Record<Rank, number>> = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 7, 6: 9 };

/** Settlements as labels: points with `name`, `name_ar` where certain, `rank`, and `capital`. */
export function settlements(places: readonly GeoNamesPlace[], config: BasemapConfig): Feature<Point>[] {
	const omitted = new Set(config.omitSettlements.map(({ id }) => id));
	const found: Feature<Point>[] = [];
	for (const place of places) {
		const id = String(place.cityId);
		if (omitted.has(id)) continue;
		const known = config.settlements[id];
		const rank = (known?.rank as Rank | undefined) ?? rankOf(place, config.focus.includes(place.country));
		if (rank === null) continue;
		const name = known?.name ?? (config.plainLatin.includes(place.country) ? plainLatin(place.name) : place.name);
		found.push(
			point(place.loc.coordinates, {
				name,
				...(known?.ar ? { name_ar: known.ar } : {}),
				rank,
				...(place.featureCode === 'PPLC' ? { capital: true } : {}),
				order: rank * 1e3 - Math.min(999, Math.round(Math.log10(place.population + 1) * 100))
			})
		);
	}
	return found;
}

/** A settlement's rank by its role and population; null where it is not shown. */
export function rankOf({ featureCode, population }: GeoNamesPlace, inFocus: boolean): Rank | null {
	if (featureCode === 'PPLX' || featureCode === 'PPLH' || featureCode === 'PPLQ') return null;
	if (featureCode === 'PPLC') return population >= 150_000 ? 1 : 3;
	const leads = featureCode === 'PPLA';
	if (population >= 1_000_000) return 2;
	if (population >= 300_000 || (leads && inFocus && population >= 50_000)) return 3;
	if (population >= 75_000 || (leads && inFocus)) return 4;
	if (population >= 20_000) return 5;
	return inFocus ? 6 : null;
}

/** A transliteration without its diacritics and half rings: Dar‘ā becomes Dara. */
export function plainLatin(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/\p{Mark}|[‘’ʻʼ`]/gu, '')
		.normalize('NFC');
	return plain.charAt(0).toUpperCase() + plain.slice(1);
}
