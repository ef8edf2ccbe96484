import { unquotedByClaim } from '$lib/domain/attribution';
import { byId } from '$lib/domain/by-id';
import type { Catalogue } from '$lib/domain/catalogue';
import { type Claim, FORMER_MODALITIES, type KnownDate, tieOf } from '$lib/domain/claim';
import { contradict } from '$lib/domain/conflict';
import type { PlacedFeature } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { GEOMETRY_EXTENTS } from '$lib/domain/georeference';
import { type Interval, outermost } from '$lib/domain/interval';
import { noteNumber } from '$lib/domain/note-number';
import { titlesOf } from '$lib/domain/question';
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
	/** For its values, the names that older files and links have for them. */
	formerly?: ReadonlyMap<string, readonly string[]>;
	/** The value for a row; null where it is not known. */
	valueOf: (row: Row) => ColumnValue;
}

/** What a value of each type is. */
interface ValueOf {
	string: string;
	integer: number;
	number: number;
	boolean: boolean;
	date: string;
	strings: readonly string[];
}

/** A function for columns of one type: of a name, a title, a description and the value for a row, each makes a column. */
function columnsOf<Type extends ColumnType>(type: Type) {
	return <Row>(
		name: string,
		title: string,
		description: string,
		valueOf: (row: Row) => ValueOf[Type] | null
	): Column<Row> => ({ name, title, description, type, valueOf });
}

/** A column of texts. */
export const text = columnsOf('string');
const integer = columnsOf('integer');
const number = columnsOf('number');
const flag = columnsOf('boolean');
const day = columnsOf('date');
/** A column of lists of texts. */
export const list = columnsOf('strings');

/** The id of a feature, which stands beside its attributes. */
export const idColumn = text('id', 'Id', 'The id of the feature.', ({ feature }: OfFeature) => feature.id);

/** One claim about one feature. */
export interface ClaimRow {
	feature: PlacedFeature;
	claim: Claim;
}

/** The attributes of a feature and of those of its claims that are found with it; its id stands beside them. */
export function featureColumns({ relations }: Catalogue): readonly Column<FeatureWithClaims>[] {
	return [
		...placeColumns<FeatureWithClaims>(),
		list('topics', 'Topics', 'The ids of the topics that its claims are filed under.', ({ claims }) => [
			...new Set(claims.flatMap(({ topics }) => topics))
		]),
		list('sources', 'Sources', 'The ids of the sources that its claims are from.', ({ claims }) => [
			...new Set(claims.map(({ source }) => source))
		]),
		list('agents', 'Speakers and outlets', 'The ids of all who said or passed on its claims.', ({ claims }) => [
			...new Set(claims.flatMap(agentsOf))
		]),
		integer('claims', 'Claims', 'How many claims about it were found.', ({ claims }) => claims.length),
		integer(
			'claims_naming',
			'Claims that name it',
			'How many of these claims name it in their passage; in the others, other words stand for it.',
			({ feature, claims }) => claims.filter((claim) => !tieOf(claim, feature.id)).length
		),
		integer(
			'unproved_claims',
			'Unproved claims',
			'How many of these claims are unproved: their passage does not stand in the document as it did.',
			({ claims }) => claims.filter(({ proof }) => proof === 'unproved').length
		),
		flag(
			'contested',
			'Contested',
			'Whether these claims contradict each other: two of them give answers that exclude each other, of the same time.',
			({ claims }) => contradict(claims, relations)
		),
		day('first_said', 'First said', 'The earliest day on which one of its claims can have been said.', ({ claims }) =>
			outermost(timesSaid(claims), 'from')
		),
		day('last_said', 'Last said', 'The latest day on which one of its claims can have been said.', ({ claims }) =>
			outermost(timesSaid(claims), 'to')
		),
		...geometryColumns<FeatureWithClaims>(),
		text(
			'georeference_from',
			'Geometry from',
			'The data or document that the geometry was taken from.',
			({ feature }) => feature.georeference.from
		),
		list(
			'same_as',
			'Same as',
			'Identifiers of the same thing in other gazetteers, as addresses.',
			({ feature }) => feature.sameAs ?? []
		)
	];
}

