import { unquotedByClaim } from '$lib/domain/attribution';
import type { Catalogue } from '$lib/domain/catalogue';
import { type Claim, FORMER_MODALITIES, type KnownDate, tieOf } from '$lib/domain/claim';
import { contradict } from '$lib/domain/conflict';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Finding } from '$lib/domain/feature-with-claims';
import { GEOMETRY_EXTENTS } from '$lib/domain/georeference';
import { noteNumber } from '$lib/domain/note-number';
import { warningsOn } from '$lib/domain/source';

/** What a column holds. A `date` is a day, written YYYY-MM-DD; `strings` is a list. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'strings';

export type ColumnValue = string | number | boolean | readonly string[] | null;

/** A flat attribute of features or of claims, the same under the same name in every format, in the API and in tiles. */
export interface Column<Row> {
	/** Lower case letters and underscores. */
	name: string;
	title: string;
	/** What it holds, in a sentence. */
	description: string;
	type: ColumnType;
	/** The values that there are, where they are few and known. */
	values?: readonly string[];
	/** Words that older files and links have for its values, and the words that are used now. */
	formerly?: Readonly<Record<string, string>>;
	/** The value for a row; null where it is not known. */
	valueOf: (row: Row) => ColumnValue;
}

/** One claim about one feature. */
export interface ClaimRow {
	feature: PlacedFeature;
	claim: Claim;
}

/** The attributes of a feature and of those of its claims that are found with it; its id stands beside them. */
export function featureColumns({ relations }: Catalogue): readonly Column<Finding>[] {
	return [
		...placeColumns<Finding>(),
		{
			name: 'topics',
			title: 'Topics',
			description: 'The ids of the topics that its claims are filed under.',
			type: 'strings',
			valueOf: ({ claims }) => [...new Set(claims.flatMap(({ topics }) => topics))]
		},
		{
			name: 'sources',
			title: 'Sources',
			description: 'The ids of the sources that its claims are from.',
			type: 'strings',
			valueOf: ({ claims }) => [...new Set(claims.map(({ source }) => source))]
		},
		{
			name: 'agents',
			title: 'Speakers and outlets',
			description: 'The ids of all who said or passed on its claims.',
			type: 'strings',
			valueOf: ({ claims }) => [...new Set(claims.flatMap(agentsOf))]
		},
		{
			name: 'claims',
			title: 'Claims',
			description: 'How many claims about it were found.',
			type: 'integer',
			valueOf: ({ claims }) => claims.length
		},
		{
			name: 'claims_naming',
			title: 'Claims that name it',
			description: 'How many of these claims name it in their passage; in the others, other words stand for it.',
			type: 'integer',
			valueOf: ({ feature, claims }) => claims.filter((claim) => !tieOf(claim, feature.id)).length
		},
		{
			name: 'unproved_claims',
			title: 'Unproved claims',
			description: 'How many of these claims are unproved: their passage does not stand in the document as it did.',
			type: 'integer',
			valueOf: ({ claims }) => claims.filter(({ proof }) => proof === 'unproved').length
		},
		{
			name: 'contested',
			title: 'Contested',
			description:
				'Whether these claims contradict each other: two of them give answers that exclude each other, of the same time.',
			type: 'boolean',
			valueOf: ({ claims }) => contradict(claims, relations)
		},
		{
			name: 'first_said',
			title: 'First said',
			description: 'The earliest day on which one of its claims can have been said.',
			type: 'date',
			valueOf: ({ claims }) =>
				outermost(
					claims,
					({ from }) => from,
					(day, other) => day < other
				)
		},
		{
			name: 'last_said',
			title: 'Last said',
			description: 'The latest day on which one of its claims can have been said.',
			type: 'date',
			valueOf: ({ claims }) =>
				outermost(
					claims,
					({ to }) => to,
					(day, other) => day > other
				)
		},
		...geometryColumns<Finding>(),
		{
			name: 'georeference_from',
			title: 'Geometry from',
			description: 'The data or document that the geometry was taken from.',
			type: 'string',
			valueOf: ({ feature }) => feature.georeference.from
		},
		{
			name: 'same_as',
			title: 'Same as',
			description: 'Identifiers of the same thing in other gazetteers, as addresses.',
			type: 'strings',
			valueOf: ({ feature }) => feature.sameAs ?? []
		}
	];
}

