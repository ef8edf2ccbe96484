import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { apiResponse } from '$lib/server/api/ogc/response';
import { respond } from '$lib/server/respond';
import { errorMessage, logError } from '$lib/server/unexpected';
import { theAtlas } from '$lib/server/atlas';

/** Opens the store before the first request; a build needs none. */
export const init: ServerInit = async () => {
	if (!building) await theAtlas();
};

export const handle: Handle = async ({ event, resolve }) => {
	const atlas = await theAtlas();
	event.locals.store = atlas.store;
	event.locals.documents = atlas.documents;
	event.locals.settings = atlas.settings;
	event.locals.api = atlas.api;
	return respond(atlas, event.request, async () => (await apiResponse(atlas.api, event.request)) ?? resolve(event));
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	// An answer that no one waits for any more is broken off, and is no mistake.
	if (status >= 500 && !event.request.signal.aborted) logError(event.request, error);
	return { message: errorMessage(status) };
};
