import { reportIssues } from '$lib/ingest/report';
import { DatasetError, SettingsError } from '$lib/domain/errors';
import { OgcApi } from '$lib/server/api/ogc/ogc-api';
import { readSettings, type Settings } from './config';
import { openDocuments, type SourceDocuments } from '$lib/server/documents/source-documents';
import { ResponseCache } from '$lib/server/http/response-cache';
import { loadDataset, openStore } from '$lib/server/store/open-store';
import type { Store } from '$lib/server/store/store';

/** All that the server runs on. */
export interface Atlas {
	settings: Settings;
	store: Store;
	/** The documents that the sources are, as far as they are at hand. */
	documents: SourceDocuments;
	/** What serves /api. */
	api: OgcApi;
	/** The response cache. */
	cache: ResponseCache;
}

let opening: Promise<Atlas> | undefined;

/**
 * The atlas of this process, opened once, from the environment and the folder that the process runs in. Where settings
 * or data do not let it start, every reason is printed and the process ends with 1.
 */
export function openAtlas(): Promise<Atlas> {
	return (opening ??= open().catch((error: unknown) => {
		process.stderr.write(`${refusalOf(error)}\n`);
		process.exit(1);
	}));
}

async function open(): Promise<Atlas> {
	const settings = readSettings(process.env, process.cwd());
	const dataset = await loadDataset(settings.geodataFolder);
	const documents = await openDocuments(dataset, settings);
	const store = openStore(documents.prove(dataset));
	return { settings, store, documents, api: new OgcApi(store, settings.origin), cache: new ResponseCache() };
}

/** Why the atlas cannot start, for the person who starts it. */
function refusalOf(error: unknown): string {
	if (error instanceof SettingsError) return `The atlas cannot start with these settings.\n${error.reasons.join('\n')}`;
	if (error instanceof DatasetError) {
		return `The atlas cannot start with the data in ${error.folder}.\n\n${reportIssues(error.issues)}`;
	}
	return `The atlas cannot start.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
