import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder, where every command runs. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a program in the project's folder and shows what it prints.
 *
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {{ environment?: NodeJS.ProcessEnv, quiet?: boolean }} [how] settings on top of our own; quiet: what it prints is
 *   shown only when it fails
 * @returns {Promise<number>} its exit code; 127 when it could not be started, 128 and the signal's number when one ended it
 */
export function run(program, parameters, { environment = {}, quiet = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, parameters, {
			cwd: ROOT,
			stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
			env: { ...process.env, ...environment }
		});
		running.add(child);
		/** @type {Buffer[]} */
		const printed = [];
		child.stdout?.on('data', (chunk) => printed.push(chunk));
		child.stderr?.on('data', (chunk) => printed.push(chunk));
		child.once('error', (error) => {
			running.delete(child);
			console.error(`Cannot run ${program}: ${error.message}`);
			resolve(127);
		});
		child.once('close', (code, signal) => {
			running.delete(child);
			if (code !== 0) process.stderr.write(Buffer.concat(printed));
			resolve(signal ? 128 + constants.signals[signal] : (code ?? 1));
		});
	});
}

/**
 * Runs a JavaScript program of an installed package with this same Node, which needs no shell on any system.
 *
 * @param {string} file path under node_modules
 * @param {readonly string[]} parameters
 * @param {Parameters<typeof run>[2]} [how]
 */
export function runInstalled(file, parameters, how) {
	return run(process.execPath, [`node_modules/${file}`, ...parameters], how);
}

/**
 * Passes SIGINT and SIGTERM on to what is running, and ends once that has ended.
 *
 * @returns {() => void} stops doing so
 */
export function passSignalsOn() {
	/** @param {NodeJS.Signals} signal */
	const pass = (signal) => {
		const code = 128 + constants.signals[signal];
		for (const child of running) child.kill(signal);
		const wait = () => (running.size === 0 ? process.exit(code) : setTimeout(wait, 50));
		wait();
	};
	process.on('SIGINT', pass).on('SIGTERM', pass);
	return () => {
		process.off('SIGINT', pass).off('SIGTERM', pass);
	};
}
