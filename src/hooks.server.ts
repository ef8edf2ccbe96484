import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { openAtlas } from '$lib/server/atlas';
import { requestOf, toWebResponse } from '$lib/server/http/message';
import { respond } from '$lib/server/respond';
import { errorMessage, logError } from '$lib/server/unexpected';

/** Opens the store before the first request; a build needs none. */
export const init: ServerInit = async () => {
	if (!building) await openAtlas();
};

export const handle: Handle = async ({ event, resolve }) => {
	const atlas = await openAtlas();
	event.locals.store = atlas.store;
	event.locals.documents = atlas.documents;
	event.locals.settings = atlas.settings;
	event.locals.api = atlas.api;
	const render = async () => resolve(event);
	return toWebResponse(await respond(atlas, requestOf(event.request), render));
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	// A response that no one waits for any more is aborted, and is no mistake.
	if (status >= 500 && !event.request.signal.aborted) logError(event.request, error);
	return { message: errorMessage(status) };
};
