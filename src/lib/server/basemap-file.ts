import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the basemap says of itself. */
export interface Basemap {
	attribution: { text: string; url: string; licence: string; covers: string }[];
	/** Whose borders are drawn, and how; one paragraph each. */
	borderPolicy: string[];
	/** Lines that are drawn as disputed: between whom, and why. */
	disputed: { between: string[]; note: string }[];
}

/** What the file `basemap.json` of a data folder says of the basemap; null where there is none that can be read. */
export async function readBasemap(geodataFolder: string): Promise<Basemap | null> {
	try {
		return basemapOf(JSON.parse(await readFile(join(geodataFolder, 'basemap.json'), 'utf8')));
	} catch {
		return null;
	}
}

/** Takes what is there and of the right form: the file is for the tool that builds the basemap, and may lack any of it. */
function basemapOf(file: unknown): Basemap | null {
	if (!isRecord(file)) return null;
	return {
		attribution: listOf(file['attribution'])
			.filter(isRecord)
			.map(({ text, url, licence, covers }) => ({
				text: textOf(text),
				url: /^https?:\/\//.test(textOf(url)) ? textOf(url) : '',
				licence: textOf(licence),
				covers: textOf(covers)
			}))
			.filter(({ text }) => text !== ''),
		borderPolicy: listOf(file['borderPolicy']).map(textOf).filter(Boolean),
		disputed: listOf(file['disputed'])
			.filter(isRecord)
			.map(({ between, note }) => ({ between: listOf(between).map(textOf).filter(Boolean), note: textOf(note) }))
			.filter(({ note }) => note !== '')
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
