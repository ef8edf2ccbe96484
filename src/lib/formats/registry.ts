import { csv } from './csv';
import type { ExportFormat } from './format';
import { geojson } from './geojson';

/** Every format that the atlas exports, in the order in which they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [geojson, csv];

/** The format of an extension; undefined for one that the atlas does not write. */
export function formatOf(extension: string): ExportFormat | undefined {
	return EXPORT_FORMATS.find((format) => format.extension === extension);
}
