import type { Catalogue } from '$lib/domain/catalogue';
import type { Claim } from '$lib/domain/claim';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Finding } from '$lib/domain/feature-with-claims';
import type { Lasting } from '$lib/domain/former';
import type { Interval } from '$lib/domain/interval';
import { claimColumns, type ClaimRow, type Column, featureColumns } from '$lib/formats/attributes';

/**
 * A property that a filter may name. One that holds a list or several intervals satisfies a condition where any of its
 * members does.
 */
export type Queryable<Row> = Column<Row> | IntervalQueryable<Row> | GeometryQueryable<Row>;

/** Spans of days, both ends included; an open end is null. */
interface IntervalQueryable<Row> {
	name: string;
	title: string;
	description: string;
	type: 'interval';
	valueOf(row: Row): readonly Interval[];
}

interface GeometryQueryable<Row> {
	name: 'geometry';
	title: string;
	description: string;
	type: 'geometry';
	valueOf(row: Row): Pick<PlacedFeature, 'geometry' | 'extent'>;
}

/** What a filter may name of a feature and of those of its claims that are found with it. */
export function featureQueryables(catalogue: Catalogue): readonly Queryable<Finding>[] {
	return [
		{
			name: 'id',
			title: 'Id',
			description: 'The id of the feature.',
			type: 'string',
			valueOf: ({ feature }) => feature.id
		},
		...withFormer(featureColumns(catalogue), catalogue),
		questionsOf<Finding>(catalogue, ({ claims }) => claims),
		{
			name: 'said',
			title: 'When its claims were said',
			description: 'The days on which each of its claims can have been said; any of them is enough.',
			type: 'interval',
			valueOf: ({ claims }) => claims.map(({ said }) => said.interval)
		},
		{
			name: 'concerns',
			title: 'The times that its claims are about',
			description: 'The days that each of its claims is about, where it tells; any of them is enough.',
			type: 'interval',
			valueOf: ({ claims }) => claims.flatMap(({ concerns }) => (concerns ? [concerns.interval] : []))
		},
		geometryOf<Finding>()
	];
}

/** What a filter may name of a claim about a feature; its dates are intervals here, and EDTF in what is answered. */
export function claimQueryables(catalogue: Catalogue): readonly Queryable<ClaimRow>[] {
	const said: Queryable<ClaimRow> = {
		name: 'said',
		title: 'When it was said or published',
		description: 'The days on which it can have been said.',
		type: 'interval',
		valueOf: ({ claim }) => [claim.said.interval]
	};
	const concerns: Queryable<ClaimRow> = {
		name: 'concerns',
		title: 'The time that it is about',
		description: 'The days that it is about, where it tells.',
		type: 'interval',
		valueOf: ({ claim }) => (claim.concerns ? [claim.concerns.interval] : [])
	};
	return [
		{
			name: 'id',
			title: 'Id',
			description: 'The id of the claim and that of the feature, with a full stop between them.',
			type: 'string',
			valueOf: ({ claim, feature }) => `${claim.id}.${feature.id}`
		},
		...withFormer(claimColumns(catalogue), catalogue).map((column) =>
			column.name === 'said' ? said : column.name === 'concerns' ? concerns : column
		),
		questionsOf<ClaimRow>(catalogue, ({ claim }) => [claim]),
		geometryOf<ClaimRow>()
	];
}

/** Columns of which that of agents has their former ids too, so that a filter of an older version finds them. */
function withFormer<Row>(columns: readonly Column<Row>[], { agents }: Catalogue): Column<Row>[] {
	const former = formerIds(agents);
	return columns.map((column) => {
		if (column.name !== 'agents') return column;
		return { ...column, valueOf: (row) => (column.valueOf(row) as readonly string[]).flatMap((id) => former(id)) };
	});
}

/** The ids of the questions that claims answer; no column has them, where a position is in words. */
function questionsOf<Row>({ questions }: Catalogue, claimsOf: (row: Row) => readonly Claim[]): Column<Row> {
	const former = formerIds(questions);
	return {
		name: 'questions',
		title: 'Questions',
		description: 'The ids of the questions that are answered, those of earlier versions among them.',
		type: 'strings',
		valueOf: (row) => {
			const ids = claimsOf(row).flatMap(({ positions }) => positions.map(({ question }) => question));
			return [...new Set(ids)].flatMap((id) => former(id));
		}
	};
}

/** An id with those that it had in earlier versions. */
function formerIds(items: readonly Lasting[]): (id: string) => readonly string[] {
	const former = new Map(items.map(({ id, formerly = [] }) => [id, [id, ...formerly]]));
	return (id) => former.get(id) ?? [id];
}

function geometryOf<Row extends { feature: PlacedFeature }>(): Queryable<Row> {
	return {
		name: 'geometry',
		title: 'Geometry',
		description: 'Where the feature is, in longitude and latitude (WGS 84); none where the sources do not tell.',
		type: 'geometry',
		valueOf: ({ feature }) => feature
	};
}
