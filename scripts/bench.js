// npm run bench: measures the built atlas; it too works as the first command after a clone.
import './node-version.js';
import process from 'node:process';
import { prepare } from './build.js';
import { passSignalsOn, run } from './run.js';

await prepare();
passSignalsOn();
process.exit(await run(process.execPath, ['--import', 'tsx', 'bench/run.ts', ...process.argv.slice(2)]));
