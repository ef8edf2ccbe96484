import type { Feature as GeoJsonFeature, Geometry } from 'geojson';
import type { Agent, AttributionLink } from '$lib/domain/attribution';
import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim, KnownDate, Proof } from '$lib/domain/claim';
import { type Feature, type PlacedFeature, properNames } from '$lib/domain/feature';
import type { Finding } from '$lib/domain/finding';
import type { Position, Question } from '$lib/domain/question';
import type { Selector } from '$lib/domain/selector';
import type { Source, SourceRecord } from '$lib/domain/source';
import type { ExportContent } from './format';
import type { ExportHeader } from './header';

/** Version of the members that we add to GeoJSON. */
const VERSION = 3;

interface Titled {
	id: string;
	title: string;
}

type Properties = Omit<Feature, 'id' | 'geometry'>;

/** A date as a file has it: EDTF, and the first and last day that it can mean. */
type WrittenDate = Omit<KnownDate, 'interval'> & { from: string | null; to: string | null };

/** A claim as a file has it: complete by itself, so that a feature cut out of the file keeps its sources. */
interface WrittenClaim {
	id: string;
	text: string;
	about: string[];
	topics: Titled[];
	attribution: (Omit<AttributionLink, 'agent'> & { agent: Pick<Agent, 'id' | 'name' | 'role' | 'kind'> })[];
	said: WrittenDate;
	concerns?: WrittenDate;
	modality: Claim['modality'];
	positions: { question: Titled; answer: Titled; why?: string }[];
	source: Titled & { record: SourceRecord; dating?: string };
	/** Where the passage is; `document` is the SHA-256 of the document's bytes. */
	locator: Selector & { document: string };
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
			const written = claims.slice(at, at + AT_A_TIME).map((claim) => JSON.stringify(write(claim)));
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

function claimWriter({ topics, agents, questions, sources }: Catalogue): (claim: Claim) => WrittenClaim {
	const agentOf = byId(agents);
	const questionOf = byId(questions);
	const sourceOf = byId(sources);
	const topicOf = byId(topics);
	return ({ source, topics: filed, attribution, said, concerns, positions, selector, proof, ...claim }) => ({
		...claim,
		topics: filed.map((id) => titled(id, topicOf.get(id))),
		attribution: attribution.map(({ agent, as }) => ({ as, agent: writeAgent(agent, agentOf.get(agent)) })),
		said: writeDate(said),
		...(concerns && { concerns: writeDate(concerns) }),
		positions: positions.map((position) => writePosition(position, questionOf.get(position.question))),
		...writeSource(source, selector, sourceOf.get(source)),
		proof
	});
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
	id: string,
	selector: Selector,
	source: Source | undefined
): Pick<WrittenClaim, 'source' | 'locator'> {
	if (!source) throw new Error(`A claim names the source ${id}, which the dataset does not have.`);
	const { title, record, dating, document } = source;
	return {
		source: { id, title, record, ...(dating !== undefined && { dating }) },
		locator: { document: document.sha256, ...selector }
	};
}

function writeDate({ interval, ...date }: KnownDate): WrittenDate {
	return { ...date, ...interval };
}

function titled(id: string, item: { title: string } | undefined): Titled {
	return { id, title: item?.title ?? id };
}

function byId<Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
	return new Map(items.map((item) => [item.id, item]));
}

/** What a file of ours holds. Features come without their placement, which their geometry gives. */
export interface ParsedExport {
	header: ExportHeader;
	findings: { feature: Feature; claims: Claim[] }[];
}

/**
 * Reads a file that `geojson` wrote.
 * @throws SyntaxError for text that is not JSON, and for GeoJSON that is not an export of this version
 */
export function parseGeojson(text: string): ParsedExport {
	const collection = JSON.parse(text) as {
		atlas?: ExportHeader & { formatVersion?: unknown };
		features: (GeoJsonFeature<Geometry | null, Properties & { claims: WrittenClaim[] }> & { id: string })[];
	} | null;
	if (!collection?.atlas) throw new SyntaxError('This is not an export of the atlas: the member “atlas” is missing.');
	const { formatVersion, ...header } = collection.atlas;
	if (formatVersion !== VERSION) {
		throw new SyntaxError(`This export has format version ${String(formatVersion)}; version ${VERSION} can be read.`);
	}
	const findings = collection.features.map(({ id, geometry, properties: { claims, ...properties } }) => ({
		feature: { id, ...properties, geometry },
		claims: claims.map(readClaim)
	}));
	return { header, findings };
}

function readClaim(written: WrittenClaim): Claim {
	const { topics, attribution, said, concerns, positions, source, locator, ...claim } = written;
	const { paragraph, start, end, sha256 } = locator;
	return {
		...claim,
		source: source.id,
		topics: topics.map(({ id }) => id),
		attribution: attribution.map(({ agent, as }) => ({ agent: agent.id, as })),
		said: readDate(said),
		...(concerns && { concerns: readDate(concerns) }),
		positions: positions.map(({ question, answer, ...how }) => ({ question: question.id, answer: answer.id, ...how })),
		selector: { paragraph, start, end, sha256 }
	};
}

function readDate({ from, to, ...date }: WrittenDate): KnownDate {
	return { ...date, interval: { from, to } };
}
