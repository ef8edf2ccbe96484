import { run } from '../../scripts/run.js';

/** Before the browser tests: `build/` holds what these sources make. */
export async function setup(): Promise<void> {
	const code = await run(process.execPath, ['scripts/build.js']);
	if (code !== 0) throw new Error(`npm run build ended with ${code}.`);
}
