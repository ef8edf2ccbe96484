import type { ExportContent } from './format';
import { findingWriter } from './geojson';

/**
 * GeoJSON text sequences (RFC 8142): each feature after a record separator and before a line feed. There is no place for
 * a header, so that each feature says what it is from and how it may be used: a record that is cut out stands alone.
 */
export async function* writeGeojsonSeq({ header, catalogue, findings }: ExportContent): AsyncGenerator<string> {
	const write = findingWriter(catalogue);
	const { title, version, licence, citation } = header;
	const atlas = { title, version, licence, citation };
	for await (const finding of findings) yield `\u001E${JSON.stringify({ ...write(finding), atlas })}\n`;
}
