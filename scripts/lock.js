import { existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './run.js';

const FOLDER = join(ROOT, '.cache');
const FILE = join(FOLDER, 'preparing.lock');

const BEAT = 1_000;
const DEAD_AFTER = 10_000;

/**
 * Does something that only one process at a time may do in this folder: installing and building. A second process waits
 * for the first. The holder touches the lock every second, so that one that was killed is recognised by its silence, in
 * another container too, where process ids say nothing.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(work) {
	mkdirSync(FOLDER, { recursive: true });
	let told = false;
	while (!take()) {
		if (!told) console.log('Waiting for another start in this folder to finish its preparations…');
		told = true;
		await sleep(BEAT / 4);
	}
	const beat = setInterval(() => existsSync(FILE) && utimesSync(FILE, new Date(), new Date()), BEAT);
	const release = () => rmSync(FILE, { force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		clearInterval(beat);
		process.off('exit', release);
		release();
	}
}

function take() {
	try {
		writeFileSync(FILE, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		if (silent()) clear();
		return false;
	}
}

function silent() {
	const found = statSync(FILE, { throwIfNoEntry: false });
	return found !== undefined && Date.now() - found.mtimeMs > DEAD_AFTER;
}

// Renaming succeeds for one process only; whoever comes second finds nothing to rename.
function clear() {
	const aside = `${FILE}.${process.pid}`;
	try {
		renameSync(FILE, aside);
		rmSync(aside, { force: true });
	} catch {
		return;
	}
}
