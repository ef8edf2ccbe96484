import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim } from '$lib/domain/claim';
import type { PlacedFeature } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { WithFormerIds } from '$lib/domain/former';
import type { Interval } from '$lib/domain/interval';
import {
	claimColumns,
	type ClaimRow,
	type Column,
	featureColumns,
	idColumn,
	list,
	text
} from '$lib/formats/attributes';

/**
 * A property that a filter may name. One that holds a list or several intervals satisfies a condition where any of its
 * members does.
 */
export type Queryable<Row> = Column<Row> | IntervalQueryable<Row> | GeometryQueryable<Row>;

type Described = Pick<Column<never>, 'name' | 'title' | 'description'>;

/** Spans of days, both ends included; an open end is null. */
interface IntervalQueryable<Row> extends Described {
	type: 'interval';
	valueOf(row: Row): readonly Interval[];
}

interface GeometryQueryable<Row> extends Described {
	type: 'geometry';
	valueOf(row: Row): Pick<PlacedFeature, 'geometry' | 'extent'>;
}

/** What a filter may name of a feature and of those of its claims that are found with it. */
export function featureQueryables(catalogue: Catalogue): readonly Queryable<FeatureWithClaims>[] {
	const claimsOf = ({ claims }: FeatureWithClaims) => claims;
	return [
		idColumn,
		...withFormer(featureColumns(catalogue), catalogue),
		questionsOf(catalogue, claimsOf),
		saidBy(
			claimsOf,
			'When its claims were said',
			'The days on which each of its claims can have been said; any of them is enough.'
		),
		concernsOf(
			claimsOf,
			'The times that its claims are about',
			'The days that each of its claims is about, where it tells; any of them is enough.'
		),
		GEOMETRY
	];
}

/** What a filter may name of a claim about a feature; its dates are intervals here, and EDTF in what is answered. */
export function claimQueryables(catalogue: Catalogue): readonly Queryable<ClaimRow>[] {
	const claimsOf = ({ claim }: ClaimRow) => [claim];
	const dates = [
		saidBy(claimsOf, 'When it was said or published', 'The days on which it can have been said.'),
		concernsOf(claimsOf, 'The time that it is about', 'The days that it is about, where it tells.')
	];
	return [
		text('id', 'Id', 'The id of the claim and that of the feature, with a full stop between them.', (row) => {
			return `${row.claim.id}.${row.feature.id}`;
		}),
		...withFormer(claimColumns(catalogue), catalogue).map(
			(column) => dates.find(({ name }) => name === column.name) ?? column
		),
		questionsOf(catalogue, claimsOf),
		GEOMETRY
	];
}

type ClaimsOf<Row> = (row: Row) => readonly Claim[];

function saidBy<Row>(claimsOf: ClaimsOf<Row>, title: string, description: string): IntervalQueryable<Row> {
	const valueOf = (row: Row) => claimsOf(row).map(({ said }) => said.interval);
	return { name: 'said', title, description, type: 'interval', valueOf };
}

function concernsOf<Row>(claimsOf: ClaimsOf<Row>, title: string, description: string): IntervalQueryable<Row> {
	const valueOf = (row: Row) => claimsOf(row).flatMap(({ concerns }) => concerns?.interval ?? []);
	return { name: 'concerns', title, description, type: 'interval', valueOf };
}

const GEOMETRY: GeometryQueryable<{ feature: PlacedFeature }> = {
	name: 'geometry',
	title: 'Geometry',
	description: 'Where the feature is, in longitude and latitude (WGS 84); none where the sources do not tell.',
	type: 'geometry',
	valueOf: ({ feature }) => feature
};

/** Columns of which that of agents has their former ids too, so that a filter of an older version finds them. */
function withFormer<Row>(columns: readonly Column<Row>[], { agents }: Catalogue): Column<Row>[] {
	return columns.map((column) => (column.name === 'agents' ? { ...column, formerly: formerIds(agents) } : column));
}

/** The ids of the questions that claims answer; no column has them, where a position is in words. */
function questionsOf<Row>({ questions }: Catalogue, claimsOf: ClaimsOf<Row>): Column<Row> {
	const description = 'The ids of the questions that are answered; a filter may name those of earlier versions.';
	const column = list('questions', 'Questions', description, (row: Row) => [
		...new Set(claimsOf(row).flatMap(({ positions }) => positions.map(({ question }) => question)))
	]);
	return { ...column, formerly: formerIds(questions) };
}

/** For each id, those that it had in earlier versions. */
function formerIds(items: readonly WithFormerIds[]): ReadonlyMap<string, readonly string[]> {
	return new Map(items.flatMap(({ id, formerly }) => (formerly ? [[id, formerly]] : [])));
}
