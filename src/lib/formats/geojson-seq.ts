import type { ExportContent } from './format';
import { featureWriter } from './geojson';

/**
 * GeoJSON text sequences (RFC 8142): each feature after a record separator and before a line feed. There is no place for
 * a header, so that each feature says what it is from and how it may be used: a record that is cut out stands alone.
 */
export async function* writeGeojsonSeq({ header, catalogue, matches }: ExportContent): AsyncGenerator<string> {
	const { title, version, licence, citation } = header;
	const write = featureWriter(catalogue, { atlas: { title, version, licence, citation } });
	for await (const match of matches) {
		yield '\u001E';
		yield* write(match);
		yield '\n';
	}
}
