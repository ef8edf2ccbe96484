import type { Geometry, Position } from 'geojson';
import { byId } from '$lib/domain/by-id';
import type { Catalogue } from '$lib/domain/catalogue';
import { partsOf } from '$lib/domain/geometry';
import type { PlacedFeature } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { claimColumns, type Column, type ColumnType, type ColumnValue, featureColumns } from './attributes';
import { tieOf } from '$lib/domain/claim';
import { noteNumber } from '$lib/domain/note-number';
import { inferredWords, withNames } from '$lib/words/attribution-words';
import { MODALITY_WORDS } from '$lib/words/modality-words';
import { dateWords } from '$lib/words/edtf-words';
import type { Addresses, ExportContent } from './format';
import type { ExportHeader } from './header';
import { placementSentence, uncertaintySentence } from '$lib/words/placement-words';
import { PROOF_WORDS } from '$lib/words/proof-words';
import { escapeXml } from './xml';

/**
 * KML 2.2 (OGC 07-147r2): a folder for each layer, a placemark for each feature. A feature that cannot be drawn is a
 * placemark without geometry. The members of a list are parted by a semicolon and a space.
 */
export async function* writeKml({ header, catalogue, addresses, matches }: ExportContent): AsyncGenerator<string> {
	const { layers } = catalogue;
	// The name is the placemark's own.
	const columns = featureColumns(catalogue).filter(({ name }) => name !== 'name');
	const claimWords = claimWriter(catalogue, addresses);
	yield open(header, addresses, columns);
	let folder: string | null = null;
	for await (const match of matches) {
		const { feature } = match;
		if (feature.layer !== folder) {
			const layer = layers.find(({ id }) => id === feature.layer);
			const head = `<Folder>\n<name>${escapeXml(layer?.title ?? feature.layer)}</name>\n<description>${writeText(layer?.description ?? '')}</description>\n`;
			yield (folder === null ? '' : '</Folder>\n') + head;
			folder = feature.layer;
		}
		yield writePlacemark(match, columns, claimWords, addresses);
	}
	yield `${folder === null ? '' : '</Folder>\n'}</Document>\n</kml>\n`;
}

/**
 * A place that is only somewhere within what is drawn is an outline without filling, and at a point a name without a pin. A
 * body has a smaller, paler pin at its seat than a place has.
 */
const STYLES = `<Style id="shape"><LineStyle><color>ff8c6a0b</color><width>2</width></LineStyle><PolyStyle><color>408c6a0b</color></PolyStyle></Style>
<Style id="somewhere-within"><IconStyle><scale>0</scale></IconStyle><LineStyle><color>998c6a0b</color><width>1</width></LineStyle><PolyStyle><fill>0</fill></PolyStyle></Style>
<Style id="seat"><IconStyle><color>99ffffff</color><scale>0.7</scale></IconStyle></Style>
`;

const SCHEMA = 'feature';

/** The types of simple fields (KML 2.2, section 9.5). A date and a list are texts to KML. */
const TYPES: Readonly<Record<ColumnType, string>> = {
	string: 'string',
	integer: 'int',
	number: 'double',
	boolean: 'bool',
	date: 'string',
	strings: 'string'
};

function open(header: ExportHeader, addresses: Addresses, columns: readonly Column<FeatureWithClaims>[]): string {
	const { title, version, date, filter, counts, licence, warnings = [], citation } = header;
	const about = [
		`Version ${version} of ${date}. ${counts.features} features with ${counts.claims} claims: ${filter.words}.`,
		`Licence: ${licence.name}, ${licence.url}`,
		`Cite as: ${citation}`,
		...warnings.map(({ title: source, text, claims }) => {
			return `Warning on ${source}${claims ? ` (${claims.join(', ')})` : ''}: ${text}`;
		})
	];
	const fields = columns.map(({ name, title: label, type }) => writeField(name, label, type));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		'<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom">\n<Document>\n',
		`<name>${escapeXml(title)}</name>\n`,
		`<atom:link rel="alternate" href="${escapeXml(addresses.view)}"/>\n`,
		`<description>${writeText(about.join('\n'))}</description>\n`,
		STYLES,
		`<Schema id="${SCHEMA}" name="${SCHEMA}">\n${writeField('id', 'Id', 'string')}${fields.join('')}</Schema>\n`
	].join('');
}

function writeField(name: string, label: string, type: ColumnType): string {
	return `<SimpleField name="${name}" type="${TYPES[type]}"><displayName>${escapeXml(label)}</displayName></SimpleField>\n`;
}

