import type { Geometry } from 'geojson';
import { byId } from '$lib/domain/by-id';
import type { Catalogue } from '$lib/domain/catalogue';
import { type Claim, tieOf } from '$lib/domain/claim';
import { type PlacedFeature, properNames } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { noteNumber } from '$lib/domain/note-number';
import { type Source, warningsOn } from '$lib/domain/source';
import { inferredWords, withNames } from '$lib/words/attribution-words';
import type { Addresses, ExportContent } from './format';

/** The context in which the format gives its terms their meaning; it is named, and never fetched by the atlas. */
const CONTEXT = 'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld';

/**
 * Linked Places Format 1.1 (github.com/LinkedPasts/linked-places-format), which is GeoJSON and JSON-LD at once: one
 * FeatureCollection, the header as its foreign member `atlas`, its title and licence also in the terms of the context.
 */
export async function* writeLinkedPlaces(content: ExportContent): AsyncGenerator<string> {
	const { header, catalogue, addresses, matches } = content;
	const write = placeWriter(catalogue, addresses);
	const head = {
		type: 'FeatureCollection',
		'@context': CONTEXT,
		title: `${header.title}: ${header.filter.words}`,
		license: header.licence.url,
		atlas: header
	};
	yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
	let separator = '\n';
	for await (const match of matches) {
		yield separator + JSON.stringify(write(match));
		separator = ',\n';
	}
	yield '\n]}\n';
}

interface Citation {
	label: string;
	'@id'?: string;
}

/** What is undefined of a place is no member of what is written. */
function placeWriter(catalogue: Catalogue, addresses: Addresses): (match: FeatureWithClaims) => object {
	const sourceOf = byId(catalogue.sources);
	const agentOf = byId(catalogue.agents);
	const cite = (id: string) => citation(id, sourceOf.get(id), addresses);
	const membersOf = (claim: Claim, feature: string) => {
		const tie = tieOf(claim, feature);
		const inferred = claim.inferred && withNames(claim.inferred, agentOf);
		const warnings = warningsOn(sourceOf.get(claim.source) ?? {}, claim.id).map(({ text }) => text);
		return {
			note: noteNumber(catalogue.noteOrder, feature, claim.id),
			named: tie === undefined,
			tiedBy: tie && { words: tie.words, paragraph: tie.meaning.paragraph },
			inferred: inferred && {
				words: inferredWords(inferred),
				links: inferred.map(({ name, as, before, remark, pages }) => ({ name, as, before, remark, pages }))
			},
			warnings: warnings.length > 0 ? warnings : undefined
		};
	};
	return (match) => {
		const { feature, claims } = match;
		const { id, name, kind, country, sameAs = [] } = feature;
		const spans = timespansOf(match);
		return {
			'@id': addresses.feature(id),
			type: 'Feature',
			properties: { title: name, ccodes: country ? [country] : undefined },
			when: spans.length > 0 ? { timespans: spans, label: 'the times that its claims are about' } : undefined,
			names: namesOf(feature).map(({ text, lang, sources = [] }) => ({
				toponym: text,
				lang,
				citations: sources.length > 0 ? sources.map(cite) : undefined
			})),
			types: [{ sourceLabels: [{ label: kind, lang: 'en' }] }],
			geometry: { type: 'GeometryCollection', geometries: geometriesOf(feature) },
			links: sameAs.map((identifier) => ({ type: 'exactMatch', identifier })),
			relations: relationsOf(match, addresses),
			descriptions: claims.map((claim) => ({
				'@id': addresses.claim(claim.source, claim.id),
				value: claim.text,
				lang: 'en',
				// Members of ours, which the context of the format does not know.
				...membersOf(claim, id),
				proof: claim.proof
			}))
		};
	};
}

function citation(id: string, source: Source | undefined, addresses: Addresses): Citation {
	return { label: source?.title ?? id, '@id': source?.record.URL ?? addresses.source(id) };
}

/** Every spelling, the name itself first where it is none of them. */
function namesOf({ name, names }: PlacedFeature): { text: string; lang?: string; sources?: string[] }[] {
	const proper = properNames(names);
	return proper.some(({ text }) => text === name) ? proper : [{ text: name }, ...proper];
}

/** The geometry with how certain it is, what it was taken from and under which licence; empty for a place that cannot be drawn. */
function geometriesOf({ geometry, georeference }: PlacedFeature): object[] {
	const { extent, from, licence } = georeference;
	const parts: Geometry[] = geometry?.type === 'GeometryCollection' ? geometry.geometries : geometry ? [geometry] : [];
	const certainty = extent === 'shape' ? 'certain' : 'uncertain';
	return parts.map((part) => ({ ...part, certainty, citations: [{ label: `${from} (${licence})` }] }));
}

/** The spans of days that claims are about, where both ends are known: the format has no open ends. */
function timespansOf({ claims }: FeatureWithClaims): object[] {
	const spans = new Map<string, object>();
	for (const { concerns } of claims) {
		const { from, to } = concerns?.interval ?? {};
		if (from && to) spans.set(`${from}/${to}`, { start: { earliest: from }, end: { latest: to } });
	}
	return [...spans.values()];
}

/** The other places of each claim: that they are named together is all that is said of them here. */
function relationsOf({ feature, claims }: FeatureWithClaims, addresses: Addresses): object[] {
	const together = new Map<string, Citation[]>();
	for (const { id, source, about, text } of claims) {
		for (const other of about) {
			if (other === feature.id) continue;
			const cited = together.get(other) ?? [];
			together.set(other, [...cited, { label: text, '@id': addresses.claim(source, id) }]);
		}
	}
	return [...together].map(([other, citations]) => ({
		relationType: 'gvp:tgn3000_related_to',
		relationTo: addresses.feature(other),
		label: 'named in the same claim',
		citations
	}));
}
