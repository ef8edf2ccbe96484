import { CITATION_FORMATS, citationFormatOf } from '$lib/formats/citation-registry';
import { citeHref } from '$lib/app/links';
import { etagOf } from '$lib/server/http/etag';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { citableOf, citationOf, readCited } from './citable-thing';
import { parameterProblem, problem } from './problem';

/** `/cite.{extension}`: a citation as a file for reference managers. `origin` is the scheme and host of its links. */
export async function citeFile(
	store: Store,
	origin: string,
	query: URLSearchParams,
	extension: string,
	now = new Date()
): Promise<Response> {
	const format = citationFormatOf(extension);
	if (!format) {
		const known = CITATION_FORMATS.map((candidate) => `.${candidate.extension}`).join(', ');
		return problem(
			'unknown-format',
			`There is no citation that ends in .${extension.slice(0, 60)}; there are ${known}.`
		);
	}
	const { cited, problems } = await readCited(store, query);
	const [first, ...others] = problems;
	if (first) return parameterProblem([first, ...others]);
	if (!cited) return problem('not-found', 'There is nothing to cite at this address.');
	// The day of access, in UTC like every day that the atlas writes.
	const today = now.toISOString().slice(0, 10);
	const { references } = citationOf(store, cited, origin, today);
	return new Response(format.serialise(references), {
		headers: {
			...DATA_HEADERS,
			'Content-Type': format.mediaType,
			'Content-Disposition': `attachment; filename="footnote-${references.at(-1)?.item.id ?? 'atlas'}.${extension}"`,
			ETag: etagOf(
				'cite',
				format.id,
				format.version,
				origin,
				store.catalogue.fingerprint,
				citeHref(citableOf(cited)),
				today
			),
			// It names the day on which it was made: it may be that old.
			'Cache-Control': 'public, max-age=60'
		}
	});
}
