import { wktToGeoJSON } from 'betterknown';
import { positionsOf } from '$lib/domain/geometry';
import type { WellKnown } from './wkb';

/** How well-known text begins, with the SRID that PostGIS writes before it. */
const BEGIN =
	/^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*(?:EMPTY\s*$|\()/i;

/** What it is made of: numbers, words, brackets and commas. */
const PARTS = /[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?(?=[\s(),])|[A-Z]+(?=[\s(),]|$)|[\s(),]+/gi;

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?/gi;

/**
 * A geometry from well-known text (OGC 06-103r4, 7.2) with the SRID that PostGIS may write before it; null for any other
 * text. The library reads what it knows and passes over what follows: each number of the text must be in what it found.
 */
export function readWkt(text: string): WellKnown | null {
	const begin = BEGIN.exec(text);
	if (!begin) return null;
	const shape = text.slice(begin[0].indexOf(';') + 1).trim();
	if (shape.replaceAll(PARTS, '') !== '' || !/(?:\)|EMPTY)$/i.test(shape)) return null;
	let geometry: WellKnown['geometry'];
	try {
		geometry = wktToGeoJSON(shape);
	} catch {
		return null;
	}
	const isMeasured = /^[A-Z]+?\s*Z?M\s*[(E]/i.test(shape);
	const positions = geometry ? [...positionsOf(geometry)] : [];
	const numbers = positions.flat().length;
	const written = shape.match(NUMBER)?.length ?? 0;
	if ((written === 0) !== (geometry === null)) return null;
	// The measure stands in the text alone where the position has no height.
	if (numbers !== written && !(isMeasured && written === numbers + positions.length)) return null;
	return { geometry, srid: begin[1] === undefined ? null : Number(begin[1]) };
}
