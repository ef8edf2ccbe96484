// npm test: everything, in the order in which it tells soonest what is wrong. npm run check (--fast): what needs neither a
// build nor a browser. Every step runs, whatever the ones before it found.
import './node-version.js';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { findGdal, findOrInstallBrowser, findOrInstallGdal } from './browser.js';
import { install } from './install.js';
import { alone } from './lock.js';
import { passSignalsOn, ROOT, run, runInstalled } from './run.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, run: () => Promise<Counts> }} Step */

/** @type {Counts} */
const NONE = { passed: 0, failed: 0, skipped: 0 };

const FORMAT = one('format', () => installed('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'));
const LINT = one('lint', () => installed('eslint/bin/eslint.js', '--max-warnings', '0', '.'));
const TYPES = one('types', async () => {
	const synced = await installed('@sveltejs/kit/svelte-kit.js', 'sync');
	return synced || installed('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings');
});
const DEAD_CODE = one('dead code', () => installed('knip/bin/knip.js', '--no-progress'));
const RULES = one('data: every rule', () => geodata('check'));
const SELECTORS = { name: 'data: every selector', run: verify };
const UNIT = { name: 'unit, data and API tests', run: unit };
const BUILD = one('build', () => run(process.execPath, ['scripts/build.js']));
const BROWSER = { name: 'browser tests', run: inBrowser };

/**
 * One after another; within each, lanes side by side, for two cores.
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
const FAST = [[[LINT], [FORMAT, TYPES, DEAD_CODE, RULES, SELECTORS]], [[UNIT]]];
const FULL = [...FAST, [[BUILD]], [[BROWSER]]];

passSignalsOn();
await alone(install);

const total = { ...NONE };
/** @type {string[]} */
const verdicts = [];

for (const lanes of process.argv.includes('--fast') ? FAST : FULL) {
	await Promise.all(
		lanes.map(async (lane) => {
			for (const step of lane) await perform(step);
		})
	);
}

console.log(`\n${verdicts.join('\n')}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped, each with its reason above`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** @param {Step} step */
async function perform(step) {
	const began = performance.now();
	const counts = await step.run();
	total.passed += counts.passed;
	total.failed += counts.failed;
	total.skipped += counts.skipped;
	const verdict = counts.failed > 0 ? 'failed' : counts.passed === 0 ? 'skipped' : 'passed';
	const line = `${verdict.padEnd(8)}${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${step.name}`;
	verdicts.push(line);
	console.log(line);
}

/**
 * A program that is silent unless it fails, so that two at a time do not mix what they print.
 *
 * @param {string} file path under node_modules
 * @param {string[]} parameters
 */
function installed(file, ...parameters) {
	return runInstalled(file, parameters, { quiet: true });
}

/**
 * A step that counts as one test.
 *
 * @param {string} name
 * @param {() => Promise<number>} program gives its exit code
 * @returns {Step}
 */
function one(name, program) {
	return {
		name,
		run: async () => ((await program()) === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 })
	};
}

/** @param {string[]} parameters */
function geodata(...parameters) {
	return run(process.execPath, ['--import', 'tsx', 'geodata/tools/cli.ts', ...parameters], { quiet: true });
}

/** @returns {Promise<Counts>} */
async function verify() {
	const folder = [process.env['SOURCES_DIR'], 'sources', '../shared/sources'].find(
		(path) => path && existsSync(resolve(ROOT, path))
	);
	if (folder) return one('', () => geodata('verify', '--sources', folder)).run();
	console.log(
		'Skipped: the documents are not at hand. Name their folder in SOURCES_DIR to hold every selector against them.'
	);
	return { ...NONE, skipped: 1 };
}

/** @returns {Promise<Counts>} */
async function unit() {
	const gdal = process.argv.includes('--fast') ? findGdal() : await findOrInstallGdal();
	console.log(
		gdal ??
			'Skipped: GDAL is not installed. The tests named “GDAL opens” read exports back with its ogrinfo and ogr2ogr; install gdal-bin to have them run.'
	);
	return vitest('unit', {});
}

/** @returns {Promise<Counts>} */
async function inBrowser() {
	const browser = await findOrInstallBrowser();
	if (!browser) {
		console.error(
			'There is no Chrome or Chromium and none could be installed. Install one, or name one in CHROME_PATH.'
		);
		return { ...NONE, failed: 1 };
	}
	console.log(`${browser.version}, ${browser.how}: ${browser.path}`);
	return vitest('browser', { CHROME_PATH: browser.path });
}

/**
 * Runs one of vitest's projects.
 *
 * @param {'unit' | 'browser'} project
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Counts>}
 */
async function vitest(project, environment) {
	const report = join(ROOT, 'test-results', `${project}.json`);
	rmSync(report, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await runInstalled('vitest/vitest.mjs', ['run', '--project', project, ...reporters], { environment });
	const counts = countsOf(report);
	// An error outside any test, or a run that never came to its report, fails as well.
	return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} report path of vitest's JSON report
 * @returns {Counts} a test file that could not be run counts as one failed test
 */
function countsOf(report) {
	if (!existsSync(report)) return NONE;
	/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
	 *   testResults: { status: string, assertionResults: unknown[] }[] }} */
	const read = JSON.parse(readFileSync(report, 'utf8'));
	const broken = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
	return {
		passed: read.numPassedTests,
		failed: read.numFailedTests + broken.length,
		skipped: read.numPendingTests + read.numTodoTests
	};
}
