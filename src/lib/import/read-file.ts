import type { OwnChoice, OwnReading } from '$lib/domain/own-feature';
import { readCsv } from './csv';
import { decode } from './decode';
import type { Found } from './own-draft';
import { finish, nothingRead } from './finish-draft';
import { RECORD_SEPARATOR, readJson } from './geojson';
import { Issues } from './issues';
import { readMessages } from './messages';
import { isXml, readXml } from './xml';

/**
 * The features of a text file of a person's own, and everything in it that was not read. What kind of file it is, its
 * beginning says; its name only where that leaves it open. `choice` is what a person has decided of it. Never throws for
 * what a file holds.
 */
export function readOwnFile(name: string, bytes: Uint8Array, choice: OwnChoice = {}): OwnReading {
	const issues = new Issues();
	const found = readText(name, bytes, issues, choice);
	return readingOf(found, issues, choice);
}

/** What was found in a file, with what is worked out from it. */
export function readingOf(found: Found | null, issues: Issues, choice: OwnChoice): OwnReading {
	if (!found) return nothingRead(null, issues);
	const { format, drafts, columns, empty } = found;
	if (drafts.length === 0 && issues.count === 0 && empty !== undefined) issues.add('', empty);
	return finish(format, drafts, issues, choice, columns);
}

/** What a text file holds; null where it is none that is read, with an issue that says why. */
export function readText(name: string, bytes: Uint8Array, issues: Issues, choice: OwnChoice): Found | null {
	const decoded = decode(bytes);
	if ('problem' in decoded) {
		issues.add('', decoded.problem);
		return null;
	}
	const { text } = decoded;
	if (isXml(text)) return readXml(text, issues, choice);
	if (/\.(kml|gpx|xml)$/i.test(name)) {
		issues.add('Line 1', 'The file does not begin like KML or GPX, with <.');
		return null;
	}
	const messages = readMessages(text, issues, choice);
	if (messages) return messages;
	const isJson = /^[[{]/.test(text.slice(0, 1000).replace(RECORD_SEPARATOR, '').trimStart());
	if (!isJson && /json[ls]?$/i.test(name)) {
		issues.add('Line 1', 'The file does not begin like GeoJSON, with { or [, although its name says so.');
		return null;
	}
	if (isJson) {
		return readJson(name, text, issues, choice);
	}
	return { format: 'CSV', ...readCsv(text, issues, choice) };
}
