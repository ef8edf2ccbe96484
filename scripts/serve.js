// Serves what is built, in this process, so that a signal reaches the server itself and not something in between.
import process from 'node:process';
import { ROOT } from './run.js';

process.chdir(ROOT);

process.env['HOST'] ||= '127.0.0.1';
process.env['PORT'] ||= '3000';

const { HOST, PORT } = process.env;

/** @type {Readonly<Record<string, string>>} */
const REFUSALS = {
	EADDRINUSE: `Port ${PORT} on ${HOST} is taken by another program. Set PORT to a free one: PORT=3001 npm start.`,
	EACCES: `This user may not open port ${PORT} on ${HOST}. Set PORT to one above 1023.`,
	EADDRNOTAVAIL: `HOST=${HOST} is not an address of this machine. 127.0.0.1 serves this machine, 0.0.0.0 the network.`,
	ENOTFOUND: `HOST=${HOST} is not an address or a name that is known here. 127.0.0.1 serves this machine, 0.0.0.0 the network.`
};

process.on('uncaughtException', (error) => {
	const sentence = 'syscall' in error && 'code' in error ? REFUSALS[String(error.code)] : undefined;
	console.error(sentence ?? error);
	process.exit(1);
});

/** @param {string} name */
const built = (name) => import(new URL(`../build/${name}`, import.meta.url).href);

const { serve } = await built('instrumentation.server.js');
await serve(() => built('handler.js'));
