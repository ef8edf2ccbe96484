import type { Geometry } from 'geojson';
import type { Extent } from './extent';
import type { Interval } from './interval';

/**
 * A feature of a file that a person has opened beside the atlas. Nobody is cited for it: it is never a feature of the
 * dataset, has no claims, and stays in the browser.
 */
export interface OwnFeature {
	/** Its place among the features of its file, counted from 1. */
	number: number;
	title: string;
	/** RFC 7946 geometry in degrees; null for what the file gives no place. */
	geometry: Geometry | null;
	extent: Extent | null;
	/** What the file says of it, as it says it. */
	properties: Readonly<Record<string, unknown>>;
	/** The days that it is about; null where none of its properties is a date. */
	when: Interval | null;
}

/** Something in a file that was not read, or not as it stands. */
export interface OwnIssue {
	/** Where: a line, a feature, a row; empty for the file as a whole. */
	place: string;
	/** What is wrong, and where it helps, what to do. */
	message: string;
}

/** From where the days of a file's features were taken. */
export interface OwnDates {
	/** The names of the properties, the one that most features have first. */
	properties: readonly string[];
	/** How many features have days. */
	features: number;
}

/** What was read of a file. */
export interface OwnReading {
	/** What kind of file it is, as people call it; null where that could not be told. */
	format: string | null;
	features: readonly OwnFeature[];
	/** The first issues, in the order of the file. */
	issues: readonly OwnIssue[];
	/** How many issues there are in all. */
	issueCount: number;
	/** Null where no feature has a date. */
	dates: OwnDates | null;
}
