import type { Element } from '@xmldom/xmldom';
import type { Geometry, Point, Polygon, Position } from 'geojson';
import { quoted } from './issues';
import { kmlPositions } from './kml-positions';
import { asOneGeometry } from './own-geometry';
import { plainNumber } from './plain-number';
import { PropertyList } from './property-list';
import type { Reading } from './file-reading';
import { childrenNamed, childrenOf, textOf } from './xml-element';
import { addSpan, isTimeStamp, Unread, type XmlFeature, type XmlFormat } from './xml-format';
import type { XmlItem } from './xml-items';

/** KML 2.2 and 2.3 (OGC 07-147r2, 12-007r2), with what Google adds to them. */
export const KML: XmlFormat = {
	title: 'KML',
	items: new Set(['Placemark']),
	containers: new Set(['Document', 'Folder', 'NetworkLinkControl', 'Update', 'Create']),
	words: (name, container) => {
		if (SILENT.has(name)) return null;
		if (container === 'kml') return WORDS[name] ?? [`<${name}> of the file`];
		return WORDS[name] ?? [`<${name}> of a ${container}`, `<${name}> of ${container}s`];
	},
	reader: (_, reading) => (element, item) => new Placemark(reading).read(element, item)
};

/** What only says how a list of features is drawn or opened at first. */
const SILENT = new Set(['open', 'visibility']);

/** What elements are called that are not kept: one, and several. */
const WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
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

class Placemark {
	readonly #reading: Reading;
	readonly #properties = new PropertyList();
	/** What its tracks say of when they were recorded. */
	readonly #times: string[] = [];
	readonly #remarks: string[] = [];

	constructor(reading: Reading) {
		this.#reading = reading;
	}

	read(element: Element, { within }: XmlItem): XmlFeature {
		const properties = this.#properties;
		const geometries = this.#geometriesIn(element);
		for (const child of childrenOf(element)) this.#addProperty(child);
		addSpan(this.#times, properties);
		const folders = within.flatMap(({ kind, title }) => (kind === 'Folder' && title ? title : []));
		if (folders.length > 0) properties.add('folder', folders.join(' / '));
		const id = element.getAttribute('id');
		if (id) properties.add('id', id);
		return { geometry: asOneGeometry(geometries), properties: properties.asObject(), remarks: this.#remarks };
	}

	#addProperty(child: Element): void {
		const name = child.localName ?? '';
		const hasInner = childrenOf(child).some((inner) => inner.namespaceURI === child.namespaceURI);
		if (GEOMETRIES.has(name)) return;
		if (name === 'ExtendedData') this.#addData(child);
		else if (name === 'TimeStamp') {
			for (const when of childrenNamed(child, 'when')) this.#properties.add('timestamp', textOf(when));
		} else if (name === 'TimeSpan') {
			for (const end of childrenOf(child))
				if (textOf(end) !== '') this.#properties.add(end.localName ?? '', textOf(end));
		} else if (name === 'link' && child.getAttribute('href')) this.#properties.add('link', child.getAttribute('href'));
		else if ((name in WORDS || hasInner) && name !== 'description' && name !== 'name') this.#leaveOut(name);
		else this.#properties.add(name, textOf(child));
	}

	/** Fields of a person's own (section 9.3), typed ones too. */
	#addData(extended: Element): void {
		for (const child of childrenOf(extended)) {
			if (child.localName === 'Data') {
				const values = childrenNamed(child, 'value');
				this.#properties.add(child.getAttribute('name') ?? 'Data', values.map(textOf).join('\n'));
				for (const inner of childrenOf(child)) if (inner.localName !== 'value') this.#leaveOut(inner.localName ?? '');
			} else if (child.localName === 'SchemaData') {
				for (const field of childrenOf(child)) {
					const isArray = field.localName === 'SimpleArrayData';
					const value = isArray ? childrenNamed(field, 'value').map(textOf) : textOf(field);
					this.#properties.add(field.getAttribute('name') ?? field.localName ?? '', value);
				}
			} else this.#properties.add(child.nodeName, textOf(child));
		}
	}

	#leaveOut(name: string): void {
		this.#reading.leaveOut(...(WORDS[name] ?? ([`<${name}> of a placemark`, `<${name}> of placemarks`] as const)));
	}

	#geometriesIn(element: Element): Geometry[] {
		return childrenOf(element)
			.filter(({ localName }) => GEOMETRIES.has(localName ?? ''))
			.flatMap((child) => this.#geometriesOf(child));
	}

	/** The geometries that an element draws. */
	#geometriesOf(element: Element): Geometry[] {
		const name = element.localName ?? '';
		for (const child of childrenOf(element)) {
			if (DRAWING.has(child.localName ?? '')) this.#reading.leaveOut('drawing setting', 'drawing settings');
		}
		switch (name) {
			case 'Point':
				return [this.#pointOf(element)];
			case 'LineString':
				return [lineOf(positionsIn(element), name)];
			case 'LinearRing':
				return [lineOf(closed(positionsIn(element)), name)];
			case 'Polygon':
				return [polygonOf(element)];
			case 'MultiTrack':
			case 'MultiGeometry':
				return this.#geometriesIn(element);
			case 'Track':
				return [this.#trackOf(element)];
			default:
				this.#reading.leaveOut('form of a model (its place is a point)', 'forms of models (their places are points)');
				return [modelOf(element)];
		}
	}

	#pointOf(element: Element): Point {
		const positions = positionsIn(element);
		if (positions.length > 1) {
			const written = childrenNamed(element, 'coordinates').map(textOf).join(' ');
			const has = `Its <Point> has ${positions.length} positions`;
			if (!written.includes('.')) throw new Unread(`${has}, or decimal commas: ${quoted(written)}.`);
			this.#remarks.push(`${has}: the first was taken, as by other programs.`);
		}
		return { type: 'Point', coordinates: positions[0] ?? [] };
	}

	/** A track (gx:Track): its positions are parted by spaces, and each has its time. */
	#trackOf(element: Element): Geometry {
		const coords = childrenNamed(element, 'coord').map(textOf);
		const isPosition = (text: string) => {
			const numbers = spaced(text);
			return numbers.length >= 2 && numbers.length <= 3 && !numbers.some(Number.isNaN);
		};
		const positions = this.#sound(coords, isPosition, 'position').map(spaced);
		const times = this.#sound(childrenNamed(element, 'when').map(textOf), isTimeStamp, 'time');
		for (const time of times) this.#times.push(time);
		for (const { localName: name } of childrenOf(element)) {
			if (name === 'ExtendedData' || name === 'angles' || name === 'Model') {
				this.#reading.leaveOut(`<${name}> of a track`, `<${name}> of tracks`);
			}
		}
		if (positions.length === 0) throw new Unread('Its track has no position that can be read.');
		return lineOf(positions, 'Track');
	}

	/** The texts of a track that can be read; the others are told. */
	#sound(texts: readonly string[], isSound: (text: string) => boolean, what: string): string[] {
		const [example, ...more] = texts.filter((text) => !isSound(text));
		if (example !== undefined) {
			const were = more.length === 0 ? ' of its track was' : 's of its track were';
			this.#remarks.push(`${more.length + 1} ${what}${were} left out, for example ${quoted(example)}.`);
		}
		return texts.filter(isSound);
	}
}

/** Numbers with spaces between them. */
function spaced(text: string): Position {
	return text.split(/\s+/).map(plainNumber);
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
