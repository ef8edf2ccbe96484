import { etagOf } from '$lib/server/http/etag';
import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { refuseParameters } from './parameters';
import { problem } from './problem';

/** `/atlas/{fingerprint}.json`: the whole dataset, for a browser to answer from. It never changes under its address. */
export async function snapshotFile(store: Store, query: URLSearchParams, fingerprint: string): Promise<Response> {
	if (fingerprint !== store.catalogue.fingerprint) {
		return problem('superseded', 'The dataset that is served has another fingerprint. Load the page again.');
	}
	return (
		refuseParameters(query) ??
		new Response(await store.snapshot(), {
			headers: {
				...DATA_HEADERS,
				'Content-Type': 'application/json',
				ETag: etagOf('snapshot', fingerprint),
				'Cache-Control': 'public, max-age=31536000, immutable'
			}
		})
	);
}
