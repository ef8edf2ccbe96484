import type { Catalogue } from '$lib/domain/catalogue';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { ExportHeader } from './header';

/** What a format is mostly opened with. */
export type FormatGroup = 'maps' | 'tables' | 'linked-data' | 'references';

/** A format of exports, described; who writes it is no part of the description, so that a page can list formats. */
export interface ExportFormat {
	id: string;
	title: string;
	group: FormatGroup;
	/** What the file is good for, in a sentence. */
	description: string;
	/** What comes through, in a sentence. */
	keeps: string;
	/** What does not, in a sentence. */
	loses: string;
	/** What the file has a line, a row or an object for. */
	holds: 'features' | 'claims' | 'sources';
	/** How its files' names end, without the first dot. */
	extension: string;
	/** The Content-Type of its files. */
	mediaType: string;
	/** Version of what we write; it changes when the same matches would be written otherwise. */
	version: number;
}

/** Where in the atlas things are, with scheme and host. */
export interface Addresses {
	feature(id: string): string;
	claim(source: string, id: string): string;
	source(id: string): string;
	/** What the criteria show, under the version of the data. */
	view: string;
	/** The page that says what a paragraph is, and how positions in it are counted. */
	method: string;
}

/** What an export is made from. */
export interface ExportContent {
	header: ExportHeader;
	/** What the ids in claims refer to. */
	catalogue: Catalogue;
	addresses: Addresses;
	matches: AsyncIterable<FeatureWithClaims> | Iterable<FeatureWithClaims>;
}

/** A stretch of a file: text, to be written as UTF-8, or bytes. */
export type Piece = string | Uint8Array<ArrayBuffer>;

/**
 * Writes a file in pieces as they are asked for. A piece may be empty: whoever asks may then let go of what is not wanted
 * any more.
 */
export type Write = (content: ExportContent) => AsyncIterable<Piece>;
