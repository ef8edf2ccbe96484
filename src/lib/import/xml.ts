import { gpxGen, kmlGen } from '@tmcw/togeojson';
import { type Document, DOMParser } from '@xmldom/xmldom';
import type { Feature, Geometry } from 'geojson';
import { type Draft, MOST_FEATURES, MOST_POSITIONS, tooMany } from './draft';
import { countPositions, isGeometry, placeProblem } from './geometry';
import type { Issues } from './issues';
import { type XmlItem, xmlItems } from './xml-items';

/** What is read of a kind of XML file, and how. */
interface XmlFormat {
	title: string;
	/** The elements that become features. */
	items: ReadonlySet<string>;
	/** Elements that do not, and what is said of them. */
	others: ReadonlyMap<string, (count: number) => string>;
	features(document: Document): Iterable<Feature<Geometry | null>>;
	/** Sign of a place in an element: without a geometry, it could not be read. */
	hasPlace(xml: string): boolean;
}

const KML: XmlFormat = {
	title: 'KML',
	items: new Set(['Placemark']),
	others: new Map([
		['NetworkLink', (count) => `${count} NetworkLink: it points at other files, and nothing is fetched.`],
		['GroundOverlay', (count) => `${count} GroundOverlay: images on the ground are not shown.`],
		['ScreenOverlay', (count) => `${count} ScreenOverlay: images on the screen are not shown.`],
		['PhotoOverlay', (count) => `${count} PhotoOverlay: photographs are not shown.`]
	]),
	features: kmlGen,
	hasPlace: (xml) => /<(?:coordinates|gx:coord)\b/.test(xml)
};

const GPX: XmlFormat = {
	title: 'GPX',
	items: new Set(['wpt', 'trk', 'rte']),
	others: new Map(),
	features: gpxGen,
	hasPlace: () => true
};

const FORMATS: ReadonlyMap<string, XmlFormat> = new Map([
	['kml', KML],
	['gpx', GPX]
]);

/** The features of a KML (OGC 12-007r2) or GPX (1.0, 1.1) text and which of the two it is; null for other XML. */
export function readXml(text: string, issues: Issues): { format: string; drafts: Draft[] } | null {
	if (/^\s*<(?:!doctype\s+)?html\b/i.test(text)) {
		issues.add('', 'This is a web page, not a file of places. It may have been saved in place of the file.');
		return null;
	}
	const isItem = (name: string) => KML.items.has(name) || GPX.items.has(name);
	const { root, rootTag, items, others } = xmlItems(text, isItem, new Set(KML.others.keys()), issues);
	const format = FORMATS.get(root);
	if (!format) {
		if (root !== '') {
			issues.add('', `The outermost element is <${root}>. Of XML, KML and GPX files can be read.`);
		}
		return null;
	}
	for (const [name, count] of others) {
		const words = format.others.get(name);
		if (words) issues.add('', words(count));
	}
	const drafts: Draft[] = [];
	let positions = 0;
	let number = 0;
	for (const [index, item] of items.entries()) {
		if (drafts.length >= MOST_FEATURES || positions > MOST_POSITIONS) {
			issues.add('', tooMany(drafts.length, `${items.length - index} elements`));
			break;
		}
		for (const { geometry, properties } of featuresOf(item, rootTag, format, issues)) {
			number += 1;
			const problem = geometry && problemOf(geometry);
			if (problem) {
				issues.add(placeOf(item), problem);
				continue;
			}
			if (geometry) positions += countPositions(geometry);
			drafts.push({ number, geometry, properties: plainProperties(properties ?? {}) });
		}
	}
	if (items.length === 0 && issues.count === 0) {
		issues.add(
			'',
			`The file has no ${[...format.items].map((name) => `<${name}>`).join(', ')}: nothing in it is a feature.`
		);
	}
	return { format: format.title, drafts };
}

/** One element, parsed alone under the file's outermost start tag. */
function featuresOf(item: XmlItem, rootTag: string, format: XmlFormat, issues: Issues): Feature<Geometry | null>[] {
	const root = /^<([^\s/>]+)/.exec(rootTag)?.[1] ?? '';
	const wrong: string[] = [];
	const onError = (level: string, message: string) => {
		if (level !== 'warning') wrong.push(message);
	};
	let features: Feature<Geometry | null>[] = [];
	try {
		const parser = new DOMParser({ onError, locator: false });
		features = [...format.features(parser.parseFromString(`${rootTag}${item.xml}</${root}>`, 'text/xml'))];
	} catch (error) {
		if (wrong.length === 0) wrong.push(error instanceof Error ? error.message : String(error));
	}
	for (const message of new Set(wrong)) issues.add(placeOf(item), `This is not well-formed XML: ${message}`);
	if (wrong.length > 0) return [];
	const isLost = features.length === 0 || features.some(({ geometry }) => geometry === null);
	if (isLost && format.hasPlace(item.xml)) {
		issues.add(placeOf(item), 'Its coordinates are not numbers, or there are none.');
		return [];
	}
	return features;
}

function placeOf({ name, line }: XmlItem): string {
	return `<${name}>, line ${line}`;
}

function problemOf(geometry: Geometry): string | null {
	if (!isGeometry(geometry)) return 'Its coordinates are too few, or do not form the shape that they should.';
	return placeProblem(geometry)?.message ?? null;
}

/** Properties as a person would write them: the library's own members become plain ones, and what only styles goes. */
function plainProperties(given: Record<string, unknown>): Record<string, unknown> {
	const properties = new Map<string, unknown>();
	for (const [name, value] of Object.entries(given)) {
		if (name === 'timespan' && isRecord(value)) {
			for (const end of ['begin', 'end']) if (value[end]) properties.set(end, value[end]);
		} else if (name === 'coordinateProperties' && isRecord(value)) {
			const times = Array.isArray(value['times']) ? value['times'].flat() : [];
			const [first, last] = ends(times.filter((time) => typeof time === 'string'));
			if (first !== undefined) properties.set('begin', first).set('end', last);
		} else if (isRecord(value) && value['@type'] === 'html') properties.set(name, value['value']);
		else if (!STYLES.has(name)) properties.set(name, value);
	}
	// A track has the time of its first point beside the span of all.
	if (properties.has('begin')) properties.delete('time');
	return Object.fromEntries(properties);
}

/** The first and the last of texts; none of none. */
function ends(texts: readonly string[]): string[] {
	const [start] = texts;
	if (start === undefined) return [];
	let [first, last] = [start, start];
	for (const text of texts) {
		if (text < first) first = text;
		if (text > last) last = text;
	}
	return [first, last];
}

const STYLES = new Set(
	'_gpxType styleUrl styleHash styleMapHash stroke stroke-opacity stroke-width fill fill-opacity icon icon-color icon-offset icon-offset-units icon-opacity icon-scale icon-heading label-color label-opacity label-scale visibility'.split(
		' '
	)
);

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a text is XML, whatever kind. */
export function isXml(text: string): boolean {
	return /^\s*</.test(text.slice(0, 1000));
}
