import { GPX } from './gpx';
import { quoted, Refused } from './issues';
import { KML } from './kml';
import type { Found, Reading } from './file-reading';
import { parseElement, strayText } from './xml-element';
import { Unread, type XmlFeature, type XmlFormat } from './xml-format';
import { rootOf, type XmlItem, xmlItems } from './xml-items';

const FORMATS: ReadonlyMap<string, XmlFormat> = new Map([
	['kml', KML],
	['gpx', GPX]
]);

/** What other XML files are, by their outermost element, and what to do with them. */
const OTHERS: ReadonlyMap<string, string> = new Map([
	['osm', 'This is OpenStreetMap XML. Export it as GeoJSON, for example with overpass turbo or QGIS.'],
	[
		'osmchange',
		'This is a change file of OpenStreetMap. Export the features as GeoJSON, for example with overpass turbo.'
	],
	['featurecollection', 'This is GML, or an answer of a WFS. Export it as GeoJSON in WGS 84, for example with QGIS.'],
	['trainingcenterdatabase', 'This is a TCX file of a training device. Export the track as GPX.'],
	['rss', 'This is an RSS feed. If it has places, export them as GeoJSON or CSV.'],
	['feed', 'This is an Atom feed. If it has places, export them as GeoJSON or CSV.'],
	['svg', 'This is an SVG picture: it has no positions on the globe.'],
	['html', 'This is a web page, not a file of places. It may have been saved in place of the file.'],
	['workbook', 'This is a spreadsheet in the XML of Excel 2003. Save it as XLSX or CSV.'],
	['plist', 'This is a property list of Apple, not a file of places.'],
	['x:xmpmeta', 'This is the metadata of a picture (XMP), not a file of places.']
]);

/**
 * The features of a KML (OGC 12-007r2) or GPX (1.0, 1.1) text.
 * @throws Refused where it is other XML
 */
export function readXml(text: string, reading: Reading): Found {
	const root = /^\s*<(?:!doctype\s+)?html\b/i.test(text) ? 'html' : rootOf(text);
	const format = FORMATS.get(root);
	if (!format) {
		const other = OTHERS.get(root) ?? `The outermost element is <${root}>. Of XML, KML and GPX files can be read.`;
		throw new Refused(root === '' ? 'The file begins like XML and has no element.' : other);
	}
	const items = xmlItems(text, format, reading);
	const read = format.reader(items, reading);
	for (const [index, item] of items.entries()) {
		if (reading.isFull) {
			const left = items.length - index;
			reading.cutOff(left, `${left} elements`);
			break;
		}
		const location = `<${item.name}>, line ${item.line}`;
		const feature = featureOf(item, read);
		if (typeof feature === 'string') reading.skip(`${feature} It was left out.`, location);
		else if (reading.feature(feature.geometry, feature.properties, () => location)) {
			for (const remark of feature.remarks) reading.add(location, remark);
		}
	}
	const names = [...format.items].map((name) => `<${name}>`).join(', ');
	return { format: format.title, empty: `The file has no ${names}: nothing in it is a feature.` };
}

/** Elements in which people write text with or without markup. */
const PROSE = new Set(['description', 'name', 'Snippet', 'snippet', 'desc', 'cmt', 'value', 'SimpleData', 'text']);

/** The feature that an item is, or why it is none. */
function featureOf(item: XmlItem, read: ReturnType<XmlFormat['reader']>): XmlFeature | string {
	const { element, wrong } = parseElement(item.xml, item.namespaces);
	if (!element) return `This is not well-formed XML: ${wrong}.`;
	try {
		const feature = read(element, item);
		const stray = strayText(element, PROSE);
		if (stray === null) return feature;
		const remark = `Text stands between its elements, where none should: ${quoted(stray)}. It was not read.`;
		return { ...feature, remarks: [...feature.remarks, remark] };
	} catch (error) {
		if (error instanceof Unread) return error.message;
		throw error;
	}
}

/** Whether a text is XML, whatever kind. */
export function isXml(text: string): boolean {
	return /^\s*</.test(text.slice(0, 1000));
}
