import type { Agent, InferredLink } from '$lib/domain/attribution';
import { byId } from '$lib/domain/by-id';
import { type Claim, tieOf } from '$lib/domain/claim';
import { noteNumber } from '$lib/domain/note-number';
import type { Selector } from '$lib/domain/selector';
import { type Source, warningsOn } from '$lib/domain/source';
import type { Addresses, ExportContent } from './format';

/** The context of the Web Annotation vocabulary (W3C, section 3 of the vocabulary); named, and never fetched by the atlas. */
const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What we say beyond it, in the terms of vocabularies that are well known. */
const OWN_CONTEXT = {
	schema: 'http://schema.org/',
	prov: 'http://www.w3.org/ns/prov#',
	sha256: 'schema:sha256',
	proof: 'schema:creativeWorkStatus',
	version: 'schema:version',
	title: 'dcterms:title',
	dateModified: { '@id': 'schema:dateModified', '@type': 'xsd:date' },
	said: { '@id': 'dcterms:date', '@type': 'http://id.loc.gov/datatypes/edtf/EDTF' },
	concerns: { '@id': 'dcterms:temporal', '@type': 'http://id.loc.gov/datatypes/edtf/EDTF' },
	attribution: { '@id': 'prov:qualifiedAttribution', '@container': '@list' },
	agent: 'prov:agent',
	verb: 'rdfs:label',
	// What only other pages suggest: the passage may derive from what someone else said or published.
	derived: { '@id': 'prov:qualifiedDerivation', '@container': '@list' },
	entity: 'prov:entity',
	remark: 'rdfs:comment',
	shown: { '@id': 'dcterms:references', '@type': '@id' },
	position: 'schema:position',
	// By what a passage that does not name a feature is tied to it: the words, and where the document says what they mean.
	tie: 'dcterms:relation',
	warning: 'skos:note',
	citation: 'dcterms:bibliographicCitation',
	listed: { '@id': 'dcterms:isReferencedBy', '@type': '@id' },
	published: { '@id': 'dcterms:isFormatOf', '@type': '@id' }
} as const;

/** Kinds of agents that are classes of the vocabulary; the others are agents of no named class. */
const AGENT_TYPES: Readonly<Partial<Record<Agent['kind'], string>>> = {
	person: 'Person',
	office: 'Organization',
	outlet: 'Organization'
};

/**
 * W3C Web Annotation Data Model: one AnnotationCollection, each claim once, whatever the number of features that it is
 * about. The target of an annotation is the passage: in the document that its fingerprint names (RFC 6920), first the
 * paragraph, then where in it the passage begins and ends.
 */
export async function* writeWebAnnotations(content: ExportContent): AsyncGenerator<string> {
	const { header, catalogue, addresses, matches } = content;
	const write = annotationWriter(content);
	const { info } = catalogue;
	const collection = {
		'@context': [ANNOTATION_CONTEXT, OWN_CONTEXT],
		id: addresses.view,
		type: 'AnnotationCollection',
		label: `${header.title}: ${header.filter.words}`,
		creator: { name: info.creator },
		generated: header.exported,
		rights: header.licence.url,
		version: header.version,
		dateModified: header.date,
		citation: header.citation,
		total: header.counts.claims
	};
	const page = { id: `${addresses.view}#annotations`, type: 'AnnotationPage', partOf: addresses.view, startIndex: 0 };
	yield `${JSON.stringify(collection).slice(0, -1)},"first":${JSON.stringify(page).slice(0, -1)},"items":[`;
	const seen = new Set<string>();
	let separator = '\n';
	for await (const { claims } of matches) {
		for (const claim of claims) {
			if (seen.has(claim.id)) continue;
			seen.add(claim.id);
			yield separator + JSON.stringify(write(claim));
			separator = ',\n';
		}
	}
	yield '\n]}}\n';
}

