import './node-version.js';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run, runInstalled } from './run.js';

/** @typedef {{ path: string, version: string, how: string }} Browser */

/**
 * The Chromium or Chrome that the browser tests drive: CHROME_PATH if that is set, else one in a usual place, else the one
 * that playwright-core has downloaded before. Chromium's headless shell goes first: it draws no window around a page, and
 * takes two thirds of the time.
 *
 * @returns {Promise<Browser | null>} null where there is none that runs
 * @throws {Error} where CHROME_PATH names something that does not run
 */
export async function findBrowser() {
	const named = process.env['CHROME_PATH'];
	if (named) {
		const version = versionOf(named);
		if (version === null)
			throw new Error(`CHROME_PATH=${named} is not a browser that runs. Unset it to have one found.`);
		return { path: named, version, how: 'named by CHROME_PATH' };
	}
	for (const path of usualPlaces()) {
		const version = versionOf(path);
		if (version !== null) return { path, version, how: 'found on this machine' };
	}
	const { chromium } = await import('playwright-core');
	const version = versionOf(chromium.executablePath());
	return version === null ? null : { path: chromium.executablePath(), version, how: 'downloaded by playwright-core' };
}

/**
 * The same, and where there is no browser it installs one: on Debian as root the package of the headless shell, elsewhere playwright's.
 *
 * @returns {Promise<Browser | null>} null where none could be installed either
 */
export async function findOrInstallBrowser() {
	const found = await findBrowser();
	if (found) return found;
	console.log('No Chrome or Chromium found. Installing one…');
	if (isDebianRoot()) await installDebianPackages(['chromium-headless-shell', 'fonts-noto-core']);
	else await runInstalled('playwright-core/cli.js', ['install', 'chromium']);
	return findBrowser();
}

/** What GDAL's commands say of their version; null where there are none. */
export function findGdal() {
	return versionOf('ogrinfo');
}

/** The same, and where there are none it installs them if that needs no question: on Debian as root. */
export async function findOrInstallGdal() {
	if (findGdal() === null && isDebianRoot()) {
		console.log('No GDAL found. Installing it…');
		await installDebianPackages(['gdal-bin']);
	}
	return findGdal();
}

/** @param {readonly string[]} names */
async function installDebianPackages(names) {
	const unasked = { environment: { DEBIAN_FRONTEND: 'noninteractive' } };
	await run('apt-get', ['update', '-q'], unasked);
	return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], unasked);
}

// Not Ubuntu: its chromium package only stands in for a snap.
function isDebianRoot() {
	if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
	return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function usualPlaces() {
	switch (process.platform) {
		case 'darwin':
			return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
				(name) => `/Applications/${name}.app/Contents/MacOS/${name}`
			);
		case 'win32':
			return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
				.flatMap((name) => process.env[name] ?? [])
				.flatMap((folder) => [
					join(folder, 'Google/Chrome/Application/chrome.exe'),
					join(folder, 'Chromium/Application/chrome.exe'),
					join(folder, 'Microsoft/Edge/Application/msedge.exe')
				]);
		default:
			return ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].map(
				(name) => `/usr/bin/${name}`
			);
	}
}

/**
 * @param {string} program
 * @returns {string | null} what it says of its version; null where it does not run
 */
function versionOf(program) {
	// On Windows Chrome answers --version by opening a window.
	if (process.platform === 'win32' && program.endsWith('.exe'))
		return existsSync(program) ? 'Chrome or Chromium' : null;
	try {
		return execFileSync(program, ['--version'], { timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] })
			.toString()
			.trim();
	} catch {
		return null;
	}
}
