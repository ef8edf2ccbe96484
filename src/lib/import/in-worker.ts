import type { OwnChoice, OwnFeature, OwnReading } from '$lib/domain/own-feature';
import type { WorkerResponse, WorkerRequest } from './worker';

/** The largest file that is read. */
const MOST_BYTES = 50_000_000;

/** How long a file may take, in milliseconds: after that its worker is stopped. */
const MOST_TIME = 15_000;

/**
 * Reads a file, as `choice` wants it, in a worker of its own, so that the page goes on whatever the file holds. Nothing is sent anywhere. Never
 * rejects: a file that is too large, or takes too long, is a reading with an issue that says so.
 */
export function readInWorker(file: File, choice: OwnChoice = {}, mostTime = MOST_TIME): Promise<OwnReading> {
	if (file.size > MOST_BYTES) {
		const size = (file.size / 1e6).toFixed(file.size < 2 * MOST_BYTES ? 1 : 0);
		return Promise.resolve(
			unread(
				`The file has ${size} MB; ${MOST_BYTES / 1e6} MB is the most that is read. Cut out the part that you need.`
			)
		);
	}
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	const features: OwnFeature[] = [];
	return new Promise<OwnReading>((resolve) => {
		const slow = setTimeout(() => {
			resolve(unread(`Reading it was stopped after ${mostTime / 1000} seconds. Cut out the part that you need.`));
		}, mostTime);
		worker.addEventListener('message', ({ data }: MessageEvent<WorkerResponse>) => {
			if ('features' in data) {
				for (const feature of data.features) features.push(feature);
				return;
			}
			clearTimeout(slow);
			resolve('done' in data ? { features, ...data.done } : unread(data.failed));
		});
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			clearTimeout(slow);
			resolve(unread('Reading it failed: it may be too large or too deeply nested for this browser.'));
		});
		worker.postMessage({ file, choice } satisfies WorkerRequest);
	}).finally(() => worker.terminate());
}

function unread(message: string): OwnReading {
	return {
		format: null,
		features: [],
		issues: [{ location: '', message }],
		issueCount: 1,
		notes: [],
		questions: [],
		columns: { names: [], isTable: false, place: [], time: [], title: [] },
		dates: null
	};
}