/** The attributes of a claim about a feature. */
export function claimColumns(catalogue: Catalogue): readonly Column<ClaimRow>[] {
	const [layer, name, ...place] = placeColumns<ClaimRow>();
	return [
		{
			name: 'feature_id',
			title: 'Id of the feature',
			description: 'The id of the feature that it is about.',
			type: 'string',
			valueOf: ({ feature }) => feature.id
		},
		{ ...name, name: 'feature', title: 'Feature', description: 'The name of the feature that it is about.' },
		layer,
		...place,
		...pinColumns(catalogue),
		...aloneClaimColumns(catalogue),
		...geometryColumns<ClaimRow>()
	];
}

/** A claim with the id of a feature that it is about. */
interface PinRow {
	feature: Pick<PlacedFeature, 'id'>;
	claim: Claim;
}

/** How a claim is pinned to a feature: the number of its note there, and whether its passage names the feature. */
export function pinColumns({ noteOrder }: Catalogue): readonly Column<PinRow>[] {
	return [
		{
			name: 'note',
			title: 'Number of the note',
			description: 'The number of its note at the feature, which stays with it.',
			type: 'integer',
			valueOf: ({ feature, claim }) => noteNumber(noteOrder, feature.id, claim.id)
		},
		{
			name: 'named',
			title: 'Named in the passage',
			description: 'Whether its passage names the feature.',
			type: 'boolean',
			valueOf: ({ feature, claim }) => tieOf(claim, feature.id) === undefined
		},
		{
			name: 'tied_by',
			title: 'Words that stand for the feature',
			description: 'The words of the passage that stand for the feature, where it does not name it.',
			type: 'string',
			valueOf: ({ feature, claim }) => tieOf(claim, feature.id)?.words ?? null
		},
		{
			name: 'tied_in_paragraph',
			title: 'Paragraph of their meaning',
			description: 'The paragraph of the document that says what these words mean.',
			type: 'integer',
			valueOf: ({ feature, claim }) => tieOf(claim, feature.id)?.meaning.paragraph ?? null
		}
	];
}

