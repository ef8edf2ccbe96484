import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../tests/e2e/browser';
import { type RunningServer, startCommand } from '../tests/e2e/server';
import { ROOT } from '../tests/source/files';
import type { RecordedResponse } from './bare/server';
import { type Size, writeGenerated } from './generated';

/** What a process has used. */
interface Vitals {
	/** Memory in bytes. */
	resident: number;
	/** Processor time since it began, in seconds. */
	processor: number;
}

/** A server that was started to be measured. */
export interface MeasuredServer extends Pick<RunningServer, 'url' | 'stop'> {
	/** How long it took from its start until it listened, in milliseconds. */
	startedIn: number;
	/** What the process says of itself, just now. */
	vitals(): Promise<Vitals>;
}

/** How long a server may take to start: it reads a large dataset, on a machine that may be busy. */
const PATIENCE = 180_000;

/** Loaded into a measured server before it: prints memory and processor time, in bytes and microseconds. */
const SAYS_VITALS = encodeURIComponent(`setInterval(() => {
	const { user, system } = process.cpuUsage();
	process.stdout.write('vitals ' + process.memoryUsage.rss() + ' ' + (user + system) + '\\n');
}, 200).unref();`);

/** What one measure runs on; everything that was opened is closed together. */
export class Stage {
	readonly #close: (() => Promise<unknown>)[] = [];

	/** The built atlas, with the data of geodata/ or of another folder. */
	async atlas(geodata?: string): Promise<MeasuredServer> {
		return this.serve(['scripts/serve.js'], geodata === undefined ? {} : { GEODATA_DIR: geodata });
	}

	/** A bare Node server that sends these responses, and knows no others. */
	async bare(recorded: readonly RecordedResponse[]): Promise<MeasuredServer> {
		const folder = await mkdtemp(join(tmpdir(), 'atlas-bare-'));
		this.#close.push(() => rm(folder, { recursive: true, force: true }));
		const file = join(folder, 'answers.json');
		await writeFile(file, JSON.stringify(recorded));
		return this.serve(['--import', 'tsx', 'bench/bare/server.ts', file]);
	}

	/** A server that Node runs with these parameters, on the port in PORT; it says that it is `Listening on` it. */
	async serve(parameters: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<MeasuredServer> {
		const began = performance.now();
		const command = [process.execPath, '--import', `data:text/javascript,${SAYS_VITALS}`, ...parameters] as const;
		const { url, output, stop } = await startCommand(command, ROOT, settings, PATIENCE);
		const startedIn = performance.now() - began;
		this.#close.push(stop);
		const vitals = async () => {
			const before = output().length;
			for (;;) {
				const said = /vitals (\d+) (\d+)\n/.exec(output().slice(before));
				if (said) return { resident: Number(said[1]), processor: Number(said[2]) / 1e6 };
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		};
		return { url, stop, startedIn, vitals };
	}

	/** A folder with a generated dataset. */
	async generated(size: Size): Promise<string> {
		const { path, remove } = await writeGenerated(size);
		this.#close.push(remove);
		return path;
	}

	async browser(): Promise<Browser> {
		const browser = await openBrowser();
		this.#close.push(() => browser.close());
		return browser;
	}

	/** Closes everything, what was opened last first. */
	async close(): Promise<void> {
		for (const close of this.#close.splice(0).reverse()) await close();
	}
}
