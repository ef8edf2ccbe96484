import { readFile } from 'node:fs/promises';
import type { Extent } from '../../../src/lib/domain/extent';

/** Who made a part of the map's data, and under which licence. */
export interface Attribution {
	text: string;
	url: string;
	licence: string;
	covers: string;
}

/** An area drawn from the 100 m data between two zooms, both included. */
export interface DetailedArea {
	name: string;
	bbox: Extent;
	minZoom: number;
	maxZoom: number;
}

/** A line that one side does not accept; `*` in a pair stands for every neighbour. */
export interface DisputedBorder {
	between: readonly [string, string];
	/** Only the part of the line inside this extent. */
	bbox?: Extent;
	note: string;
}

/** A name on the map, in Latin and, where certain, in Arabic script, shown from `minZoom`. */
export interface Label {
	name: string;
	ar?: string;
	at: readonly [lng: number, lat: number];
	minZoom: number;
}

/** A country: `atlas` is its name in world-atlas where that differs, `a3` its code in @geo-maps. */
export interface Country extends Label {
	a3?: string;
	atlas?: string;
}

/** A sea, lake or river label, hidden again from `maxZoom`. */
export interface WaterLabel extends Label {
	kind: 'sea' | 'lake' | 'river';
	maxZoom: number;
}

/** What this atlas says of a settlement of GeoNames: its spelling, its Arabic name, its rank. */
export interface SettlementName {
	name: string;
	ar?: string;
	rank?: number;
}

/** All that the basemap knows about its region: geodata/basemap.json. */
export interface BasemapConfig {
	title: string;
	attribution: readonly Attribution[];
	borderPolicy: readonly string[];
	world: { maxZoom: number };
	detail: readonly DetailedArea[];
	/** Countries the map is about (ISO 3166-1 alpha-2): even their villages are kept, their leading towns come early. */
	focus: readonly string[];
	/** Countries whose transliterated names lose their diacritics: Ḩamāh becomes Hamah. */
	plainLatin: readonly string[];
	omitSettlements: readonly { id: string; why: string }[];
	disputed: readonly DisputedBorder[];
	/** Parts that world-atlas lists on their own and whose edges are not drawn: leased bases, a buffer zone. */
	mergedInto: Readonly<Record<string, string>>;
	/** Names in world-atlas whose borders are drawn in the detailed areas too, where @geo-maps has none. */
	detailBordersFromWorld: readonly string[];
	countries: readonly Country[];
	territories: readonly Label[];
	waters: readonly WaterLabel[];
	/** By GeoNames id. */
	settlements: Readonly<Record<string, SettlementName>>;
}

/**
 * Reads geodata/basemap.json.
 * @throws Error that names every entry whose place, zoom or extent cannot be right.
 */
export async function readConfig(path: string): Promise<BasemapConfig> {
	const config = JSON.parse(await readFile(path, 'utf8')) as BasemapConfig;
	const wrong = faultsOf(config);
	if (wrong.length > 0) throw new Error(`${path}: ${wrong.join(' ')}`);
	return config;
}

/** What is wrong with a configuration, one sentence each. */
export function faultsOf(config: BasemapConfig): string[] {
	const wrong: string[] = [];
	for (const { name, at, minZoom } of [...config.countries, ...config.territories, ...config.waters]) {
		if (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 85) wrong.push(`${name} is labelled at ${at.join(', ')}.`);
		if (!(minZoom >= 0 && minZoom <= 24)) wrong.push(`${name} has zoom ${minZoom}.`);
	}
	for (const { name, bbox, minZoom, maxZoom } of config.detail) {
		const [west, south, east, north] = bbox;
		if (!(west < east && south < north)) wrong.push(`${name} has the extent ${bbox.join(', ')}.`);
		if (minZoom > maxZoom || minZoom <= config.world.maxZoom) wrong.push(`${name} has zooms ${minZoom} to ${maxZoom}.`);
	}
	for (const id of Object.keys(config.settlements)) {
		if (!/^\d+$/.test(id)) wrong.push(`${id} is not a GeoNames id.`);
	}
	return wrong;
}
