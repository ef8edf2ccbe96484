import { type AttributionLink, unquotedByClaim } from '$lib/domain/attribution';
import { byId } from '$lib/domain/by-id';
import type { Catalogue } from '$lib/domain/catalogue';
import { type Claim, tieOf } from '$lib/domain/claim';
import { type PlacedFeature, properNames } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { noteNumber } from '$lib/domain/note-number';
import { titlesOf } from '$lib/domain/question';
import { warningsOn } from '$lib/domain/source';
import type { ExportContent } from './format';
import { writeDate } from '$lib/words/written-date';

/** Version of the members that we add to GeoJSON. */
const VERSION = 4;

/** A claim as a file has it: complete by itself, so that a feature cut out of the file keeps its sources. */
export type WrittenClaim = ReturnType<ReturnType<typeof claimWriter>>;

/** GeoJSON (RFC 7946): one FeatureCollection, each feature with its claims, the header as the foreign member `atlas`. */
export async function* writeGeojson({ header, catalogue, matches }: ExportContent): AsyncGenerator<string> {
	const write = featureWriter(catalogue);
	yield `{"type":"FeatureCollection","atlas":${JSON.stringify({ formatVersion: VERSION, ...header })},"features":[`;
	let separator = '\n';
	for await (const match of matches) {
		yield separator;
		yield* write(match);
		separator = ',\n';
	}
	yield '\n]}\n';
}

/** How many claims are written in one piece: a feature may have more than anyone should wait for. */
const AT_A_TIME = 100;

/**
 * What writes a match as GeoJSON, in pieces: the feature with its claims, the last of its properties, after foreign
 * `members` that each feature has.
 */
export function featureWriter(
	catalogue: Catalogue,
	members: Readonly<Record<string, unknown>> = {}
): (match: FeatureWithClaims) => Generator<string> {
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
export function featureMembers(feature: PlacedFeature) {
	const { id, extent, geometry, layer, name, names, kind, country, context, sameAs, georeference } = feature;
	return {
		type: 'Feature',
		id,
		...(extent && { bbox: [...extent] }),
		geometry,
		properties: { layer, name, names: properNames(names), kind, country, context, sameAs, georeference }
	};
}

/** What is not known of a claim is undefined, and so no member of what is written. */
function claimWriter(catalogue: Catalogue) {
	const agentOf = byId(catalogue.agents);
	const sourceOf = byId(catalogue.sources);
	const topicOf = byId(catalogue.topics);
	const titles = titlesOf(catalogue.questions);
	const unquotedOf = unquotedByClaim(catalogue.unquoted);
	const writeLink = ({ agent: id, ...link }: AttributionLink) => {
		const { name, kind, role } = there(agentOf.get(id), 'agent', id);
		return { ...link, agent: { id, name, kind, role } };
	};
	return (claim: Claim, feature: string) => {
		const { id, text, about, ties, antecedents, said, concerns, modality, exceptions, proof } = claim;
		const { title, record, dating, document, ...source } = there(sourceOf.get(claim.source), 'source', claim.source);
		const warnings = warningsOn(source, id).map(({ claims: _, ...warning }) => warning);
		return {
			id,
			/** The number of its note at the feature with which it stands; null where it never had one. */
			note: noteNumber(catalogue.noteOrder, feature, id),
			/** Whether its passage names that feature. */
			named: tieOf(claim, feature) === undefined,
			text,
			about,
			ties,
			antecedents,
			topics: claim.topics.map((topic) => ({ id: topic, title: topicOf.get(topic)?.title ?? topic })),
			attribution: claim.attribution.map(writeLink),
			/** Links that only other pages suggest, never among those of the attribution. */
			inferred: claim.inferred?.map((link) => ({ ...link, ...writeLink(link) })),
			/** Whom it speaks of that no source quotes. */
			speaksOf: unquotedOf.get(id)?.map(({ id: who, name, role }) => ({ id: who, name, role })),
			said: writeDate(said),
			concerns: concerns && writeDate(concerns),
			modality,
			positions: claim.positions.map(({ why, ...position }) => ({
				...titles(position),
				...(why !== undefined && { why })
			})),
			source: {
				id: claim.source,
				title,
				record,
				dating,
				warnings: warnings.length > 0 ? warnings : undefined
			},
			/** Where the passage is; `document` is the SHA-256 of the document's bytes. */
			locator: { document: document.sha256, ...claim.selector },
			exceptions,
			proof
		};
	};
}

function there<Item>(item: Item | undefined, kind: string, id: string): Item {
	if (!item) throw new Error(`A claim names the ${kind} ${id}, which the dataset does not have.`);
	return item;
}
