// npm run mutate -- [seed | seed.number …]: changes one thing of src/lib at a time, and says which changes a test notices. Sixty
// changes a seed: 2 stands for all of the second seed, 2.17 for one of them.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { createVitest } from 'vitest/node';
import { ROOT } from './run.js';

/** @typedef {import('vitest/node').TestSpecification} Test */

const MUTANTS = 60;
const SEEDS = [1, 2, 3];

/** The longest time that a test file may take, in milliseconds: a loop without an end is noticed by it. */
const PATIENCE = 600_000;

/** Asks the compiler what a new clause would need: half a minute, related to nearly everything, and blind to most changes. */
const SPARED = /new-clause/;

/** The browser tests that are asked where no unit test notices, by the folder whose code runs in their page: the first that fits. */
const BROWSER_TESTS = Object.entries({
	'map/': ['dashboard/map', 'dashboard/symbols'],
	'app/drawing': ['dashboard/drawing'],
	'app/own-data': ['dashboard/own-data'],
	'app/': ['dashboard/address', 'dashboard/filters'],
	'ui/timeline/': ['dashboard/time'],
	'ui/api/': ['api-pages'],
	'ui/pages/': ['pages'],
	'ui/': ['dashboard/filters', 'dashboard/own-data']
});

/** What each operator becomes. */
const OPPOSITES = new Map([
	[ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
	[ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
	[ts.SyntaxKind.LessThanToken, '<='],
	[ts.SyntaxKind.LessThanEqualsToken, '<'],
	[ts.SyntaxKind.GreaterThanToken, '>='],
	[ts.SyntaxKind.GreaterThanEqualsToken, '>'],
	[ts.SyntaxKind.AmpersandAmpersandToken, '||'],
	[ts.SyntaxKind.BarBarToken, '&&'],
	[ts.SyntaxKind.PlusToken, '-'],
	[ts.SyntaxKind.MinusToken, '+'],
	[ts.SyntaxKind.AsteriskToken, '/'],
	[ts.SyntaxKind.SlashToken, '*']
]);

/** @typedef {{ file: string, start: number, end: number, instead: string, line: number }} Mutant */

/**
 * All that can be changed in a file: operators, conditions, numbers, truth values.
 * @param {string} file
 * @param {string} text
 * @returns {Mutant[]}
 */
function mutantsOf(file, text) {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	/** @type {Mutant[]} */
	const mutants = [];
	/**
	 * @param {ts.Node} node
	 * @param {string} instead
	 */
	const add = (node, instead) => {
		const start = node.getStart(source);
		mutants.push({ file, start, end: node.end, instead, line: source.getLineAndCharacterOfPosition(start).line + 1 });
	};
	/** @param {ts.Node} node */
	const visit = (node) => {
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
		if (ts.isBinaryExpression(node)) {
			const opposite = OPPOSITES.get(node.operatorToken.kind);
			const joinsText = ts.isStringLiteralLike(node.left) || ts.isStringLiteralLike(node.right);
			if (opposite !== undefined && !joinsText) add(node.operatorToken, opposite);
		} else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
			const condition = ts.isIfStatement(node) ? node.expression : node.condition;
			add(condition, `!(${condition.getText(source)})`);
		} else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
		else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
		else if (ts.isNumericLiteral(node)) add(node, `(${node.text} + 1)`);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return mutants;
}

/**
 * Numbers between 0 and 1 in an order that the seed decides (mulberry32).
 * @param {number} seed
 */
function random(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * The unit tests of a file, those first that are likely to notice: the ones that import it, then those of its folder.
 * @param {string} file
 */
async function testsOf(file) {
	vitest.config.related = [join(folder, file)];
	const near = join(folder, file.replace(/^src\/lib\/(\w+)\/.*/, 'tests/$1/'));
	const path = file.replace(/^src\/(.*)\.ts$/, "$$$1'");
	const rank = (/** @type {Test} */ { moduleId }) =>
		readFileSync(moduleId, 'utf8').includes(path) ? 0 : moduleId.startsWith(near) ? 1 : 2;
	return (await vitest.getRelevantTestSpecifications())
		.filter(({ moduleId, project }) => project.name === 'unit' && !SPARED.test(moduleId))
		.sort((one, other) => rank(one) - rank(other));
}

/** @param {string} file */
async function browserTestsOf(file) {
	const [, names] = BROWSER_TESTS.find(([start]) => file.startsWith(`src/lib/${start}`)) ?? [];
	const found = await Promise.all((names ?? []).map((name) => vitest.globTestSpecifications([`e2e/${name}.test`])));
	for (const [index, files] of found.entries())
		if (files.length === 0) throw new Error(`There is no browser test ${names?.[index]}.`);
	return found.flat();
}

/**
 * Whether all tests of a file pass, and end.
 * @param {Test} test
 */
async function passes(test) {
	const overtime = new AbortController();
	const timer = setTimeout(() => {
		overtime.abort();
		// The second time does not wait for what is running.
		for (let times = 0; times < 2; times++) void vitest.cancelCurrentRun('test-failure');
	}, PATIENCE);
	const { unhandledErrors } = await vitest.runTestSpecifications([test]);
	clearTimeout(timer);
	return !overtime.signal.aborted && unhandledErrors.length === 0 && test.testModule?.ok() === true;
}

/** Builds the copy, whose browser tests are asked next; false where it cannot be built. */
const build = () =>
	new Promise((resolve) => {
		const child = spawn(process.execPath, ['scripts/build.js'], { cwd: folder, stdio: 'ignore' });
		child.on('close', (code) => resolve(code === 0));
	});

/**
 * Whether a test notices a change. A failure counts only where the same test passes without it, right afterwards: where it
 * does not, as one that is bound to a time on a machine that is busy, the next is asked.
 * @param {readonly Test[]} tests
 * @param {(isChanged: boolean) => Promise<unknown>} write
 */
async function notice(tests, write) {
	for (const test of tests) {
		await write(true);
		if (await passes(test)) continue;
		await write(false);
		if (await passes(test)) return true;
		console.log(`fails without a change: ${relative(folder, test.moduleId)}`);
	}
	return false;
}

/** A copy of the project to change files in. */
async function copyOfProject() {
	const folder = await mkdtemp(join(tmpdir(), 'mutants-'));
	for (const entry of await readdir(ROOT)) {
		if (['node_modules', 'test-results', 'sources'].includes(entry)) continue;
		await cp(join(ROOT, entry), join(folder, entry), { recursive: true });
	}
	await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

/** @param {string} folder */
async function programs(folder) {
	const entries = await readdir(join(folder, 'src/lib'), { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.sort();
}

const folder = await copyOfProject();
process.chdir(folder);
const vitest = await createVitest('test', { watch: false, reporters: [{}] });
const given = process.argv.slice(2);
let [noticed, tried] = [0, 0];
try {
	const texts = new Map();
	for (const file of await programs(folder)) texts.set(file, await readFile(join(folder, file), 'utf8'));
	const all = [...texts].flatMap(([file, text]) => mutantsOf(file, text));
	for (const seed of given.length > 0 ? new Set(given.map((one) => parseInt(one))) : SEEDS) {
		const next = random(seed);
		for (let count = 0; count < MUTANTS; count++) {
			const mutant = all[Math.floor(next() * all.length)];
			if (mutant === undefined) throw new Error('There is nothing to change.');
			const name = `${seed}.${count}`;
			if (given.length > 0 && !given.includes(name) && !given.includes(String(seed))) continue;
			const { file, start, end, instead, line } = mutant;
			const text = texts.get(file);
			const write = async (/** @type {boolean} */ isChanged) => {
				await writeFile(join(folder, file), isChanged ? text.slice(0, start) + instead + text.slice(end) : text);
				vitest.invalidateFile(join(folder, file));
			};
			let isNoticed = await notice(await testsOf(file), write);
			const browserTests = isNoticed ? [] : await browserTestsOf(file);
			if (browserTests.length > 0) {
				await write(true);
				isNoticed = !(await build()) || (await notice(browserTests, (isChanged) => write(isChanged).then(build)));
			}
			await write(false);
			[noticed, tried] = [noticed + Number(isNoticed), tried + 1];
			const change = `${file}:${line}: ${text.slice(start, end)} became ${instead}`;
			console.log(`${name} ${isNoticed ? 'noticed    ' : 'NOT noticed'} ${change.replace(/\s+/g, ' ')}`);
		}
	}
} finally {
	await vitest.close();
	await rm(folder, { recursive: true, force: true });
}
console.log(`${noticed} of ${tried} were noticed (${Math.round((100 * noticed) / tried)} %)`);
