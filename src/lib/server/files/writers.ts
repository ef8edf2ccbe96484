import type { CitationFormat } from '$lib/formats/citation-format';
import type { Write } from '$lib/formats/format';
import type { FormatId } from '$lib/formats/registry';

/** Who writes each format; a writer is loaded when a file of its kind is first asked for. */
const WRITERS: Readonly<Record<FormatId, () => Promise<Write>>> = {
	geojson: async () => (await import('$lib/formats/geojson')).writeGeojson,
	geojsonseq: async () => (await import('$lib/formats/geojson-seq')).writeGeojsonSeq,
	gpkg: async () => (await import('./geopackage')).writeGeoPackage,
	fgb: async () => (await import('./flatgeobuf')).writeFlatGeobuf,
	kml: async () => (await import('$lib/formats/kml')).writeKml,
	csv: async () => (await import('$lib/formats/csv')).writeCsv,
	lpf: async () => (await import('$lib/formats/linked-places')).writeLinkedPlaces,
	annotations: async () => (await import('$lib/formats/web-annotations')).writeWebAnnotations,
	'csl-json': async () => sourcesIn((await import('$lib/formats/csl-json')).cslJson),
	bibtex: async () => sourcesIn((await import('$lib/formats/bibtex')).bibtex),
	ris: async () => sourcesIn((await import('$lib/formats/ris')).ris)
};

/** Who writes a format. */
export function writerOf(format: FormatId): Promise<Write> {
	return WRITERS[format]();
}

async function sourcesIn(format: CitationFormat): Promise<Write> {
	const { writeSources } = await import('$lib/formats/sources');
	return (content) => writeSources(format, content);
}
