// npm run size: how much there is to read. Counts what people maintain: src, scripts and the tools of geodata.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';

const FOLDERS = ['src', 'scripts', 'geodata/tools'];

/** The files of those folders that git knows, or would add. */
function maintained() {
	const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...FOLDERS], {
		encoding: 'utf8'
	});
	return listed.split('\n').filter((file) => /\.(ts|js|svelte)$/.test(file));
}

/**
 * The program text of a file: of a component its scripts.
 * @param {string} file
 * @param {string} text
 */
function programOf(file, text) {
	if (!file.endsWith('.svelte')) return text;
	return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, program]) => program).join('\n');
}

/**
 * The tokens of a program, without space and comments.
 * @param {string} program
 */
function tokensOf(program) {
	const file = ts.createSourceFile('program.ts', program, ts.ScriptTarget.Latest);
	let tokens = 0;
	/** @param {ts.Node} node */
	const count = (node) => {
		const children = node.getChildren(file);
		if (children.length === 0) tokens += node.getWidth(file) > 0 ? 1 : 0;
		else children.forEach(count);
	};
	count(file);
	return tokens;
}

/**
 * The value below which a share of sorted numbers lies.
 * @param {number[]} sorted
 * @param {number} share
 */
const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const files = maintained().flatMap((file) => {
	try {
		return [{ file, text: readFileSync(file, 'utf8') }];
	} catch {
		return []; // deleted, and not yet committed
	}
});
const lines = files.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
const tokens = files.reduce((sum, { file, text }) => sum + tokensOf(programOf(file, text)), 0);
const names = files.filter(({ file }) => file.startsWith('src/lib/')).map(({ file }) => basename(file));
const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
console.log(`files                 ${files.length}`);
console.log(`lines                 ${lines.reduce((sum, count) => sum + count, 0)}`);
console.log(`lines of a file       ${quantile(lines, 0.5)} median, ${quantile(lines, 0.95)} at the 95th percentile`);
console.log(`tokens                ${tokens}`);
console.log(`names that repeat     ${repeated.size} under src/lib`);
