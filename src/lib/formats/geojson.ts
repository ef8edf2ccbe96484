import type { Feature as GeoJsonFeature, Geometry } from 'geojson';
import { type Agent, type AttributionLink, type InferredLink, unquotedByClaim } from '$lib/domain/attribution';
import { byId } from '$lib/domain/by-id';
import type { Catalogue } from '$lib/domain/catalogue';
import {
	type Antecedent,
	type Claim,
	type Proof,
	type Tie,
	tieOf,
	type WordingException,
	type WrittenModality
} from '$lib/domain/claim';
import { type Feature, type PlacedFeature, properNames } from '$lib/domain/feature';
import type { Finding } from '$lib/domain/feature-with-claims';
import { noteNumber } from '$lib/domain/note-number';
import type { Position, Question } from '$lib/domain/question';
import type { Selector } from '$lib/domain/selector';
import { type Source, type SourceRecord, type SourceWarning, warningsOn } from '$lib/domain/source';
import type { ExportContent } from './format';
import { writeDate, type WrittenDate } from '$lib/words/written-date';

/** Version of the members that we add to GeoJSON. */
const VERSION = 4;

interface Titled {
	id: string;
	title: string;
}

type Properties = Omit<Feature, 'id' | 'geometry'>;

type WrittenLink = Omit<AttributionLink, 'agent'> & { agent: Pick<Agent, 'id' | 'name' | 'role' | 'kind'> };

/** A claim as a file has it: complete by itself, so that a feature cut out of the file keeps its sources. */
export interface WrittenClaim {
	id: string;
	/** The number of its note at the feature with which it stands; null where it never had one. */
	note: number | null;
	/** Whether its passage names that feature. */
	named: boolean;
	text: string;
	about: string[];
	ties?: Tie[];
	antecedents?: Antecedent[];
	topics: Titled[];
	attribution: WrittenLink[];
	/** Links that only other pages suggest, never among those of the attribution. */
	inferred?: (WrittenLink & Omit<InferredLink, 'agent' | 'as'>)[];
	/** Whom it speaks of that no source quotes. */
	speaksOf?: Pick<Agent, 'id' | 'name' | 'role'>[];
	said: WrittenDate;
	concerns?: WrittenDate;
	modality: WrittenModality;
	positions: { question: Titled; answer: Titled; why?: string }[];
	source: Titled & { record: SourceRecord; dating?: string; warnings?: Omit<SourceWarning, 'claims'>[] };
	/** Where the passage is; `document` is the SHA-256 of the document's bytes. */
	locator: Selector & { document: string };
	exceptions?: WordingException[];
	proof: Proof;
}

/** GeoJSON (RFC 7946): one FeatureCollection, each feature with its claims, the header as the foreign member `atlas`. */
export async function* writeGeojson({ header, catalogue, findings }: ExportContent): AsyncGenerator<string> {
	const write = findingWriter(catalogue);
	yield `{"type":"FeatureCollection","atlas":${JSON.stringify({ formatVersion: VERSION, ...header })},"features":[`;
	let separator = '\n';
	for await (const finding of findings) {
		yield separator;
		yield* write(finding);
		separator = ',\n';
	}
	yield '\n]}\n';
}

/** How many claims are written in one piece: a feature may have more than anyone should wait for. */
const AT_A_TIME = 100;

/**
 * What writes a finding as GeoJSON, in pieces: the feature with its claims, the last of its properties, after foreign
 * `members` that each feature has.
 */
export function findingWriter(
	catalogue: Catalogue,
	members: Readonly<Record<string, unknown>> = {}
): (finding: Finding) => Generator<string> {
	const write = claimWriter(catalogue);
	return function* ({ feature, claims }) {
		const { properties, ...others } = featureMembers(feature);
		// What ends the properties and the feature comes after the claims.
		yield JSON.stringify({ ...others, ...members, properties }).slice(0, -'}}'.length) + ',"claims":[';
		for (let at = 0; at < claims.length; at += AT_A_TIME) {
			const written = claims.slice(at, at + AT_A_TIME).map((claim) => JSON.stringify(write(claim, feature.id)));
			yield (at > 0 ? ',' : '') + written.join(',');
		}
		yield ']}}';
	};
}

