import type { Catalogue } from '$lib/domain/catalogue';
import type { Finding } from '$lib/domain/finding';
import { BETWEEN_ITEMS } from './store';
import { claimColumns, type ClaimRow, type Column, featureColumns } from '$lib/formats/columns';

/**
 * How the items of collections are written: GeoJSON Features (RFC 7946, section 3.2) with flat properties, in UTF-8, each
 * after what stands between items.
 */
export interface ItemWriter {
	feature(finding: Finding): Uint8Array;
	/** Its id is the claim's, a dot and the feature's: no id of the data has a dot. */
	claim(row: ClaimRow): Uint8Array;
}

/** Writes the items of a dataset. */
export function itemWriter(catalogue: Catalogue): ItemWriter {
	const ofFeatures = featureColumns(catalogue);
	const ofClaims = claimColumns(catalogue);
	return {
		feature: (finding) => write(finding.feature.id, finding.feature.geometry, finding, ofFeatures),
		claim: (row) => write(`${row.claim.id}.${row.feature.id}`, row.feature.geometry, row, ofClaims)
	};
}

function write<Row>(
	id: string,
	geometry: Finding['feature']['geometry'],
	row: Row,
	columns: readonly Column<Row>[]
): Uint8Array {
	const properties = Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(row)]));
	return Buffer.from(BETWEEN_ITEMS + JSON.stringify({ type: 'Feature', id, geometry, properties }));
}
