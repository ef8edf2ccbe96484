import type { OwnChoice, OwnFeature, OwnReading } from '$lib/domain/own-feature';
import { openOwnFile } from './open-file';

/** A request to the worker: a file, and how a person wants it to be read. */
export interface WorkerRequest {
	file: File;
	choice: OwnChoice;
}

/** A response of the worker: features in batches, so that taking them keeps nobody waiting, then all the rest. */
export type WorkerResponse =
	{ features: readonly OwnFeature[] } | { done: Omit<OwnReading, 'features'> } | { failed: string };

const BATCH = 2000;

/** The worker's own side; the types of a page know another `postMessage`. */
const post = (message: WorkerResponse) => (postMessage as (message: WorkerResponse) => void)(message);

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
	void readAndPost(data);
});

async function readAndPost({ file, choice }: WorkerRequest): Promise<void> {
	try {
		const { features, ...rest } = await openOwnFile(file.name, new Uint8Array(await file.arrayBuffer()), choice);
		for (let start = 0; start < features.length; start += BATCH) {
			post({ features: features.slice(start, start + BATCH) });
		}
		post({ done: rest });
	} catch (error) {
		const isGone = error instanceof DOMException && error.name.startsWith('Not');
		post({
			failed: isGone
				? 'The file could not be opened. It may be a folder, or have been moved or changed.'
				: 'Reading it failed: it may be too large or too deeply nested for this browser.'
		});
	}
}
