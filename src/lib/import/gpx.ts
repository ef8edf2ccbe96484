import type { Element } from '@xmldom/xmldom';
import type { Geometry, Position } from 'geojson';
import { quoted } from './issues';
import { asOneGeometry } from './own-geometry';
import { plainNumber } from './plain-number';
import { PropertyList } from './property-list';
import type { Reading } from './file-reading';
import { childrenNamed, childrenOf, textOf } from './xml-element';
import { addSpan, isTimeStamp, Unread, type XmlFeature, type XmlFormat } from './xml-format';
import type { XmlItem } from './xml-items';

/** GPX 1.0 and 1.1 (topografix.com/GPX/1/1): waypoints, routes and tracks. */
export const GPX: XmlFormat = {
	title: 'GPX',
	items: new Set(['wpt', 'trk', 'rte']),
	containers: new Set(),
	words: (name) => [`<${name}> of the file`],
	reader: (items, reading) => {
		const reader = new GpxReader(hasDecimalCommas(items), reading);
		return (element) => reader.read(element);
	}
};

/** A latitude or longitude as an attribute. */
const DEGREES = /\s(?:lat|lon)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const DECIMAL_COMMA = /^[-+]?\d+,\d+$/;

/** Whether commas are decimal in all of a file: where degrees have them, and none has a point. */
function hasDecimalCommas(items: readonly XmlItem[]): boolean {
	const written = items.flatMap(({ xml }) => [...xml.matchAll(DEGREES)].map(([attribute]) => attribute));
	return written.some((value) => value.includes(',')) && !written.some((value) => value.includes('.'));
}

/** The positions of a part of a line, and what was left out of it. */
interface Run {
	positions: Position[];
	bad: string[];
}

class GpxReader {
	readonly #hasCommas: boolean;
	readonly #reading: Reading;

	constructor(hasCommas: boolean, reading: Reading) {
		this.#hasCommas = hasCommas;
		this.#reading = reading;
	}

	read(element: Element): XmlFeature {
		return element.localName === 'wpt' ? this.#waypoint(element) : this.#line(element);
	}

