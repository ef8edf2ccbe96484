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
	location: string;
	/** What is wrong, and where it helps, what to do. */
	message: string;
}

/** Which columns or properties of a file something was taken from. */
export interface OwnColumns {
	/** The names of all of them, in the order of the file. */
	names: readonly string[];
	/** Whether the file is a table, whose columns may be chosen for the place. */
	isTable: boolean;
	/** Those that give the place: one, or a latitude and a longitude; empty where the format has its own. */
	place: readonly string[];
	/** Those that features were dated by, the one that most features have first; a first and a last day are joined by “, ”. */
	time: readonly string[];
	/** Those that features were named by, the one that most features have first. */
	title: readonly string[];
}

/** What a file leaves open and a person can decide. */
export type OwnQuestionKind = 'day-order' | 'coordinate-order' | 'axes' | 'projection';

/** Something that a file leaves open, with the answers that there are. */
export interface OwnQuestion {
	kind: OwnQuestionKind;
	/** What is open, and why. */
	message: string;
	answers: readonly { value: string; label: string }[];
}

/** How a person wants a file to be read; what is absent, the file decides. */
export interface OwnChoice {
	/** The column of a place, or those of its latitude and longitude. */
	place?: readonly string[];
	/** The column of a date, or those of the first and the last day; none for no dates. */
	time?: readonly string[];
	/** The column of titles. */
	title?: string;
	/** Answers to what the file leaves open. */
	answers?: Partial<Record<OwnQuestionKind, string>>;
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
	/** What was kept in another way than it is written, or not kept, and is no fault of the file. */
	notes: readonly string[];
	/** What waits for the person, or was decided by them. */
	questions: readonly OwnQuestion[];
	/** From where the place, the time and the title were taken. */
	columns: OwnColumns;
	/** Null where no feature has a date. */
	dates: OwnDates | null;
}
