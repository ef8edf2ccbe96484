import './node-version.js';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { install } from './install.js';
import { alone } from './lock.js';
import { passSignalsOn, ROOT, run, runInstalled } from './run.js';

/** What the built server is made of. The data is not: the server reads it when it starts. */
const INPUTS = [
	'src',
	'static',
	'geodata/schema',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

const STAMP = join(ROOT, 'build', '.built-from');

/**
 * Installs and builds what is not installed and built yet; by itself the first thing to run after a clone.
 *
 * @param {() => Promise<void>} [beforeBuilding] runs once the packages are there
 * @returns {Promise<void>} once `build/` holds the server that these sources make
 */
export async function prepare(beforeBuilding) {
	const stop = passSignalsOn();
	await alone(async () => {
		await install();
		await beforeBuilding?.();
		const inputs = fingerprint();
		if (builtFrom() !== inputs) await build(inputs);
	});
	stop();
}

/** @param {string} inputs their fingerprint */
async function build(inputs) {
	console.log('Building the atlas…');
	const began = performance.now();
	rmSync(STAMP, { force: true });
	const code = await runInstalled('vite/bin/vite.js', ['build'], {
		environment: { NODE_ENV: 'production' },
		quiet: true
	});
	if (code !== 0) {
		console.error(`The build ended with ${code}. What it printed above says why.`);
		process.exit(1);
	}
	console.log(`Built in ${((performance.now() - began) / 1000).toFixed(0)} s.`);
	// Written last: a build that was interrupted has no stamp and is made again.
	writeFileSync(STAMP, inputs);
}

function builtFrom() {
	try {
		return readFileSync(STAMP, 'utf8');
	} catch {
		return null;
	}
}

/** SHA-256 over the path and content of every input, and Node's major version. */
function fingerprint() {
	const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
	for (const path of INPUTS.flatMap(filesUnder)) {
		const content = readFileSync(join(ROOT, path));
		hash.update(`\n${path} ${content.length}\n`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} the file itself, or every file of the folder in a fixed order; nothing where there is neither
 */
function filesUnder(path) {
	const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [path];
	return readdirSync(join(ROOT, path))
		.sort()
		.flatMap((name) => filesUnder(`${path}/${name}`));
}

// npm run build: the data is held against its rules as well, so that what was built is what will start.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await prepare(async () => {
		const code = await run(process.execPath, ['--import', 'tsx', 'geodata/tools/cli.ts', 'check']);
		if (code !== 0) process.exit(code);
	});
}
