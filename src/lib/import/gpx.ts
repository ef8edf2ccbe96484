import type { Element } from '@xmldom/xmldom';
import type { Geometry, Position } from 'geojson';
import { quoted } from './issues';
import type { LeftOut } from './left-out';
import { plainNumber } from './plain-number';
import { PropertyList } from './property-list';
import { childrenNamed, childrenOf, textOf } from './xml-element';
import { isTimeStamp, spanOf, Unread, type XmlFeature, type XmlFormat } from './xml-format';
import type { XmlItem } from './xml-items';

/** GPX 1.0 and 1.1 (topografix.com/GPX/1/1): waypoints, routes and tracks. */
export const GPX: XmlFormat = {
	title: 'GPX',
	items: new Set(['wpt', 'trk', 'rte']),
	containers: new Set(),
	words: (name) => [`<${name}> of the file`, `<${name}> of the file`],
	reader: (items, leftOut) => {
		const reader = new GpxReader(hasDecimalCommas(items), leftOut);
		return (element) => reader.read(element);
	}
};

/** A latitude or longitude as an attribute. */
const DEGREES = /\s(?:lat|lon)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const DECIMAL_COMMA = /^[-+]?\d+,\d+$/;

/** Whether commas are decimal in all of a file: where degrees have them, and none has a point. */
function hasDecimalCommas(items: readonly XmlItem[]): boolean {
	let commas = 0;
	for (const { xml } of items) {
		for (const [, double, single] of xml.matchAll(DEGREES)) {
			const written = double ?? single ?? '';
			if (written.includes('.')) return false;
			if (written.includes(',')) commas += 1;
		}
	}
	return commas > 0;
}

/** The positions of a part of a line, and what was left out of it. */
interface Run {
	positions: Position[];
	bad: string[];
}

class GpxReader {
	readonly #hasCommas: boolean;
	readonly #leftOut: LeftOut;

	constructor(hasCommas: boolean, leftOut: LeftOut) {
		this.#hasCommas = hasCommas;
		this.#leftOut = leftOut;
	}

	read(element: Element): XmlFeature {
		const name = element.localName;
		if (name === 'wpt') return this.#waypoint(element);
		return this.#line(element, name === 'trk');
	}

	#waypoint(element: Element): XmlFeature {
		const position = this.#positionOf(element);
		if (typeof position === 'string') throw new Unread(position);
		return {
			geometry: { type: 'Point', coordinates: position },
			properties: this.#propertiesOf(element, position.length > 2 ? ['ele'] : []).asObject(),
			remarks: []
		};
	}

	/** A track with its segments, or a route with its points. */
	#line(element: Element, isTrack: boolean): XmlFeature {
		const times: string[] = [];
		const runs = isTrack
			? childrenNamed(element, 'trkseg').map((segment) => this.#run(segment, 'trkpt', times))
			: [this.#run(element, 'rtept', times)];
		const bad = runs.flatMap((run) => run.bad);
		const what = isTrack ? 'track' : 'route';
		const [example] = bad;
		const remarks =
			example === undefined
				? []
				: [
						`${bad.length} of its ${what} points ${bad.length === 1 ? 'was' : 'were'} left out. For example: ${example}`
					];
		const geometry = together(runs.map(({ positions }) => positions).filter(({ length }) => length > 0));
		if (!geometry) throw new Unread(example ?? `The ${what} has no points.`);
		const properties = this.#propertiesOf(element, ['trkseg', 'rtept']);
		const span = spanOf(times);
		if (span) for (const [name, time] of Object.entries(span)) properties.add(name, time);
		return { geometry, properties: properties.asObject(), remarks };
	}

	#run(parent: Element, pointName: string, times: string[]): Run {
		const run: Run = { positions: [], bad: [] };
		const of = pointName === 'trkpt' ? 'track points' : 'route points';
		for (const child of childrenOf(parent)) {
			if (child.localName !== pointName) {
				if (pointName === 'trkpt')
					this.#leftOut.add(`<${child.nodeName}> of track segments`, `<${child.nodeName}> of track segments`);
				continue;
			}
			const position = this.#positionOf(child);
			if (typeof position === 'string') run.bad.push(position);
			else run.positions.push(position);
			for (const inner of childrenOf(child)) {
				const name = inner.localName ?? '';
				if (name === 'time' && isTimeStamp(textOf(inner))) times.push(textOf(inner));
				else if (name === 'time') this.#leftOut.add(`unread time of ${of}`, `unread times of ${of}`);
				else if (name === 'extensions') this.#shape(inner, run, of);
				else if (name !== 'ele') this.#leftOut.add(`<${inner.nodeName}> of ${of}`, `<${inner.nodeName}> of ${of}`);
				else if (typeof position !== 'string' && position.length < 3) {
					this.#leftOut.add(`unread elevation of ${of}`, `unread elevations of ${of}`);
				}
			}
		}
		return run;
	}

	/** Extensions of a point: the way that Garmin's programs calculated to the next one is part of the line. */
	#shape(extensions: Element, run: Run, of: string): void {
		for (const element of leavesOf(extensions)) {
			if (element.localName === 'rpt' && element.hasAttribute('lat')) {
				const position = this.#positionOf(element);
				if (typeof position === 'string') run.bad.push(position);
				else run.positions.push(position);
			} else this.#leftOut.add(`<${element.nodeName}> of ${of}`, `<${element.nodeName}> of ${of}`);
		}
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
				this.#leftOut.add(`<${child.nodeName}>`, `<${child.nodeName}>`);
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
			if (text === '' && leaf.attributes.length === 0)
				this.#leftOut.add(`empty <${leaf.nodeName}>`, `empty <${leaf.nodeName}>`);
		}
	}
}

/** The innermost elements in an element, in their order. */
function leavesOf(element: Element): Element[] {
	return childrenOf(element).flatMap((child) => (childrenOf(child).length === 0 ? [child] : leavesOf(child)));
}

/** Runs of positions as one geometry; a run of one position is a point. */
function together(runs: readonly Position[][]): Geometry | null {
	const parts = runs.map((positions): Geometry => {
		const [first] = positions;
		return first && positions.length === 1
			? { type: 'Point', coordinates: first }
			: { type: 'LineString', coordinates: positions };
	});
	const [only] = parts;
	if (!only || parts.length === 1) return only ?? null;
	return parts.every(({ type }) => type === 'LineString')
		? { type: 'MultiLineString', coordinates: runs.map((positions) => positions) }
		: { type: 'GeometryCollection', geometries: parts };
}
