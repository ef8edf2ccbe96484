import type { Geometry } from 'geojson';
import type { OwnColumns } from '$lib/domain/own-feature';

/** A feature as a format's reader found it: its geometry is sound, and nothing has been worked out from it. */
export interface Draft {
	/** Its place among the features of the file, those counted that were not read. */
	number: number;
	geometry: Geometry | null;
	properties: Record<string, unknown>;
}

/** What a file was found to be, and the features in it. */
export interface Found {
	/** What kind of file it is, as people call it. */
	format: string;
	drafts: Draft[];
	/** The columns of a table, and those that gave the place. */
	columns?: Pick<OwnColumns, 'names' | 'place'>;
	/** What is to be said where nothing in the file is a feature and nothing is wrong. */
	empty?: string | undefined;
}

/** The most features that are read of a file. */
export const MOST_FEATURES = 100_000;

/** The most positions that are read of a file: what a phone can still draw. */
export const MOST_POSITIONS = 2_000_000;

/** What is said where a file has more than that; `left` is what was left out. */
export function tooMany(features: number, left: string): string {
	const most = features >= MOST_FEATURES ? `${words(MOST_FEATURES)} features` : `${words(MOST_POSITIONS)} positions`;
	return `A file is read up to ${most}: ${left} were left out.`;
}

function words(number: number): string {
	return number.toLocaleString('en-GB');
}

/** What is said of a file whose coordinates are not degrees. */
export const PROJECTED =
	'Coordinates look like metres or feet of a projection. The map needs degrees of longitude and latitude (WGS 84, EPSG:4326): reproject the file.';