/** The attributes of a claim about a feature. */
export function claimColumns(catalogue: Catalogue): readonly Column<ClaimRow>[] {
	const [layer, name, ...place] = placeColumns<ClaimRow>();
	return [
		text('feature_id', 'Id of the feature', 'The id of the feature that it is about.', ({ feature }) => feature.id),
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
		integer(
			'note',
			'Number of the note',
			'The number of its note at the feature, which stays with it.',
			({ feature, claim }) => noteNumber(noteOrder, feature.id, claim.id)
		),
		flag(
			'named',
			'Named in the passage',
			'Whether its passage names the feature.',
			({ feature, claim }) => tieOf(claim, feature.id) === undefined
		),
		text(
			'tied_by',
			'Words that stand for the feature',
			'The words of the passage that stand for the feature, where it does not name it.',
			({ feature, claim }) => tieOf(claim, feature.id)?.words ?? null
		),
		integer(
			'tied_in_paragraph',
			'Paragraph of their meaning',
			'The paragraph of the document that says what these words mean.',
			({ feature, claim }) => tieOf(claim, feature.id)?.meaning.paragraph ?? null
		)
	];
}

/** The attributes of a claim by itself, whatever it is about. */
export function aloneClaimColumns(catalogue: Catalogue): readonly Column<{ claim: Claim }>[] {
	const { agents, sources, questions, unquoted } = catalogue;
	const unquotedOf = unquotedByClaim(unquoted);
	const agentOf = byId(agents);
	const nameOf = (agent: string) => agentOf.get(agent)?.name ?? agent;
	const sourceOf = byId(sources);
	const titles = titlesOf(questions);
	const stanceWords = (stance: Claim['positions'][number]) => {
		const { question, answer } = titles(stance);
		return `${question.title} ${answer.title}`;
	};
	return [
		text(
			'claim_id',
			'Id of the claim',
			'The id of the claim; a claim about several features has a row for each.',
			({ claim }) => claim.id
		),
		text('claim', 'Claim', 'What the passage says, in the words of the atlas.', ({ claim }) => claim.text),
		{
			...text(
				'modality',
				'Modality',
				'How the source puts it: statement, report, assessment, plan or denial; asserted where it is stated as fact, and attributed to nobody.',
				({ claim }) => claim.modality
			),
			formerly: new Map(Object.entries(FORMER_MODALITIES).map(([word, now]) => [now, [word]]))
		},
		list('topics', 'Topics', 'The ids of the topics that it is filed under.', ({ claim }) => claim.topics),
		text('origin', 'Who said it', 'The name of the first link of the attribution.', ({ claim: { attribution } }) =>
			attribution[0] ? (agentOf.get(attribution[0].agent)?.name ?? null) : null
		),
		text(
			'attribution',
			'Attribution',
			'The names of all who said it or passed it on, from the origin to the document, each with the verb.',
			({ claim }) => claim.attribution.map(({ agent, as }) => `${nameOf(agent)} (${as})`).join(' > ')
		),
		list(
			'agents',
			'Speakers and outlets',
			'The ids of all who said it or passed it on, in the order of the attribution.',
			({ claim }) => agentsOf(claim)
		),
		text(
			'attribution_remark',
			'Attribution: remark',
			'What a reader should know of its links: that the words may be another’s, say.',
			({ claim: { attribution } }) => attribution.flatMap(({ remark }) => remark ?? []).join(' ') || null
		),
		text(
			'probably_after',
			'Probably after',
			'Who else passed it on before its outlet, as other pages suggest: not stated by the document, and not among the speakers.',
			({ claim: { inferred } }) => inferred?.map(({ agent, as }) => `${nameOf(agent)} (${as})`).join(' > ') ?? null
		),
		text('probably_after_remark', 'Probably after: remark', 'Why that is thought so.', ({ claim: { inferred } }) =>
			inferred ? [...new Set(inferred.map(({ remark }) => remark))].join(' ') : null
		),
		list(
			'probably_after_pages',
			'Probably after: pages',
			'The addresses of the pages that suggest it, each with the day on which it was seen.',
			({ claim: { inferred = [] } }) => [
				...new Set(inferred.flatMap(({ pages }) => pages.map(({ url, seen }) => `${url} (${seen})`)))
			]
		),
		list('speaks_of', 'Speaks of', 'The names of those whom it speaks of and no source quotes.', ({ claim }) =>
			(unquotedOf.get(claim.id) ?? []).map(({ name }) => name)
		),
		...dateColumns('said', 'when it was said or published', ({ said }) => said),
		...dateColumns('concerns', 'the time that it is about', ({ concerns }) => concerns),
		list(
			'positions',
			'Positions',
			'Each question that it takes a position on, with its answer, in words.',
			({ claim }) => claim.positions.map(stanceWords)
		),
		text('source_id', 'Id of the source', 'The id of the source that says it.', ({ claim }) => claim.source),
		text(
			'source',
			'Source',
			'The title of that source, or a description in brackets.',
			({ claim }) => sourceOf.get(claim.source)?.title ?? null
		),
		text(
			'source_url',
			'Address of the source',
			'Where the source was published, where that is known.',
			({ claim }) => sourceOf.get(claim.source)?.record.URL ?? null
		),
		list(
			'source_warnings',
			'Warnings on the source',
			'What a reader of the claim must know of its source.',
			({ claim }) => warningsOn(sourceOf.get(claim.source) ?? {}, claim.id).map(({ text }) => text)
		),
		integer(
			'paragraph',
			'Paragraph',
			'The paragraph of the document, counted from 1.',
			({ claim }) => claim.selector.paragraph
		),
		integer(
			'passage_start',
			'Start of the passage',
			'Where the passage begins, in Unicode code points into the paragraph.',
			({ claim }) => claim.selector.start
		),
		integer('passage_end', 'End of the passage', 'The code point after its last.', ({ claim }) => claim.selector.end),
		text(
			'passage_sha256',
			'Fingerprint of the passage',
			'SHA-256 of the passage in UTF-8.',
			({ claim }) => claim.selector.sha256
		),
		text(
			'proof',
			'Proof of the passage',
			'“proved” where the passage stands in the document, “unproved” where it does not or not as it did, “not-looked-up” where the server does not have the document.',
			({ claim }) => claim.proof
		)
	];
}

