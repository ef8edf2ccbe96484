import type { Passage } from '$lib/domain/passage';
import type { SourceDocuments } from '$lib/server/documents/source-documents';
import { etagOf } from '$lib/server/http/etag';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { refuseParameters } from './parameters';
import { parameterProblem, problem } from './problem';

/** Changes when the same passage would be written otherwise. */
const VERSION = 2;

/** `/sources/{id}/passages.json?claim={claim}`: a claim's passage in its paragraph, where it may be shown. */
export async function passageFile(
	store: Store,
	documents: SourceDocuments,
	query: URLSearchParams,
	sourceId: string
): Promise<Response> {
	const source = store.catalogue.sources.find(({ id }) => id === sourceId);
	if (!source) return problem('not-found', `There is no source “${sourceId.slice(0, 60)}”.`);
	const refusal = refuseParameters(query, ['claim']);
	if (refusal) return refusal;
	const claimId = query.get('claim') ?? '';
	if (claimId === '') {
		return parameterProblem([{ parameter: 'claim', value: '', detail: 'claim must name a claim of this source.' }]);
	}
	const claim = await store.claim(claimId);
	if (claim?.source !== sourceId) {
		return problem('not-found', `The source “${sourceId}” has no claim “${claimId.slice(0, 60)}”.`);
	}
	const neighbours = documents.neighbours(claim);
	const runs = documents.runs(sourceId, claim.selector.paragraph);
	if (!neighbours || !runs) return problem('no-passage', whyNot(documents, sourceId));

	const [cited] = await store.cite([claim]);
	const about = (cited?.about ?? []).map(({ id, title, number: note }) => ({ id, title, number: note }));
	const { number, of, previous, next } = neighbours;
	const passage: Passage = {
		claim: { id: claim.id, text: claim.text, number, of, about },
		source: { id: source.id, title: source.title },
		paragraph: claim.selector.paragraph,
		runs,
		meanings: documents.meanings(claim).map(({ features, ...meaning }) => ({
			...meaning,
			about: about.flatMap(({ id, title }) => (features.includes(id) ? [{ id, title }] : []))
		})),
		language: documents.language(sourceId),
		unproved: documents.unproved.get(claim.id)?.message ?? null,
		previous,
		next,
		original: documents.original(claim)
	};
	return new Response(`${JSON.stringify(passage)}\n`, {
		headers: {
			...DATA_HEADERS,
			'Content-Type': 'application/json',
			ETag: etagOf('passage', VERSION, claim.id, store.catalogue.fingerprint),
			'Cache-Control': 'public, no-cache'
		}
	});
}

function whyNot({ sourceText, verifications }: SourceDocuments, source: string): string {
	if (sourceText === 'off') return 'This server shows no words of the documents.';
	const file = verifications.get(source)?.file;
	if (file === null) return 'This server does not have the document of the source.';
	return 'The document of the source is not text that this server can read.';
}
