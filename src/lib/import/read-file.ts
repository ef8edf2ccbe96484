import { readCsv } from './csv';
import { decode } from './decode';
import { RECORD_SEPARATOR, readJson } from './geojson';
import { Refused } from './issues';
import { readMessages } from './messages';
import type { Found, Reading } from './file-reading';
import { isXml, readXml } from './xml';

/**
 * What a text file holds. What kind of file it is, its beginning says; its name only where that leaves it open.
 * @throws Refused where it is none that is read
 */
export function readText(name: string, bytes: Uint8Array, reading: Reading): Found {
	const text = decode(bytes);
	if (isXml(text)) return readXml(text, reading);
	if (/\.(kml|gpx|xml)$/i.test(name)) {
		throw new Refused('The file does not begin like KML or GPX, with <.', { location: 'Line 1' });
	}
	const messages = readMessages(text, reading);
	if (messages) return messages;
	if (/^[[{]/.test(text.slice(0, 1000).replace(RECORD_SEPARATOR, '').trimStart())) return readJson(name, text, reading);
	if (/json[ls]?$/i.test(name)) {
		throw new Refused('The file does not begin like GeoJSON, with { or [, although its name says so.', {
			location: 'Line 1'
		});
	}
	return readCsv(text, reading);
}
