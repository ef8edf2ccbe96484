import type { ExportFormat, FormatGroup } from './format';

/**
 * Every format that the atlas exports, in the order in which they are offered. Light: pages list it. The server's table of
 * who writes each is in server/files/writers.ts.
 */
export const EXPORT_FORMATS = [
	{
		id: 'geojson',
		title: 'GeoJSON',
		group: 'maps',
		description: 'For QGIS, geojson.io, GDAL and any other map: every feature with its claims and their sources.',
		keeps:
			'Each feature with all its names, and each claim with its attribution, dates, positions, source, passage, what ties it to the feature, the number of its note there, links that are inferred, warnings on its source, and whether its passage is proved.',
		loses:
			'What stands in no claim: other answers to a question, and paragraphs without a claim. Programs that know only flat attributes show the claims as one text in JSON.',
		holds: 'features',
		extension: 'geojson',
		mediaType: 'application/geo+json',
		version: 4
	},
	{
		id: 'geojsonseq',
		title: 'GeoJSON text sequence',
		group: 'maps',
		description: 'For programs that read a large file one feature at a time.',
		keeps: 'The same as GeoJSON, a feature to a record, each with the version, licence and citation of the file.',
		loses:
			'The filter in the form of an address and the counts, which GeoJSON has at its head; the citation has the filter in words.',
		holds: 'features',
		extension: 'geojsons',
		mediaType: 'application/geo+json-seq',
		version: 3
	},
	{
		id: 'gpkg',
		title: 'GeoPackage',
		group: 'maps',
		description: 'For QGIS and ArcGIS: features, claims and sources as tables that know of each other.',
		keeps:
			'Features with their geometry, names, claims, who said them, topics and sources, each in a table with typed columns; what belongs together is related, features and claims with the number of the note and what ties them. Claims say whether their passage is proved.',
		loses:
			'Positions as parts: a question and its answer are one text, without how they were read out of the passage. It has no spatial index; QGIS can make one.',
		holds: 'features',
		extension: 'gpkg',
		mediaType: 'application/geopackage+sqlite3',
		version: 3
	},
	{
		id: 'fgb',
		title: 'FlatGeobuf',
		group: 'maps',
		description: 'For programs that read many features fast: each with flat, typed attributes.',
		keeps:
			'Each feature with its geometry and attributes, among them how many claims there are, how many of them name it, how many are unproved, on what topics, from which sources and when they were said.',
		loses:
			'The claims themselves, other spellings of names, and what is remarked on how a place was found. It has no spatial index.',
		holds: 'features',
		extension: 'fgb',
		mediaType: 'application/vnd.flatgeobuf',
		version: 3
	},
	{
		id: 'kml',
		title: 'KML',
		group: 'maps',
		description: 'For Google Earth and other globes: a folder for each layer, the claims in each place’s description.',
		keeps:
			'Each feature with its geometry and typed attributes; its claims, in words and with the numbers of their notes, with who said them, when and where, what is inferred, what ties them to the place, and whether that is proved.',
		loses:
			'Claims as data, with their topics and positions, and broken outlines: a place that is only somewhere within an area is drawn without filling, and its description says so.',
		holds: 'features',
		extension: 'kml',
		mediaType: 'application/vnd.google-earth.kml+xml',
		version: 3
	},
	{
		id: 'csv',
		title: 'CSV',
		group: 'tables',
		description: 'For a spreadsheet: one row for each claim about each feature.',
		keeps:
			'Each claim with its feature, what ties it to that, attribution, what is inferred of it, dates, positions, source with its warnings, passage and whether that is proved; the geometry as text, and as latitude and longitude where it is a point.',
		loses:
			'Features without a claim, other spellings of names, how a position was read out of its passage, and types: all is text to a spreadsheet, and an apostrophe stands before what it could take for a formula.',
		holds: 'claims',
		extension: 'csv',
		mediaType: 'text/csv; charset=utf-8',
		version: 4
	},
	{
		id: 'lpf',
		title: 'Linked Places Format',
		group: 'linked-data',
		description: 'For the World Historical Gazetteer and other gazetteers: places with their names and who uses them.',
		keeps:
			'Each place with every name, its language and the sources that use it, its kind, geometry and matches elsewhere, the times its claims are about, the places named with it, what is said of it with the number of the note and what ties it to the place, and whether that is proved.',
		loses:
			'Who said a claim, when, and in which passage; of its chain only what is inferred. Kinds are in the words of the atlas: they are not matched to a thesaurus.',
		holds: 'features',
		extension: 'lpf.json',
		mediaType: 'application/ld+json',
		version: 3
	},
	{
		id: 'annotations',
		title: 'Web Annotations',
		group: 'linked-data',
		description: 'For annotation tools and triple stores: each claim as an annotation on the passage it rests on.',
		keeps:
			'Each claim with its topics, the features it is about and what ties it to them, who said it and when, from what it is derived where that is inferred, and its passage: the document’s fingerprint, the paragraph, where in it the passage begins and ends, and whether it is proved.',
		loses: 'Geometry, other spellings of names, positions on questions, and features without a claim.',
		holds: 'claims',
		extension: 'jsonld',
		mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
		version: 3
	},
	{
		id: 'csl-json',
		title: 'CSL-JSON',
		group: 'references',
		description: 'For Zotero, Pandoc and other processors of citation styles: the sources of the claims.',
		keeps:
			'The record of each source that a claim is from, how its date was found, and what warnings it carries; at the end the atlas itself, with version, filter and licence.',
		loses: 'Features and claims: it is a list of sources.',
		holds: 'sources',
		extension: 'csl.json',
		mediaType: 'application/vnd.citationstyles.csl+json',
		version: 2
	},
	{
		id: 'bibtex',
		title: 'BibTeX',
		group: 'references',
		description: 'For LaTeX and JabRef: the sources of the claims.',
		keeps:
			'The record of each source that a claim is from, how its date was found, and what warnings it carries; at the end the atlas itself, with version, filter and licence.',
		loses: 'Features and claims: it is a list of sources. Kinds of documents that BibTeX has no entry for are “misc”.',
		holds: 'sources',
		extension: 'bib',
		mediaType: 'application/x-bibtex; charset=utf-8',
		version: 2
	},
	{
		id: 'ris',
		title: 'RIS',
		group: 'references',
		description: 'For EndNote, Mendeley and RefWorks: the sources of the claims.',
		keeps:
			'The record of each source that a claim is from, how its date was found, and what warnings it carries; at the end the atlas itself, with version, filter and licence.',
		loses: 'Features and claims: it is a list of sources. Dates that are not one day, month or year are in the notes.',
		holds: 'sources',
		extension: 'ris',
		mediaType: 'application/x-research-info-systems; charset=utf-8',
		version: 2
	}
] as const satisfies readonly ExportFormat[];

/** The id of a format that there is. */
export type FormatId = (typeof EXPORT_FORMATS)[number]['id'];

/** What the groups of formats are called, in the order in which they are offered. */
export const FORMAT_GROUPS: readonly { id: FormatGroup; title: string }[] = [
	{ id: 'maps', title: 'For maps' },
	{ id: 'tables', title: 'For tables' },
	{ id: 'linked-data', title: 'For linked data' },
	{ id: 'references', title: 'For reference managers' }
];

/** The formats that most ask for: what stands on a page beside the way to all. */
export const USUAL_FORMATS = EXPORT_FORMATS.filter(({ id }) => id === 'geojson' || id === 'csv');

/** The formats of a group, in order. */
export function formatsIn(group: FormatGroup): readonly (typeof EXPORT_FORMATS)[number][] {
	return EXPORT_FORMATS.filter((format) => format.group === group);
}

/** The format of an extension; undefined for one that the atlas does not write. */
export function formatOf(extension: string): (typeof EXPORT_FORMATS)[number] | undefined {
	return EXPORT_FORMATS.find((format) => format.extension === extension);
}
