import './node-version.js';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT, run, runInstalled } from './run.js';

/**
 * Installs what package-lock.json names, when node_modules does not hold it already, and writes the TypeScript settings that
 * say what `$lib` means.
 *
 * @returns {Promise<void>}
 */
export async function install() {
	if (!installed()) await installPackages();
	if (existsSync(join(ROOT, '.svelte-kit/tsconfig.json'))) return;
	const code = await runInstalled('@sveltejs/kit/svelte-kit.js', ['sync']);
	if (code !== 0) process.exit(code);
}

async function installPackages() {
	if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
		console.error(
			'node_modules is a link to a folder that does not match package-lock.json, and npm ci would empty that.'
		);
		process.exit(1);
	}
	console.log('Installing the packages that package-lock.json names…');
	// Development packages too, also where NODE_ENV=production would leave them out: they build the atlas.
	const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
	if (code !== 0) {
		console.error(`npm ci ended with ${code}: the packages could not be installed. What it printed above says why.`);
		process.exit(1);
	}
}

/**
 * Whether node_modules holds package-lock.json's packages in its versions. npm keeps what it last installed in
 * node_modules/.package-lock.json and writes that last, so an interrupted installation does not look finished. Packages
 * for other systems are optional and may be absent.
 */
function installed() {
	const wanted = packagesOf('package-lock.json');
	const present = packagesOf('node_modules/.package-lock.json');
	if (!wanted || !present) return false;
	for (const [path, { version, integrity, optional }] of Object.entries(wanted)) {
		if (path === '') continue;
		const found = present[path];
		if (!found && optional) continue;
		if (found?.version !== version || found?.integrity !== integrity) return false;
	}
	const direct = { ...wanted['']?.dependencies, ...wanted['']?.devDependencies };
	return Object.keys(direct).every((name) => existsSync(join(ROOT, 'node_modules', name, 'package.json')));
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean,
 *   dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockedPackage
 */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null} null where there is no such file or it cannot be read
 */
function packagesOf(file) {
	try {
		/** @type {{ packages: Record<string, LockedPackage> }} */
		const read = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
		return read.packages;
	} catch {
		return null;
	}
}

/** @param {readonly string[]} parameters */
function npm(parameters) {
	// Under `npm start`, npm says where it is; that way no shell is needed on Windows.
	const script = process.env['npm_execpath'];
	if (script?.endsWith('.js')) return run(process.execPath, [script, ...parameters]);
	return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters);
}
