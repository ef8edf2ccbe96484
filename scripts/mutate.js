// npm run mutate -- [seed …]: changes one thing of src/lib at a time, and says how often a test notices. Sixty changes a seed.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import ts from 'typescript';
import { ROOT } from './run.js';

const MUTANTS = 60;
const SEEDS = [1, 2, 3];

/** The longest time that the tests of one mutant may take, in milliseconds: a loop without an end is noticed by it. */
const PATIENCE = 300_000;

/** Rooms whose code runs in a page: where no unit test notices, the journeys of the dashboard are asked. */
const IN_A_PAGE = /^src\/lib\/(map|ui|app)\//;
const JOURNEYS = ['map', 'marks', 'filters', 'time', 'drawing', 'own-data'].map(
	(name) => `tests/e2e/dashboard/${name}.test.ts`
);

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
 * Whether the tests fail in a folder, or do not end.
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<boolean>}
 */
function fails(folder, args) {
	return new Promise((resolve) => {
		const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
		const child = spawn(process.execPath, [vitest, ...args, '--run', '--bail=1', '--passWithNoTests'], {
			cwd: folder,
			stdio: 'ignore',
			detached: true
		});
		const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), PATIENCE);
		child.on('close', (code) => {
			clearTimeout(timer);
			resolve(code !== 0);
		});
	});
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
const given = process.argv.slice(2).map(Number);
let [killed, tried] = [0, 0];
try {
	const texts = new Map();
	for (const file of await programs(folder)) texts.set(file, await readFile(join(folder, file), 'utf8'));
	const all = [...texts].flatMap(([file, text]) => mutantsOf(file, text));
	for (const seed of given.length > 0 ? given : SEEDS) {
		const next = random(seed);
		let ofSeed = 0;
		for (let count = 0; count < MUTANTS; count++) {
			const mutant = all[Math.floor(next() * all.length)];
			if (mutant === undefined) throw new Error('There is nothing to change.');
			const { file, start, end, instead, line } = mutant;
			const text = texts.get(file);
			await writeFile(join(folder, file), text.slice(0, start) + instead + text.slice(end));
			const noticed =
				(await fails(folder, ['related', file, '--project', 'unit'])) ||
				(IN_A_PAGE.test(file) && (await fails(folder, ['--project', 'browser', ...JOURNEYS])));
			await writeFile(join(folder, file), text);
			tried++;
			if (noticed) [killed, ofSeed] = [killed + 1, ofSeed + 1];
			else console.log(`not noticed: ${file}:${line}: ${text.slice(start, end)} became ${instead}`);
		}
		console.log(`seed ${seed}: ${ofSeed} of ${MUTANTS} were noticed`);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
console.log(`${killed} of ${tried} were noticed (${Math.round((100 * killed) / tried)} %)`);
