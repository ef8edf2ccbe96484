/**
 * The contexts that exports name, as far as they use them, written anew from the vocabularies: the terms, and what each
 * stands for. A processor in a test asks here, and no one else.
 */
export function contextAt(url: string): Promise<{ document: object; documentUrl: string }> {
	const context = CONTEXTS[url];
	if (!context) return Promise.reject(new Error(`${url} was asked for.`));
	return Promise.resolve({ document: { '@context': context }, documentUrl: url });
}

const address = (id: string) => ({ '@id': id, '@type': '@id' });
const typed = (id: string, type: string) => ({ '@id': id, '@type': type });
const ofVocabulary = (id: string) => ({ '@id': id, '@type': '@vocab' });

/** Web Annotation Vocabulary, section 3 and appendix A. */
const ANNOTATION = {
	oa: 'http://www.w3.org/ns/oa#',
	dc: 'http://purl.org/dc/elements/1.1/',
	dcterms: 'http://purl.org/dc/terms/',
	dctypes: 'http://purl.org/dc/dcmitype/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	as: 'https://www.w3.org/ns/activitystreams#',
	id: '@id',
	type: '@type',
	Annotation: 'oa:Annotation',
	TextualBody: 'oa:TextualBody',
	SpecificResource: 'oa:SpecificResource',
	FragmentSelector: 'oa:FragmentSelector',
	TextPositionSelector: 'oa:TextPositionSelector',
	Text: 'dctypes:Text',
	Person: 'foaf:Person',
	Organization: 'foaf:Organization',
	AnnotationCollection: 'as:OrderedCollection',
	AnnotationPage: 'as:OrderedCollectionPage',
	describing: 'oa:describing',
	identifying: 'oa:identifying',
	tagging: 'oa:tagging',
	body: address('oa:hasBody'),
	target: address('oa:hasTarget'),
	source: address('oa:hasSource'),
	selector: address('oa:hasSelector'),
	refinedBy: address('oa:refinedBy'),
	motivation: ofVocabulary('oa:motivatedBy'),
	purpose: ofVocabulary('oa:hasPurpose'),
	creator: address('dcterms:creator'),
	generated: typed('dcterms:issued', 'xsd:dateTime'),
	rights: address('dcterms:rights'),
	conformsTo: address('dcterms:conformsTo'),
	first: address('as:first'),
	partOf: address('as:partOf'),
	items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
	startIndex: typed('as:startIndex', 'xsd:nonNegativeInteger'),
	total: typed('as:totalItems', 'xsd:nonNegativeInteger'),
	start: typed('oa:start', 'xsd:nonNegativeInteger'),
	end: typed('oa:end', 'xsd:nonNegativeInteger'),
	label: 'rdfs:label',
	name: 'foaf:name',
	value: 'rdf:value',
	format: 'dc:format',
	language: 'dc:language'
};

const set = (id: string) => ({ '@id': id, '@container': '@set' });
const list = (id: string) => ({ '@id': id, '@container': '@list' });

/** Linked Places Format 1.1. */
const LINKED_PLACES = {
	'@version': 1.1,
	lpo: 'http://linkedpasts.org/ontology/lpo_latest.ttl#',
	geojson: 'https://purl.org/geojson/vocab#',
	'geojson-t': 'https://github.com/kgeographer/geojson-t/',
	gvp: 'http://vocab.getty.edu/ontology#',
	dct: 'http://purl.org/dc/terms/',
	rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
	rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
	skos: 'http://www.w3.org/2004/02/skos/core#',
	type: '@type',
	FeatureCollection: 'geojson:FeatureCollection',
	Feature: 'geojson:Feature',
	GeometryCollection: 'geojson:GeometryCollection',
	Point: 'geojson:Point',
	Polygon: 'geojson:Polygon',
	coordinates: list('geojson:coordinates'),
	features: set('lpo:hasFeature'),
	properties: 'geojson:properties',
	geometry: 'geojson-t:geometry',
	geometries: set('lpo:setting'),
	certainty: 'lpo:has_certainty',
	title: 'dct:title',
	license: 'dct:license',
	identifier: 'dct:identifier',
	exactMatch: 'skos:exactMatch',
	label: 'rdfs:label',
	value: 'rdf:value',
	lang: 'dct:language',
	ccodes: 'http://www.geonames.org/ontology#countryCode',
	when: 'lpo:when',
	timespans: set('lpo:timespan'),
	start: 'lpo:has_start',
	end: 'lpo:has_end',
	earliest: 'lpo:earliest',
	latest: 'lpo:latest',
	names: set('lpo:name_attestation'),
	toponym: 'lpo:toponym',
	types: set('lpo:type_attestation'),
	sourceLabels: 'lpo:source_label',
	relations: set('lpo:rel_attestation'),
	relationType: 'lpo:relation_type',
	relationTo: 'lpo:relation_to',
	links: set('lpo:link_attestation'),
	citations: address('http://purl.org/spar/cito#cites'),
	descriptions: address('dct:description')
};

const CONTEXTS: Readonly<Record<string, object>> = {
	'http://www.w3.org/ns/anno.jsonld': ANNOTATION,
	'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld': LINKED_PLACES
};
