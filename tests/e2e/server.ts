import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ROOT } from '../source/files';

/** The settings of a server, as its environment has them. */
export type Settings = Readonly<Record<string, string>>;

/** A program that has ended. */
export interface Ended {
	code: number | null;
	/** What it printed, on both streams. */
	output: string;
}

/** A server that answers. */
export interface RunningServer {
	/** Where it answers, without a slash at the end: `http://127.0.0.1:41234`. */
	url: string;
	/** What it has printed so far, on both streams. */
	output(): string;
	/** Sends SIGTERM, as an operator would, and waits for the end. */
	stop(): Promise<Ended>;
}

/** What the settings of whoever runs the tests must not change. */
const OURS = ['HOST', 'PORT', 'ORIGIN', 'GEODATA_DIR', 'SOURCES_DIR', 'SOURCE_TEXT', 'FRAME_ANCESTORS'];

const READY_WITHIN = 30_000;

/** Starts the built server on a free port; rejects with what it printed when it does not come up. */
export async function startServer(settings: Settings = {}): Promise<RunningServer> {
	return startCommand([process.execPath, 'scripts/serve.js'], ROOT, settings, READY_WITHIN);
}

/** Starts the atlas with a command in a folder, on a free port; rejects when it is not up after `within` milliseconds. */
export async function startCommand(
	command: readonly [string, ...string[]],
	folder: string,
	settings: Settings,
	within: number
): Promise<RunningServer> {
	const port = await freePort();
	const started = begin(command, folder, { PORT: String(port), ...settings });
	const url = `http://127.0.0.1:${port}`;
	const deadline = Date.now() + within;
	while (!started.output().includes('Listening on')) {
		if (started.hasEnded()) throw new Error(`The server ended before it listened:\n${started.output()}`);
		if (Date.now() > deadline) {
			await started.stop();
			throw new Error(`The server did not listen within ${within} ms:\n${started.output()}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return { url, output: started.output, stop: started.stop };
}

/** Runs a command in a folder to its end, with settings and without those of whoever runs the tests. */
export async function runCommand(
	command: readonly [string, ...string[]],
	folder: string,
	settings: Settings = {}
): Promise<Ended> {
	return begin(command, folder, settings).ended;
}

function begin([program, ...parameters]: readonly [string, ...string[]], folder: string, settings: Settings) {
	const inherited = Object.entries(process.env).filter(([name]) => !OURS.includes(name) && !name.startsWith('VITE'));
	const environment = { ...Object.fromEntries(inherited), NODE_ENV: 'production', ...settings };
	const child = spawn(program, parameters, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
	const output = () => printed;
	const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, output: printed }));
	const stop = () => {
		child.kill('SIGTERM');
		return ended;
	};
	return { output, ended, stop, hasEnded: () => child.exitCode !== null || child.signalCode !== null };
}

/** A port of this machine that nothing listens on. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	await once(server, 'close');
	if (address === null || typeof address === 'string') throw new Error('No port was given.');
	return address.port;
}
