import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has V8 collect all that reading the dataset left behind, and move what stays together: the memory in between goes back to
 * the system. Every small collection afterwards looks at each page of the heap, so that with half the pages it takes half
 * the time: of a bare server's rate, requests for a new box each came to 0.265 where it was 0.227 (docs/measurements.md). It
 * stops the process while it works, a second and a half for a hundred thousand features: before it listens.
 */
export function compactHeap(): void {
	setFlagsFromString('--expose-gc');
	setFlagsFromString('--compact-on-every-full-gc');
	const collect = runInNewContext('gc') as () => void;
	collect();
	setFlagsFromString('--no-compact-on-every-full-gc');
	setFlagsFromString('--no-expose-gc');
}
