import { readFileSync } from 'node:fs';
import type { OwnReading } from '$lib/domain/own-feature';
import { type Found, Reading } from '$lib/import/file-reading';
import { finishDrafts } from '$lib/import/finish-draft';
import { readText as readFound } from '$lib/import/read-file';

/** What is read of a text file, whatever it holds, at once: the program reads it in a worker. */
export function readOwnFile(name: string, bytes: Uint8Array): OwnReading {
	const reading = new Reading();
	let found: Found | null;
	try {
		found = readFound(name, bytes, reading);
	} catch (error) {
		found = reading.refused(error);
	}
	return finishDrafts(found, reading);
}

/** What is read of a text under a name. */
export function readText(name: string, text: string): OwnReading {
	return readOwnFile(name, new TextEncoder().encode(text));
}

/** What is read of a file of the fixtures, by its path in them. */
export function readFixture(path: string): OwnReading {
	return readOwnFile(path, new Uint8Array(readFileSync(`tests/fixtures/import/${path}`)));
}

/** The positions of features as [longitude, latitude, …], or lists of these. */
export function coordinatesOf({ features }: OwnReading): unknown[] {
	return features.map(({ geometry }) => geometry && 'coordinates' in geometry && geometry.coordinates);
}

/** What is said of a file, with where; what is no fault of the file last. */
export function issuesOf({ issues, notes }: OwnReading): string[] {
	return [...issues.map(({ location, message }) => (location === '' ? message : `${location}: ${message}`)), ...notes];
}
