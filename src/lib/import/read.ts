import type { OwnChoice, OwnReading } from '$lib/domain/own-feature';
import { readCsv } from './csv';
import { decode } from './decode';
import { finish, nothingRead } from './finish';
import { RECORD_SEPARATOR, readJson } from './geojson';
import { Issues } from './issues';
import { isXml, readXml } from './xml';

/**
 * The features of a file of a person's own, and everything in it that was not read. What kind of file it is, its beginning
 * says; its name only where that leaves it open. `choice` is what a person
 * has decided of it. Never throws for what a file holds.
 */
export function readOwnFile(name: string, bytes: Uint8Array, choice: OwnChoice = {}): OwnReading {
	const issues = new Issues();
	const decoded = decode(bytes);
	if ('problem' in decoded) {
		issues.add('', decoded.problem);
		return nothingRead(null, issues);
	}
	const { text } = decoded;
	if (isXml(text) || /\.(kml|gpx|xml)$/i.test(name)) {
		if (!isXml(text)) issues.add('Line 1', 'The file does not begin like KML or GPX, with <.');
		const read = isXml(text) ? readXml(text, issues) : null;
		return read ? finish(read.format, read.drafts, issues, choice) : nothingRead(null, issues);
	}
	const isJson = /^[[{]/.test(text.slice(0, 1000).replace(RECORD_SEPARATOR, '').trimStart());
	if (!isJson && /json[ls]?$/i.test(name)) {
		issues.add('Line 1', 'The file does not begin like GeoJSON, with { or [, although its name says so.');
		return nothingRead(null, issues);
	}
	if (isJson) {
		const { format, drafts, columns } = readJson(name, text, issues, choice);
		return finish(format, drafts, issues, choice, columns);
	}
	const { drafts, columns } = readCsv(text, issues, choice);
	return finish('CSV', drafts, issues, choice, columns);
}