interface OfFeature {
	feature: PlacedFeature;
}

/** What and where a feature is said to be: layer, name, kind, country. */
function placeColumns<Row extends OfFeature>(): [layer: Column<Row>, name: Column<Row>, ...Column<Row>[]] {
	return [
		text('layer', 'Layer', 'The id of the layer that the feature belongs to.', ({ feature }) => feature.layer),
		text('name', 'Name', 'What the feature is called.', ({ feature }) => feature.name),
		text('kind', 'Kind', 'What the feature is, as a word of the data.', ({ feature }) => feature.kind),
		text(
			'country',
			'Country',
			'The country that the geometry lies in (ISO 3166-1 alpha-2), where it lies in one.',
			({ feature }) => feature.country ?? null
		)
	];
}

/** How far the geometry can be trusted, and what may be done with it. */
function geometryColumns<Row extends OfFeature>(): Column<Row>[] {
	return [
		{
			...text(
				'geometry_extent',
				'What the geometry is',
				'“shape” where the geometry is the thing, “somewhere-within” where the thing is somewhere in it, “seat” where a body sits there.',
				({ feature }) => feature.georeference.extent
			),
			values: GEOMETRY_EXTENTS
		},
		number(
			'uncertainty_metres',
			'Uncertainty in metres',
			'The radius of the smallest circle around the given point that holds all of where it may be (Darwin Core, coordinateUncertaintyInMeters).',
			({ feature }) => feature.georeference.uncertaintyMetres
		),
		text(
			'georeference_licence',
			'Licence of the geometry',
			'The licence of the data that the geometry was taken from, which may be another than that of the claims.',
			({ feature }) => feature.georeference.licence
		)
	];
}

function dateColumns(
	name: string,
	what: string,
	dateOf: (claim: Claim) => KnownDate | undefined
): Column<{ claim: Claim }>[] {
	const title = `${what[0]?.toUpperCase()}${what.slice(1)}`;
	return [
		text(name, title, `${title}, as EDTF (ISO 8601-2).`, ({ claim }) => dateOf(claim)?.edtf ?? null),
		day(
			`${name}_from`,
			`${title}: from`,
			'The first day that this can mean.',
			({ claim }) => dateOf(claim)?.interval.from ?? null
		),
		day(
			`${name}_to`,
			`${title}: to`,
			'The last day that this can mean.',
			({ claim }) => dateOf(claim)?.interval.to ?? null
		),
		text(
			`${name}_basis`,
			`${title}: basis`,
			'Whether the document states it or it was inferred.',
			({ claim }) => dateOf(claim)?.basis ?? null
		),
		text(`${name}_remark`, `${title}: remark`, 'How it was inferred.', ({ claim }) => dateOf(claim)?.remark ?? null)
	];
}

function agentsOf({ attribution }: Claim): string[] {
	return [...new Set(attribution.map(({ agent }) => agent))];
}

function timesSaid(claims: readonly Claim[]): Interval[] {
	return claims.map(({ said }) => said.interval);
}
