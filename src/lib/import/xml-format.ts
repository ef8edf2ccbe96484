import type { Element } from '@xmldom/xmldom';
import type { Geometry } from 'geojson';
import type { PropertyList } from './property-list';
import type { Reading } from './file-reading';
import type { Wanted, XmlItem } from './xml-items';

/** A feature as an XML element gives it; what is wrong with it, where something is. */
export interface XmlFeature {
	geometry: Geometry | null;
	properties: Record<string, unknown>;
	/** What was left out of it, or taken otherwise than it stands. */
	remarks: string[];
}

/** What is read of a kind of XML file, and how. */
export interface XmlFormat extends Wanted {
	title: string;
	/** What reads an item of a file that has these; it throws `Unread` for what cannot be placed. */
	reader(items: readonly XmlItem[], reading: Reading): (element: Element, item: XmlItem) => XmlFeature;
}

/** Says why an element is left out. */
export class Unread extends Error {}

/** Adds the first and the last of time stamps, where there are any, as they are written. */
export function addSpan(times: readonly string[], properties: PropertyList): void {
	const sorted = times.toSorted();
	if (sorted.length === 0) return;
	properties.add('begin', sorted[0]);
	properties.add('end', sorted.at(-1));
}

/** Whether a text is a point in time as XML Schema writes it (part 2, section 3.3.7), so that it sorts by its letters. */
export function isTimeStamp(text: string): boolean {
	return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?)?)?(?:Z|[-+]\d\d:\d\d)?$/.test(
		text
	);
}
