import type { Catalogue } from '$lib/domain/catalogue';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { type Column, type ColumnValue, featureColumns } from '$lib/formats/attributes';

/** The columns of features that tiles carry: what a map draws, filters and labels by. */
const CARRIED = [
	'name',
	'layer',
	'kind',
	'country',
	'topics',
	'claims',
	'claims_naming',
	'unproved_claims',
	'contested',
	'first_said',
	'last_said',
	'geometry_extent',
	'uncertainty_metres'
];

/** A value of an attribute; null, and so left out, where it is not known. */
export type AttributeValue = string | number | boolean | null;

/** An attribute of features in tiles. */
export interface TileAttribute {
	name: string;
	title: string;
	description: string;
	/** As TileJSON names it. */
	type: 'String' | 'Number' | 'Boolean';
	valueOf(match: FeatureWithClaims): AttributeValue;
}

/**
 * The attributes of features in tiles. Tiles have no lists: topics are written as JSON, `["bases","naval"]`, so that an
 * expression can look for one with its quotes.
 */
export function tileAttributes(catalogue: Catalogue): readonly TileAttribute[] {
	const columns = new Map(featureColumns(catalogue).map((column) => [column.name, column]));
	return [
		{
			name: 'id',
			title: 'Id',
			description: 'The id of the feature, which is that of the item in the collection “features”.',
			type: 'String',
			valueOf: ({ feature }) => feature.id
		},
		...CARRIED.flatMap((name) => {
			const column = columns.get(name);
			return column ? [attributeOf(column)] : [];
		})
	];
}

function attributeOf({ name, title, description, type, valueOf }: Column<FeatureWithClaims>): TileAttribute {
	return {
		name,
		title,
		description: type === 'strings' ? `${description} A list, as JSON.` : description,
		type: type === 'boolean' ? 'Boolean' : type === 'integer' || type === 'number' ? 'Number' : 'String',
		valueOf: (match) => plain(valueOf(match))
	};
}

function plain(value: ColumnValue): AttributeValue {
	return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
