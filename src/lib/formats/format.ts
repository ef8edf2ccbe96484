import type { Catalogue } from '$lib/domain/catalogue';
import type { Finding } from '$lib/domain/finding';
import type { ExportHeader } from './header';

/** What an export is made from. */
export interface ExportContent {
	header: ExportHeader;
	/** What the ids in claims refer to. */
	catalogue: Catalogue;
	findings: AsyncIterable<Finding> | Iterable<Finding>;
}

/** A way to write findings as a file. */
export interface ExportFormat {
	id: string;
	title: string;
	/** What the file is good for, in a sentence. */
	description: string;
	/** How its files' names end, without the dot. */
	extension: string;
	/** The Content-Type of its files. */
	mediaType: string;
	/** Version of what we write; it changes when the same findings would be written otherwise. */
	version: number;
	/** The file's text, in pieces. */
	serialise(content: ExportContent): AsyncIterable<string>;
}
