import type { Catalogue } from '$lib/domain/catalogue';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import { type AnswerLine, answersAt } from '$lib/engine/answers-at';
import { claimColumns, type ClaimRow, type Column, featureColumns } from '$lib/formats/attributes';
import { writeDate, type WrittenDate } from '$lib/words/written-date';
import { ITEM_END } from './store';

/**
 * How the items of collections are written: GeoJSON Features (RFC 7946, section 3.2) with flat properties, in UTF-8, each
 * with `ITEM_END`.
 */
export interface ItemWriter {
	feature(match: FeatureWithClaims): Uint8Array;
	/** A feature by itself, without `ITEM_END`, with what its claims answer as the foreign member `answers`. */
	place(match: FeatureWithClaims): Uint8Array;
	/** Its id is the claim's, a dot and the feature's: no id of the data has a dot. */
	claim(row: ClaimRow): Uint8Array;
}

/** Writes the items of a dataset. */
export function itemWriter(catalogue: Catalogue): ItemWriter {
	const ofFeatures = featureColumns(catalogue);
	const ofClaims = claimColumns(catalogue);
	const written = (match: FeatureWithClaims) => featureOf(match.feature.id, match.feature.geometry, match, ofFeatures);
	return {
		place: (match) => {
			const answers = answersAt(match.claims, catalogue).map(writeAnswer);
			return Buffer.from(JSON.stringify({ ...written(match), answers }));
		},
		feature: (match) => write(match.feature.id, match.feature.geometry, match, ofFeatures),
		claim: (row) => write(`${row.claim.id}.${row.feature.id}`, row.feature.geometry, row, ofClaims)
	};
}

/** An answer as an item has it. */
type WrittenAnswer = Omit<AnswerLine, 'said' | 'latest'> & { said: WrittenDate; latest: WrittenDate };

function writeAnswer({ said, latest, ...line }: AnswerLine): WrittenAnswer {
	return { ...line, said: writeDate(said), latest: writeDate(latest) };
}

function write<Row>(
	id: string,
	geometry: FeatureWithClaims['feature']['geometry'],
	row: Row,
	columns: readonly Column<Row>[]
): Uint8Array {
	return Buffer.from(JSON.stringify(featureOf(id, geometry, row, columns)) + ITEM_END);
}

function featureOf<Row>(
	id: string,
	geometry: FeatureWithClaims['feature']['geometry'],
	row: Row,
	columns: readonly Column<Row>[]
): object {
	const properties = Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(row)]));
	return { type: 'Feature', id, geometry, properties };
}