	#waypoint(element: Element): XmlFeature {
		const position = this.#positionOf(element);
		if (typeof position === 'string') throw new Unread(position);
		const properties = this.#propertiesOf(element, position.length > 2 ? ['ele'] : []).asObject();
		return { geometry: { type: 'Point', coordinates: position }, properties, remarks: [] };
	}

	/** A track with its segments, or a route with its points. */
	#line(element: Element): XmlFeature {
		const isTrack = element.localName === 'trk';
		const what = isTrack ? 'track' : 'route';
		const times: string[] = [];
		const parts = isTrack ? childrenNamed(element, 'trkseg') : [element];
		const runs = parts.map((part) => this.#run(part, what, times));
		const bad = runs.flatMap((run) => run.bad);
		const geometry = asOneGeometry(runs.flatMap(({ positions }) => lineOf(positions)));
		const [example] = bad;
		if (!geometry) throw new Unread(example ?? `The ${what} has no points.`);
		const were = bad.length === 1 ? 'was' : 'were';
		const properties = this.#propertiesOf(element, ['trkseg', 'rtept']);
		addSpan(times, properties);
		return {
			geometry,
			properties: properties.asObject(),
			remarks: example ? [`${bad.length} of its ${what} points ${were} left out. For example: ${example}`] : []
		};
	}

	#run(parent: Element, what: 'track' | 'route', times: string[]): Run {
		const run: Run = { positions: [], bad: [] };
		const of = `${what} points`;
		for (const child of childrenOf(parent)) {
			if (child.localName !== (what === 'track' ? 'trkpt' : 'rtept')) {
				if (what === 'track') this.#reading.leaveOut(`<${child.nodeName}> of track segments`);
				continue;
			}
			const hasHeight = this.#addPosition(child, run);
			for (const inner of childrenOf(child)) {
				const name = inner.localName ?? '';
				if (name === 'time' && isTimeStamp(textOf(inner))) times.push(textOf(inner));
				else if (name === 'time') this.#reading.leaveOut(`unread time of ${of}`, `unread times of ${of}`);
				else if (name === 'extensions') this.#shape(inner, run, of);
				else if (name !== 'ele') this.#reading.leaveOut(`<${inner.nodeName}> of ${of}`);
				else if (!hasHeight) this.#reading.leaveOut(`unread elevation of ${of}`, `unread elevations of ${of}`);
			}
		}
		return run;
	}

	/** Extensions of a point: the way that Garmin's programs calculated to the next one is part of the line. */
	#shape(extensions: Element, run: Run, of: string): void {
		for (const element of leavesOf(extensions)) {
			if (element.localName === 'rpt' && element.hasAttribute('lat')) this.#addPosition(element, run);
			else this.#reading.leaveOut(`<${element.nodeName}> of ${of}`);
		}
	}

	/** Adds a point to a line; false where it has no height that can be read, though it may have one. */
	#addPosition(element: Element, run: Run): boolean {
		const position = this.#positionOf(element);
		if (typeof position === 'string') run.bad.push(position);
		else run.positions.push(position);
		return typeof position === 'string' || position.length > 2;
	}

	/** Where a point is, its elevation in metres last; or why that cannot be told. */
	#positionOf(element: Element): Position | string {
		const written = ['lon', 'lat'].map((name) => element.getAttribute(name));
		const position = written.map((value) => this.#number(value ?? ''));
		const wrong = ['longitude', 'latitude'].flatMap((name, index) => {
			const value = written[index]?.trim() ?? '';
			if (value === '') return `It has no ${name}.`;
			if (!Number.isNaN(position[index])) return [];
			const why = DECIMAL_COMMA.test(value)
				? ' A decimal comma is read only where no degrees of the file have a point.'
				: '';
			return `Its ${name} ${quoted(value)} is not a number.${why}`;
		});
		if (wrong.length > 0) return wrong.reverse().join(' ');
		const [elevation] = childrenNamed(element, 'ele');
		const height = elevation ? this.#number(textOf(elevation)) : Number.NaN;
		return Number.isNaN(height) ? position : [...position, height];
	}

	#number(text: string): number {
		const trimmed = text.trim();
		return plainNumber(this.#hasCommas && DECIMAL_COMMA.test(trimmed) ? trimmed.replace(',', '.') : trimmed);
	}

	#propertiesOf(element: Element, without: readonly string[]): PropertyList {
		const properties = new PropertyList();
		for (const child of childrenOf(element)) {
			const name = child.localName ?? '';
			if (without.includes(name)) continue;
			if (name === 'extensions') this.#addExtensions(child, properties);
			else if (name === 'link' && child.hasAttribute('href')) {
				properties.add('link', child.getAttribute('href'));
				for (const inner of childrenOf(child)) properties.add(`link ${inner.localName ?? ''}`, textOf(inner));
			} else if (textOf(child) === '' || child.attributes.length > 0 || childrenOf(child).length > 0) {
				this.#reading.leaveOut(`<${child.nodeName}>`);
			} else properties.add(name, textOf(child));
		}
		return properties;
	}

	/** What programs add of their own: each value under the name of its element. */
	#addExtensions(extensions: Element, properties: PropertyList): void {
		for (const leaf of leavesOf(extensions)) {
			const text = textOf(leaf);
			if (text !== '') properties.add(leaf.nodeName, text);
			for (const { name, value } of leaf.attributes) {
				if (!name.startsWith('xmlns')) properties.add(`${leaf.nodeName} ${name}`, value);
			}
			if (text === '' && leaf.attributes.length === 0) this.#reading.leaveOut(`empty <${leaf.nodeName}>`);
		}
	}
}

/** The innermost elements in an element, in their order. */
function leavesOf(element: Element): Element[] {
	return childrenOf(element).flatMap((child) => (childrenOf(child).length === 0 ? [child] : leavesOf(child)));
}

/** Positions as a line, one position as a point; none of none. */
function lineOf(positions: Position[]): Geometry[] {
	const [first, second] = positions;
	if (!first) return [];
	return [second ? { type: 'LineString', coordinates: positions } : { type: 'Point', coordinates: first }];
}
