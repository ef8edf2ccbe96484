import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { SettingsError } from '$lib/domain/errors';
import { SOURCE_TEXTS, type SourceText } from './documents/source-documents';

/** What the environment says, read once when the server starts. Folders are absolute. */
export interface Settings {
	host: string;
	port: number;
	geodataFolder: string;
	/** Where the documents lie; null where they are not at hand. */
	sourcesFolder: string | null;
	sourceText: SourceText;
	/** Scheme, host and port of every absolute link: `https://atlas.example`. */
	origin: string;
	/** Who may frame the map at `/embed`: a source list of the Content Security Policy (`frame-ancestors`). */
	frameAncestors: string;
}

/** Everything that the environment may set; an empty value is as good as none. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of an environment; relative folders start from `projectFolder`.
 * @throws SettingsError with every value that cannot be used
 */
export function readSettings(environment: Environment, projectFolder: string): Settings {
	const reasons: string[] = [];
	const value = (name: string) => environment[name]?.trim() || null;
	const host = readHost(value('HOST'), reasons);
	const port = readPort(value('PORT'), reasons);
	const geodataFolder = resolve(projectFolder, value('GEODATA_DIR') ?? 'geodata');
	if (!isFolder(geodataFolder)) reasons.push(`GEODATA_DIR must name a folder with data; ${geodataFolder} is none.`);
	const sourcesFolder = readSourcesFolder(value('SOURCES_DIR'), projectFolder, reasons);
	const sourceText = readSourceText(value('SOURCE_TEXT'), sourcesFolder, reasons);
	const origin = readOrigin(value('ORIGIN'), host, port, reasons);
	const frameAncestors = readFrameAncestors(value('FRAME_ANCESTORS'), reasons);
	if (reasons.length > 0) throw new SettingsError(reasons);
	return { host, port, geodataFolder, sourcesFolder, sourceText, origin, frameAncestors };
}

function readHost(value: string | null, reasons: string[]): string {
	if (value === null) return '127.0.0.1';
	const isName = /^(?!-)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/i.test(value) && !/^[\d.]+$/.test(value);
	if (isIP(value) === 0 && !isName) {
		reasons.push(`HOST must be an IP address or a host name, such as 127.0.0.1, not “${value}”.`);
	}
	return value;
}

function readPort(value: string | null, reasons: string[]): number {
	if (value === null) return 3000;
	const port = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
	if (!(port >= 1 && port <= 65535)) reasons.push(`PORT must be a whole number from 1 to 65535, not “${value}”.`);
	return port;
}

function readSourcesFolder(value: string | null, projectFolder: string, reasons: string[]): string | null {
	const folder = resolve(projectFolder, value ?? 'sources');
	if (isFolder(folder)) return folder;
	if (value !== null) reasons.push(`SOURCES_DIR must name a folder with documents; ${folder} is none.`);
	return null;
}

function readSourceText(value: string | null, folder: string | null, reasons: string[]): SourceText {
	const known = SOURCE_TEXTS.find((candidate) => candidate === value);
	if (value !== null && !known) reasons.push(`SOURCE_TEXT must be ${SOURCE_TEXTS.join(' or ')}, not “${value}”.`);
	return known ?? (folder === null ? 'off' : 'passages');
}

function readOrigin(value: string | null, host: string, port: number, reasons: string[]): string {
	// An address that means "every interface" is not one that a link can lead to.
	const name = host === '0.0.0.0' || host === '::' ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host;
	if (value === null) return `http://${name}${port === 80 ? '' : `:${port}`}`;
	const url = originIn(value);
	if (url === null) {
		reasons.push(
			`ORIGIN must be a scheme and a host with nothing after it, such as https://atlas.example, not “${value}”.`
		);
	}
	return url ?? value;
}

function readFrameAncestors(value: string | null, reasons: string[]): string {
	if (value === null || value === 'anyone') return '*';
	if (value === 'no-one') return "'none'";
	const origins = value.split(/[\s,]+/).map((name) => ({ name, origin: originIn(name) }));
	for (const { name } of origins.filter(({ origin }) => origin === null)) {
		reasons.push(
			`FRAME_ANCESTORS must be anyone, no-one, or origins such as https://news.example, with commas between them; “${name}” is none of these.`
		);
	}
	return origins.map(({ origin }) => origin).join(' ');
}

/** The origin that a text is, with nothing after it; null for any other text. */
function originIn(text: string): string | null {
	const url = URL.canParse(text) ? new URL(text) : null;
	// A URL's host may hold what would end an item of a policy, such as a semicolon.
	if (!url || !/^https?:\/\/[\w.:[\]-]+$/i.test(url.origin)) return null;
	return `${url.origin}/` === url.href ? url.origin : null;
}

function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
