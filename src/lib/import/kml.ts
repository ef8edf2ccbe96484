import type { Element } from '@xmldom/xmldom';
import type {
	Geometry,
	LineString,
	MultiLineString,
	MultiPoint,
	MultiPolygon,
	Point,
	Polygon,
	Position
} from 'geojson';
import { quoted } from './issues';
import { kmlPositions } from './kml-positions';
import type { LeftOut } from './left-out';
import { plainNumber } from './plain-number';
import { PropertyList } from './property-list';
import { childrenNamed, childrenOf, textOf } from './xml-element';
import { isTimeStamp, spanOf, Unread, type XmlFeature, type XmlFormat } from './xml-format';
import type { XmlItem } from './xml-items';

/** KML 2.2 and 2.3 (OGC 07-147r2, 12-007r2), with what Google adds to them. */
export const KML: XmlFormat = {
	title: 'KML',
	items: new Set(['Placemark']),
	containers: new Set(['Document', 'Folder', 'NetworkLinkControl', 'Update', 'Create']),
	words: (name, container) => {
		if (SILENT.has(name)) return null;
		if (name in WORDS) return WORDS[name] ?? null;
		const of = container === 'kml' ? 'the file' : `a ${container}`;
		return [`<${name}> of ${of}`, `<${name}> of ${of === 'the file' ? of : `${container}s`}`];
	},
	reader: (_, leftOut) => {
		const reader = new PlacemarkReader(leftOut);
		return (element, item) => reader.read(element, item);
	}
};

/** What only says how a list of features is drawn or opened at first. */
const SILENT = new Set(['open', 'visibility']);

/** What elements are called that are not kept: one, and several. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
	Style: ['style', 'styles'],
	StyleMap: ['map of styles', 'maps of styles'],
	Schema: ['list of field types (Schema)', 'lists of field types (Schema)'],
	Region: ['region', 'regions'],
	LookAt: ['view', 'views'],
	Camera: ['view', 'views'],
	Tour: ['tour', 'tours'],
	NetworkLink: [
		'NetworkLink (it points at another file, and nothing is fetched)',
		'NetworkLinks (they point at other files, and nothing is fetched)'
	],
	GroundOverlay: ['picture on the ground (GroundOverlay)', 'pictures on the ground (GroundOverlay)'],
	ScreenOverlay: ['picture on the screen (ScreenOverlay)', 'pictures on the screen (ScreenOverlay)'],
	PhotoOverlay: ['photograph (PhotoOverlay)', 'photographs (PhotoOverlay)'],
	displayName: ['label of a field (displayName)', 'labels of fields (displayName)'],
	TimeStamp: ['date of a folder', 'dates of folders'],
	TimeSpan: ['date of a folder', 'dates of folders']
};

const GEOMETRIES = new Set([
	'Point',
	'LineString',
	'LinearRing',
	'Polygon',
	'MultiGeometry',
	'Track',
	'MultiTrack',
	'Model'
]);

/** How a geometry is drawn above the ground, which a flat map does not show. */
const DRAWING = new Set(['extrude', 'tessellate', 'altitudeMode', 'altitudeOffset', 'drawOrder']);

class PlacemarkReader {
	readonly #leftOut: LeftOut;

	constructor(leftOut: LeftOut) {
		this.#leftOut = leftOut;
	}

