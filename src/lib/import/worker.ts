import type { OwnChoice, OwnFeature, OwnReading } from '$lib/domain/own-feature';
import { openOwnFile } from './open-file';

/** What the worker is asked: a file, and how a person wants it to be read. */
export interface WorkerQuestion {
	file: File;
	choice: OwnChoice;
}

/** What the worker answers: features in batches, so that taking them keeps nobody waiting, then all the rest. */
export type WorkerAnswer =
	{ features: readonly OwnFeature[] } | { done: Omit<OwnReading, 'features'> } | { failed: string };

const BATCH = 2000;

/** The worker's own side; the types of a page know another `postMessage`. */
const answer = (message: WorkerAnswer) => (postMessage as (message: WorkerAnswer) => void)(message);

addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
	void readAndAnswer(data);
});

async function readAndAnswer({ file, choice }: WorkerQuestion): Promise<void> {
	try {
		const { features, ...rest } = await openOwnFile(file.name, new Uint8Array(await file.arrayBuffer()), choice);
		for (let start = 0; start < features.length; start += BATCH) {
			answer({ features: features.slice(start, start + BATCH) });
		}
		answer({ done: rest });
	} catch (error) {
		const isGone = error instanceof DOMException && error.name.startsWith('Not');
		answer({
			failed: isGone
				? 'The file could not be opened. It may be a folder, or have been moved or changed.'
				: 'Reading it failed: it may be too large or too deeply nested for this browser.'
		});
	}
}