/** A feature as GeoJSON, without its claims. `bbox` is there where the feature has a geometry. */
export function featureMembers(feature: PlacedFeature): GeoJsonFeature<Geometry | null, Properties> {
	const { id, extent, geometry, layer, name, names, kind, country, context, sameAs, georeference } = feature;
	return {
		type: 'Feature',
		id,
		...(extent && { bbox: [...extent] }),
		geometry,
		properties: {
			layer,
			name,
			names: properNames(names),
			kind,
			...(country !== undefined && { country }),
			...(context !== undefined && { context }),
			...(sameAs !== undefined && { sameAs }),
			georeference
		}
	};
}

function claimWriter(catalogue: Catalogue): (claim: Claim, feature: string) => WrittenClaim {
	const { topics, agents, questions, sources, unquoted, noteOrder } = catalogue;
	const agentOf = byId(agents);
	const questionOf = byId(questions);
	const sourceOf = byId(sources);
	const topicOf = byId(topics);
	const unquotedOf = unquotedByClaim(unquoted);
	const writeLink = ({ agent, ...link }: AttributionLink) => ({
		...link,
		agent: writeAgent(agent, agentOf.get(agent))
	});
	return (claim, feature) => {
		const { id, text, about, ties, antecedents, attribution, inferred, said, concerns, exceptions, proof } = claim;
		const speaksOf = unquotedOf.get(id);
		return {
			id,
			note: noteNumber(noteOrder, feature, id),
			named: tieOf(claim, feature) === undefined,
			text,
			about,
			...(ties && { ties }),
			...(antecedents && { antecedents }),
			topics: claim.topics.map((topic) => titled(topic, topicOf.get(topic))),
			attribution: attribution.map(writeLink),
			...(inferred && { inferred: inferred.map((link) => ({ ...link, ...writeLink(link) })) }),
			...(speaksOf && {
				speaksOf: speaksOf.map(({ id: who, name, role }) => ({ id: who, name, ...(role !== undefined && { role }) }))
			}),
			said: writeDate(said),
			...(concerns && { concerns: writeDate(concerns) }),
			modality: claim.modality,
			positions: claim.positions.map((position) => writePosition(position, questionOf.get(position.question))),
			...writeSource(claim, sourceOf.get(claim.source)),
			...(exceptions && { exceptions }),
			proof
		};
	};
}

function writeAgent(id: string, agent: Agent | undefined): WrittenClaim['attribution'][number]['agent'] {
	if (!agent) throw new Error(`A claim names the agent ${id}, which the dataset does not have.`);
	return { id, name: agent.name, kind: agent.kind, ...(agent.role !== undefined && { role: agent.role }) };
}

function writePosition(
	{ question, answer, why }: Position,
	asked: Question | undefined
): WrittenClaim['positions'][number] {
	const given = asked?.answers.find((candidate) => candidate.id === answer);
	return {
		question: titled(question, asked),
		answer: titled(answer, given),
		...(why !== undefined && { why })
	};
}

function writeSource(
	{ id: claim, source: id, selector }: Claim,
	source: Source | undefined
): Pick<WrittenClaim, 'source' | 'locator'> {
	if (!source) throw new Error(`A claim names the source ${id}, which the dataset does not have.`);
	const { title, record, dating, document } = source;
	const warnings = warningsOn(source, claim).map(({ claims: _, ...warning }) => warning);
	return {
		source: {
			id,
			title,
			record,
			...(dating !== undefined && { dating }),
			...(warnings.length > 0 && { warnings })
		},
		locator: { document: document.sha256, ...selector }
	};
}

function titled(id: string, item: { title: string } | undefined): Titled {
	return { id, title: item?.title ?? id };
}