	read(element: Element, { within }: XmlItem): XmlFeature {
		const properties = new PropertyList();
		const times: string[] = [];
		const remarks: string[] = [];
		const geometries = childrenOf(element)
			.filter(({ localName }) => GEOMETRIES.has(localName ?? ''))
			.flatMap((child) => this.#geometriesOf(child, times, remarks));
		const id = element.getAttribute('id');
		for (const child of childrenOf(element)) this.#addProperty(child, properties);
		const span = spanOf(times);
		if (span) for (const [name, time] of Object.entries(span)) properties.add(name, time);
		const folders = within.flatMap(({ kind, title }) => (kind === 'Folder' && title ? title : []));
		if (folders.length > 0) properties.add('folder', folders.join(' / '));
		if (id) properties.add('id', id);
		return { geometry: together(geometries), properties: properties.asObject(), remarks };
	}

	#addProperty(child: Element, properties: PropertyList): void {
		const name = child.localName ?? '';
		if (GEOMETRIES.has(name)) return;
		if (name === 'ExtendedData') this.#addData(child, properties);
		else if (name === 'TimeStamp') {
			for (const when of childrenNamed(child, 'when')) properties.add('timestamp', textOf(when));
		} else if (name === 'TimeSpan') {
			for (const end of childrenOf(child)) if (textOf(end) !== '') properties.add(end.localName ?? '', textOf(end));
		} else if (name === 'link' && child.getAttribute('href')) properties.add('link', child.getAttribute('href'));
		else if (name in WORDS || childrenOf(child).some((inner) => inner.namespaceURI === child.namespaceURI)) {
			if (name === 'description' || name === 'name') properties.add(name, textOf(child));
			else this.#count(name);
		} else properties.add(name, textOf(child));
	}

	/** Fields of a person's own (section 9.3), typed ones too. */
	#addData(extended: Element, properties: PropertyList): void {
		for (const child of childrenOf(extended)) {
			if (child.localName === 'Data') {
				const values = childrenNamed(child, 'value');
				properties.add(child.getAttribute('name') ?? 'Data', values.map(textOf).join('\n'));
				for (const inner of childrenOf(child)) if (inner.localName !== 'value') this.#count(inner.localName ?? '');
			} else if (child.localName === 'SchemaData') {
				for (const field of childrenOf(child)) {
					const isArray = field.localName === 'SimpleArrayData';
					const value = isArray ? childrenNamed(field, 'value').map(textOf) : textOf(field);
					properties.add(field.getAttribute('name') ?? field.localName ?? '', value);
				}
			} else properties.add(child.nodeName, textOf(child));
		}
	}

	#count(name: string): void {
		this.#leftOut.add(...(WORDS[name] ?? [`<${name}> of a placemark`, `<${name}> of placemarks`]));
	}

	/** The geometries that an element draws; `times` takes what a track says of them. */
	#geometriesOf(element: Element, times: string[], remarks: string[]): Geometry[] {
		const name = element.localName ?? '';
		for (const child of childrenOf(element)) {
			if (DRAWING.has(child.localName ?? '')) this.#leftOut.add('drawing setting', 'drawing settings');
		}
		switch (name) {
			case 'Point': {
				const [position, ...others] = positionsIn(element);
				if (others.length > 0) {
					const written = childrenNamed(element, 'coordinates').map(textOf).join(' ');
					if (!written.includes('.')) {
						throw new Unread(`Its <Point> has ${others.length + 1} positions, or decimal commas: ${quoted(written)}.`);
					}
					remarks.push(`Its <Point> has ${others.length + 1} positions: the first was taken, as by other programs.`);
				}
				return [{ type: 'Point', coordinates: position ?? [] }];
			}
			case 'LineString':
			case 'LinearRing':
				return [lineOf(name === 'LinearRing' ? closed(positionsIn(element)) : positionsIn(element), name)];
			case 'Polygon':
				return [polygonOf(element)];
			case 'MultiTrack':
			case 'MultiGeometry':
				return childrenOf(element)
					.filter((child) => GEOMETRIES.has(child.localName ?? ''))
					.flatMap((child) => this.#geometriesOf(child, times, remarks));
			case 'Track':
				return this.#trackOf(element, times, remarks);
			default:
				this.#leftOut.add('form of a model (its place is a point)', 'forms of models (their places are points)');
				return [modelOf(element)];
		}
	}

	/** A track (gx:Track): its positions are parted by spaces, and each has its time. */
	#trackOf(element: Element, times: string[], remarks: string[]): Geometry[] {
		const positions: Position[] = [];
		const whens = childrenNamed(element, 'when').map(textOf);
		let [bad, unread] = ['', 0];
		for (const coord of childrenNamed(element, 'coord')) {
			const text = textOf(coord);
			const position = text.split(/\s+/).map(plainNumber);
			if (position.length < 2 || position.length > 3 || position.some(Number.isNaN)) {
				bad ||= text;
				unread += 1;
			} else positions.push(position);
		}
		if (unread > 0) remarks.push(leftOutOf('position', unread, 'its track', bad));
		const stamps = whens.filter(isTimeStamp);
		const [untimed] = whens.filter((when) => !isTimeStamp(when));
		if (untimed !== undefined) remarks.push(leftOutOf('time', whens.length - stamps.length, 'its track', untimed));
		for (const stamp of stamps) times.push(stamp);
		for (const child of childrenOf(element)) {
			const name = child.localName ?? '';
			if (name === 'ExtendedData' || name === 'angles' || name === 'Model') {
				this.#leftOut.add(`<${name}> of a track`, `<${name}> of tracks`);
			}
		}
		if (positions.length === 0) throw new Unread('Its track has no position that can be read.');
		return [lineOf(positions, 'Track')];
	}
}

