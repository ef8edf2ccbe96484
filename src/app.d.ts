import type { OgcApi } from '$lib/server/api/ogc/ogc-api';
import type { Settings } from '$lib/server/config';
import type { SourceDocuments } from '$lib/server/documents/source-documents';
import type { Store } from '$lib/server/store/store';

declare global {
	namespace App {
		interface Error {
			/** What went wrong, for the person who asked; never an internal detail. */
			message: string;
		}
		interface Locals {
			store: Store;
			documents: SourceDocuments;
			settings: Settings;
			api: OgcApi;
		}
	}
}
