import { DATA_HEADERS } from '$lib/server/http/headers';
import type { Store } from '$lib/server/store/store';
import { problem } from './problem';

/** `/healthz`: the process answers. */
export function healthz(): Response {
	return plain('ok\n');
}

/** `/readyz`: the dataset is open, and which one it is. */
export function readyz(store: Store | undefined): Response {
	return store ? plain(`ready ${store.catalogue.fingerprint}\n`) : problem('not-ready', 'The dataset is not open yet.');
}

function plain(text: string): Response {
	return new Response(text, {
		headers: { ...DATA_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
	});
}