/** “2 positions of its track were left out, for example “x”.” */
function leftOutOf(one: string, count: number, of: string, example: string): string {
	return `${count} ${one}${count === 1 ? '' : 's'} of ${of} ${count === 1 ? 'was' : 'were'} left out, for example ${quoted(example)}.`;
}

function positionsIn(element: Element): Position[] {
	const [coordinates, ...more] = childrenNamed(element, 'coordinates');
	if (!coordinates) throw new Unread(`Its <${element.localName ?? ''}> has no <coordinates>.`);
	if (more.length > 0) throw new Unread(`Its <${element.localName ?? ''}> has several <coordinates>.`);
	const positions = kmlPositions(textOf(coordinates));
	if (typeof positions === 'string') throw new Unread(positions);
	return positions;
}

function lineOf(positions: Position[], name: string): Geometry {
	const [first] = positions;
	if (first && positions.length === 1 && name === 'Track') return { type: 'Point', coordinates: first };
	if (positions.length < 2) throw new Unread(`Its <${name}> has one position only: a line needs two.`);
	return { type: 'LineString', coordinates: positions };
}

function polygonOf(element: Element): Polygon {
	const ringsOf = (boundary: string) =>
		childrenNamed(element, boundary)
			.flatMap((child) => childrenNamed(child, 'LinearRing'))
			.map(positionsIn)
			.map(closed);
	const [outer, ...more] = ringsOf('outerBoundaryIs');
	if (!outer) throw new Unread('Its <Polygon> has no outer boundary.');
	if (more.length > 0) throw new Unread('Its <Polygon> has several outer boundaries.');
	const rings = [outer, ...ringsOf('innerBoundaryIs')];
	if (rings.some(({ length }) => length < 4))
		throw new Unread('A ring of its <Polygon> has fewer than three positions.');
	return { type: 'Polygon', coordinates: rings };
}

/** A ring ends where it begins; KML's readers take it so, whether it is written or not. */
function closed(ring: Position[]): Position[] {
	const [first, last] = [ring[0], ring.at(-1)];
	if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
	return [...ring, first];
}

function modelOf(element: Element): Point {
	const [location] = childrenNamed(element, 'Location');
	const coordinates = ['longitude', 'latitude'].map((name) => {
		const [value] = location ? childrenNamed(location, name) : [];
		return value ? plainNumber(textOf(value)) : Number.NaN;
	});
	if (coordinates.some(Number.isNaN)) throw new Unread('Its <Model> has no longitude and latitude as numbers.');
	return { type: 'Point', coordinates };
}

/** Several geometries as one, of the kind that they all have where they have one. */
function together(all: readonly Geometry[]): Geometry | null {
	const [first] = all;
	if (!first || all.length === 1) return first ?? null;
	if (all.every((one) => one.type === 'Point')) {
		return { type: 'MultiPoint', coordinates: all.map(({ coordinates }) => coordinates) } satisfies MultiPoint;
	}
	if (all.every((one): one is LineString => one.type === 'LineString')) {
		return {
			type: 'MultiLineString',
			coordinates: all.map(({ coordinates }) => coordinates)
		} satisfies MultiLineString;
	}
	if (all.every((one): one is Polygon => one.type === 'Polygon')) {
		return { type: 'MultiPolygon', coordinates: all.map(({ coordinates }) => coordinates) } satisfies MultiPolygon;
	}
	return { type: 'GeometryCollection', geometries: [...all] };
}
