import { csv } from './csv';
import type { Format } from './format';
import { geojson } from './geojson';

/** Every format that the atlas exports, as the Export dialogue lists them. */
export const FORMATS: readonly Format[] = [geojson, csv];

/** The format with an extension; undefined for one that the atlas does not write. */
export function formatOf(extension: string): Format | undefined {
	return FORMATS.find((format) => format.id === extension);
}