/** What is undefined of a claim is no member of what is written. */
function annotationWriter({ header, catalogue, addresses }: ExportContent): (claim: Claim) => object {
	const sourceOf = byId(catalogue.sources);
	const topicOf = byId(catalogue.topics);
	const agentOf = byId(catalogue.agents);
	return (claim) => ({
		id: addresses.claim(claim.source, claim.id),
		type: 'Annotation',
		motivation: ['describing', 'identifying', 'tagging'],
		creator: { name: catalogue.info.creator },
		generated: header.exported,
		rights: header.licence.url,
		body: [
			{
				type: 'TextualBody',
				purpose: 'describing',
				value: claim.text,
				format: 'text/plain',
				language: 'en',
				concerns: claim.concerns?.edtf
			},
			...claim.about.map((id) => ({
				type: 'SpecificResource',
				purpose: 'identifying',
				source: addresses.feature(id),
				position: noteNumber(catalogue.noteOrder, id, claim.id),
				tie: tieMembers(claim, id, sourceOf.get(claim.source), addresses)
			})),
			...claim.topics.map((id) => ({ type: 'TextualBody', purpose: 'tagging', value: topicOf.get(id)?.title ?? id }))
		],
		target: {
			type: 'SpecificResource',
			sha256: claim.selector.sha256,
			proof: claim.proof,
			said: claim.said.edtf,
			attribution: claim.attribution.map(({ agent, as, remark }) => ({
				type: 'prov:Attribution',
				verb: as,
				agent: agentMembers(agent, agentOf.get(agent)),
				remark
			})),
			derived: claim.inferred && derivationsOf(claim.inferred, agentOf),
			source: documentOf(claim, sourceOf.get(claim.source), addresses),
			selector: selectorOf(claim.selector, addresses)
		}
	});
}

function agentMembers(id: string, agent: Agent | undefined): object {
	return { type: agent && AGENT_TYPES[agent.kind], name: agent?.name ?? id };
}

/**
 * What the passage may derive from, as other pages suggest: entities of those who stand before the same link of the chain,
 * never attributions of the passage itself. `position` is that of the link, from 0.
 */
function derivationsOf(inferred: readonly InferredLink[], agentOf: ReadonlyMap<string, Agent>): object[] {
	return inferred.map(({ agent, as, before, remark, pages }) => ({
		type: 'prov:Derivation',
		position: before,
		remark,
		shown: pages.map(({ url }) => url),
		entity: {
			type: 'prov:Entity',
			attribution: [{ type: 'prov:Attribution', verb: as, agent: agentMembers(agent, agentOf.get(agent)) }]
		}
	}));
}

function tieMembers(claim: Claim, feature: string, source: Source | undefined, addresses: Addresses) {
	const tie = tieOf(claim, feature);
	return (
		tie &&
		source && {
			type: 'SpecificResource',
			exact: tie.words,
			source: nameOf(source.document.sha256),
			selector: selectorOf(tie.meaning, addresses)
		}
	);
}

/** The document, by the fingerprint of its bytes, with its page in the atlas and where it was published, if that is known. */
function documentOf(claim: Claim, source: Source | undefined, addresses: Addresses): object {
	const { source: id } = claim;
	if (!source) throw new Error(`A claim names the source ${id}, which the dataset does not have.`);
	const { title, record, document } = source;
	const warnings = warningsOn(source, claim.id).map(({ text }) => text);
	return {
		id: nameOf(document.sha256),
		type: 'Text',
		format: 'text/plain',
		title,
		sha256: document.sha256,
		language: record.language,
		warning: warnings.length > 0 ? warnings : undefined,
		listed: addresses.source(id),
		published: record.URL
	};
}

/** A document as a URI that only its own bytes fit (RFC 6920, section 3). */
function nameOf(sha256: string): string {
	const bytes = (sha256.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
	const base64 = btoa(String.fromCharCode(...bytes));
	return `ni:///sha-256;${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/**
 * A paragraph is a non-empty line, and no standard for fragments of plain text counts these (RFC 5147 counts all lines):
 * `conformsTo` names the page that says how. Positions are code points in the paragraph, as the model asks for (4.2.5).
 */
function selectorOf({ paragraph, start, end }: Selector, addresses: Addresses): object {
	return {
		type: 'FragmentSelector',
		conformsTo: addresses.method,
		value: `paragraph=${paragraph}`,
		refinedBy: { type: 'TextPositionSelector', start, end }
	};
}