/** The attributes of a claim by itself, whatever it is about. */
export function aloneClaimColumns(catalogue: Catalogue): readonly Column<{ claim: Claim }>[] {
	const { agents, sources, questions, unquoted } = catalogue;
	const unquotedOf = unquotedByClaim(unquoted);
	const nameOf = new Map(agents.map((agent) => [agent.id, agent.name]));
	const sourceOf = new Map(sources.map((source) => [source.id, source]));
	const questionOf = new Map(questions.map((question) => [question.id, question]));
	const positionWords = ({ question, answer }: Claim['positions'][number]) => {
		const asked = questionOf.get(question);
		return `${asked?.title ?? question} ${asked?.answers.find(({ id }) => id === answer)?.title ?? answer}`;
	};
	return [
		{
			name: 'claim_id',
			title: 'Id of the claim',
			description: 'The id of the claim; a claim about several features has a row for each.',
			type: 'string',
			valueOf: ({ claim }) => claim.id
		},
		{
			name: 'claim',
			title: 'Claim',
			description: 'What the passage says, in the words of the atlas.',
			type: 'string',
			valueOf: ({ claim }) => claim.text
		},
		{
			name: 'modality',
			title: 'Modality',
			description:
				'How the source puts it: statement, report, assessment, plan or denial; asserted where it is stated as fact, and attributed to nobody.',
			type: 'string',
			formerly: FORMER_MODALITIES,
			valueOf: ({ claim }) => claim.modality
		},
		{
			name: 'topics',
			title: 'Topics',
			description: 'The ids of the topics that it is filed under.',
			type: 'strings',
			valueOf: ({ claim }) => claim.topics
		},
		{
			name: 'origin',
			title: 'Who said it',
			description: 'The name of the first link of the attribution.',
			type: 'string',
			valueOf: ({ claim: { attribution } }) => (attribution[0] ? (nameOf.get(attribution[0].agent) ?? null) : null)
		},
		{
			name: 'attribution',
			title: 'Attribution',
			description: 'The names of all who said it or passed it on, from the origin to the document, each with the verb.',
			type: 'string',
			valueOf: ({ claim }) =>
				claim.attribution.map(({ agent, as }) => `${nameOf.get(agent) ?? agent} (${as})`).join(' > ')
		},
		{
			name: 'agents',
			title: 'Speakers and outlets',
			description: 'The ids of all who said it or passed it on, in the order of the attribution.',
			type: 'strings',
			valueOf: ({ claim }) => agentsOf(claim)
		},
		{
			name: 'attribution_remark',
			title: 'Attribution: remark',
			description: 'What a reader should know of its links: that the words may be another’s, say.',
			type: 'string',
			valueOf: ({ claim: { attribution } }) => attribution.flatMap(({ remark }) => remark ?? []).join(' ') || null
		},
		{
			name: 'probably_after',
			title: 'Probably after',
			description:
				'Who else passed it on before its outlet, as other pages suggest: not stated by the document, and not among the speakers.',
			type: 'string',
			valueOf: ({ claim: { inferred } }) =>
				inferred?.map(({ agent, as }) => `${nameOf.get(agent) ?? agent} (${as})`).join(' > ') ?? null
		},
		{
			name: 'probably_after_remark',
			title: 'Probably after: remark',
			description: 'Why that is thought so.',
			type: 'string',
			valueOf: ({ claim: { inferred } }) =>
				inferred ? [...new Set(inferred.map(({ remark }) => remark))].join(' ') : null
		},
		{
			name: 'probably_after_pages',
			title: 'Probably after: pages',
			description: 'The addresses of the pages that suggest it, each with the day on which it was seen.',
			type: 'strings',
			valueOf: ({ claim: { inferred = [] } }) => [
				...new Set(inferred.flatMap(({ pages }) => pages.map(({ url, seen }) => `${url} (${seen})`)))
			]
		},
		{
			name: 'speaks_of',
			title: 'Speaks of',
			description: 'The names of those whom it speaks of and no source quotes.',
			type: 'strings',
			valueOf: ({ claim }) => (unquotedOf.get(claim.id) ?? []).map(({ name }) => name)
		},
		...dateColumns('said', 'when it was said or published', ({ said }) => said),
		...dateColumns('concerns', 'the time that it is about', ({ concerns }) => concerns),
		{
			name: 'positions',
			title: 'Positions',
			description: 'Each question that it takes a position on, with its answer, in words.',
			type: 'strings',
			valueOf: ({ claim }) => claim.positions.map(positionWords)
		},
		{
			name: 'source_id',
			title: 'Id of the source',
			description: 'The id of the source that says it.',
			type: 'string',
			valueOf: ({ claim }) => claim.source
		},
		{
			name: 'source',
			title: 'Source',
			description: 'The title of that source, or a description in brackets.',
			type: 'string',
			valueOf: ({ claim }) => sourceOf.get(claim.source)?.title ?? null
		},
		{
			name: 'source_url',
			title: 'Address of the source',
			description: 'Where the source was published, where that is known.',
			type: 'string',
			valueOf: ({ claim }) => sourceOf.get(claim.source)?.record.URL ?? null
		},
		{
			name: 'source_warnings',
			title: 'Warnings on the source',
			description: 'What a reader of the claim must know of its source.',
			type: 'strings',
			valueOf: ({ claim }) => warningsOn(sourceOf.get(claim.source) ?? {}, claim.id).map(({ text }) => text)
		},
		{
			name: 'paragraph',
			title: 'Paragraph',
			description: 'The paragraph of the document, counted from 1.',
			type: 'integer',
			valueOf: ({ claim }) => claim.selector.paragraph
		},
		{
			name: 'passage_start',
			title: 'Start of the passage',
			description: 'Where the passage begins, in Unicode code points into the paragraph.',
			type: 'integer',
			valueOf: ({ claim }) => claim.selector.start
		},
		{
			name: 'passage_end',
			title: 'End of the passage',
			description: 'The code point after its last.',
			type: 'integer',
			valueOf: ({ claim }) => claim.selector.end
		},
		{
			name: 'passage_sha256',
			title: 'Fingerprint of the passage',
			description: 'SHA-256 of the passage in UTF-8.',
			type: 'string',
			valueOf: ({ claim }) => claim.selector.sha256
		},
		{
			name: 'proof',
			title: 'Proof of the passage',
			description:
				'“proved” where the passage stands in the document, “unproved” where it does not or not as it did, “not-looked-up” where the server does not have the document.',
			type: 'string',
			valueOf: ({ claim }) => claim.proof
		}
	];
}

