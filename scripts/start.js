// npm start: the first command after a clone, and every one after it.
import './node-version.js';
import { prepare } from './build.js';

await prepare();
await import('./serve.js');
