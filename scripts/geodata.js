// npm run geodata -- <verb>: the tools of geodata/, which also work as the first command after a clone.
import './node-version.js';
import process from 'node:process';
import { install } from './install.js';
import { alone } from './lock.js';
import { passSignalsOn, run } from './run.js';

passSignalsOn();
await alone(install);
process.exit(await run(process.execPath, ['--import', 'tsx', 'geodata/tools/cli.ts', ...process.argv.slice(2)]));