interface OfFeature {
	feature: PlacedFeature;
}

/** What and where a feature is said to be: layer, name, kind, country. */
function placeColumns<Row extends OfFeature>(): [layer: Column<Row>, name: Column<Row>, ...Column<Row>[]] {
	return [
		{
			name: 'layer',
			title: 'Layer',
			description: 'The id of the layer that the feature belongs to.',
			type: 'string',
			valueOf: ({ feature }) => feature.layer
		},
		{
			name: 'name',
			title: 'Name',
			description: 'What the feature is called.',
			type: 'string',
			valueOf: ({ feature }) => feature.name
		},
		{
			name: 'kind',
			title: 'Kind',
			description: 'What the feature is, as a word of the data.',
			type: 'string',
			valueOf: ({ feature }) => feature.kind
		},
		{
			name: 'country',
			title: 'Country',
			description: 'The country that the geometry lies in (ISO 3166-1 alpha-2), where it lies in one.',
			type: 'string',
			valueOf: ({ feature }) => feature.country ?? null
		}
	];
}

/** How far the geometry can be trusted, and what may be done with it. */
function geometryColumns<Row extends OfFeature>(): Column<Row>[] {
	return [
		{
			name: 'geometry_extent',
			title: 'What the geometry is',
			description:
				'“shape” where the geometry is the thing, “somewhere-within” where the thing is somewhere in it, “seat” where a body sits there.',
			type: 'string',
			values: GEOMETRY_EXTENTS,
			valueOf: ({ feature }) => feature.georeference.extent
		},
		{
			name: 'uncertainty_metres',
			title: 'Uncertainty in metres',
			description:
				'The radius of the smallest circle around the given point that holds all of where it may be (Darwin Core, coordinateUncertaintyInMeters).',
			type: 'number',
			valueOf: ({ feature }) => feature.georeference.uncertaintyMetres
		},
		{
			name: 'georeference_licence',
			title: 'Licence of the geometry',
			description:
				'The licence of the data that the geometry was taken from, which may be another than that of the claims.',
			type: 'string',
			valueOf: ({ feature }) => feature.georeference.licence
		}
	];
}

function dateColumns(
	name: string,
	what: string,
	dateOf: (claim: Claim) => KnownDate | undefined
): Column<{ claim: Claim }>[] {
	const title = `${what[0]?.toUpperCase()}${what.slice(1)}`;
	const column = (
		suffix: string,
		heading: string,
		description: string,
		type: ColumnType,
		valueOf: (date: KnownDate) => string | null | undefined
	): Column<{ claim: Claim }> => ({
		name: name + suffix,
		title: heading,
		description,
		type,
		valueOf: ({ claim }) => {
			const date = dateOf(claim);
			return (date && valueOf(date)) ?? null;
		}
	});
	return [
		column('', title, `${title}, as EDTF (ISO 8601-2).`, 'string', ({ edtf }) => edtf),
		column('_from', `${title}: from`, 'The first day that this can mean.', 'date', ({ interval }) => interval.from),
		column('_to', `${title}: to`, 'The last day that this can mean.', 'date', ({ interval }) => interval.to),
		column(
			'_basis',
			`${title}: basis`,
			'Whether the document states it or it was inferred.',
			'string',
			({ basis }) => basis
		),
		column('_remark', `${title}: remark`, 'How it was inferred.', 'string', ({ remark }) => remark)
	];
}

function agentsOf({ attribution }: Claim): string[] {
	return [...new Set(attribution.map(({ agent }) => agent))];
}

/** The outermost of one end of the claims' dates; null without claims, and where one of them is open at that end. */
function outermost(
	claims: readonly Claim[],
	endOf: (interval: KnownDate['interval']) => string | null,
	isFurther: (day: string, other: string) => boolean
): string | null {
	let found: string | null = null;
	for (const { said } of claims) {
		const day = endOf(said.interval);
		if (day === null) return null;
		if (found === null || isFurther(day, found)) found = day;
	}
	return found;
}