function writePlacemark(
	match: FeatureWithClaims,
	columns: readonly Column<FeatureWithClaims>[],
	claimWords: ClaimWriter,
	addresses: Addresses
): string {
	const { feature } = match;
	const { id, name, geometry, georeference } = feature;
	const data = columns.map((column) => writeValue(column.name, column.valueOf(match)));
	return [
		`<Placemark>\n<name>${escapeXml(name)}</name>\n`,
		`<atom:link rel="alternate" href="${escapeXml(addresses.feature(id))}"/>\n`,
		`<Snippet maxLines="1">${escapeXml(placementSentence(feature))}</Snippet>\n`,
		`<description>${writeText([placementSentence(feature), ...originWords(feature), '', ...claimWords(match)].join('\n'))}</description>\n`,
		`<styleUrl>#${georeference.extent}</styleUrl>\n`,
		`<ExtendedData><SchemaData schemaUrl="#${SCHEMA}">\n${writeValue('id', id)}${data.join('')}</SchemaData></ExtendedData>\n`,
		geometry === null ? '' : `${writeGeometry(geometry)}\n`,
		'</Placemark>\n'
	].join('');
}

function writeValue(name: string, value: ColumnValue): string {
	if (value === null) return '';
	// GDAL reads no other form of a boolean.
	const text =
		typeof value === 'object' ? value.join('; ') : String(typeof value === 'boolean' ? Number(value) : value);
	return `<SimpleData name="${name}">${escapeXml(text)}</SimpleData>\n`;
}

/** How uncertain the place is, what was inferred, and from what it was taken. */
function originWords(feature: PlacedFeature): string[] {
	const { from, licence, remarks } = feature.georeference;
	return [uncertaintySentence(feature) ?? '', remarks, `Place from: ${from} (${licence}).`].filter(
		(words) => words !== ''
	);
}

type ClaimWriter = (match: FeatureWithClaims) => string[];

/**
 * Claims as numbered notes: what is said, by whom and through whom, when, where it stands and whether that is proved, and
 * by which words where the passage does not name the place.
 */
function claimWriter(catalogue: Catalogue, addresses: Addresses): ClaimWriter {
	const columns = new Map(claimColumns(catalogue).map((column) => [column.name, column]));
	const attribution = columns.get('attribution');
	const source = columns.get('source');
	const agentOf = byId(catalogue.agents);
	return ({ feature, claims }) =>
		claims.map((claim, index) => {
			const row = { feature, claim };
			const chain = String(attribution?.valueOf(row) ?? '');
			const title = String(source?.valueOf(row) ?? claim.source);
			const where = `${title}, paragraph ${claim.selector.paragraph}, passage ${PROOF_WORDS[claim.proof]}`;
			const { inferred, modality, said } = claim;
			const number = noteNumber(catalogue.noteOrder, feature.id, claim.id) ?? index + 1;
			const tie = tieOf(claim, feature.id);
			const ways = [
				chain,
				...(modality === 'asserted' ? [MODALITY_WORDS.asserted] : []),
				...(inferred ? [inferredWords(withNames(inferred, agentOf))] : []),
				dateWords(said.edtf)
			];
			const tied = tie ? ` By “${tie.words}”, of which paragraph ${tie.meaning.paragraph} says what it means.` : '';
			return `${number}. ${claim.text} ${ways.join(', ')}.${tied} ${where}: ${addresses.claim(claim.source, claim.id)}`;
		});
}

/**
 * Text where KML takes markup (section 9.1.3.10): what a browser would take for a tag or for a character reference is
 * escaped once for it, and all once more for XML. Other text stays as it is, for programs that show it as text.
 */
function writeText(text: string): string {
	return escapeXml(text.replace(/&(?=[#a-z])/gi, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;'));
}

function writeGeometry(geometry: Geometry): string {
	switch (geometry.type) {
		case 'Point':
			return `<Point>${writePositions([geometry.coordinates])}</Point>`;
		case 'LineString':
			return `<LineString>${writePositions(geometry.coordinates)}</LineString>`;
		case 'Polygon':
			return writePolygon(geometry.coordinates);
		default:
			return `<MultiGeometry>${partsOf(geometry).map(writeGeometry).join('')}</MultiGeometry>`;
	}
}

function writePolygon([outer = [], ...inner]: readonly Position[][]): string {
	const ring = (positions: readonly Position[]) => `<LinearRing>${writePositions(positions)}</LinearRing>`;
	const holes = inner.map((positions) => `<innerBoundaryIs>${ring(positions)}</innerBoundaryIs>`);
	return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${holes.join('')}</Polygon>`;
}

function writePositions(positions: readonly Position[]): string {
	return `<coordinates>${positions.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`;
}
