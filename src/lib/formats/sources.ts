import type { CitationFormat } from './citation-format';
import type { ExportContent } from './format';
import { atlasReference, type Reference, sourceReference } from './reference';

/**
 * The sources of the claims in a format for reference managers, each once, in the order in which claims name them. Such
 * formats have no place for a header: the last reference is the atlas itself, under the filter, with version and licence.
 */
export async function* writeSources(format: CitationFormat, content: ExportContent): AsyncGenerator<string> {
	const { entry, frame } = format;
	let before = frame.start;
	for await (const reference of referencesOf(content)) {
		// Nothing for those who wait, but they may have gone.
		yield reference === null ? '' : before + entry(reference);
		if (reference !== null) before = frame.between;
	}
	yield frame.end;
}

/** The references in order; null for a match that has no source that was not named before. */
async function* referencesOf(content: ExportContent): AsyncGenerator<Reference | null> {
	const { header, catalogue, addresses, matches } = content;
	const unseen = new Map(catalogue.sources.map((source) => [source.id, source]));
	for await (const { claims } of matches) {
		for (const { source: id } of claims) {
			const source = unseen.get(id);
			unseen.delete(id);
			yield source ? sourceReference(source) : null;
		}
	}
	const { exported, filter } = header;
	const title = filter.query === '' ? null : `[Map, filtered: ${filter.words}]`;
	yield atlasReference(catalogue.info, { id: 'atlas-export', title, address: addresses.view }, exported.slice(0, 10));
}
