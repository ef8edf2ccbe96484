import ts from 'typescript';
import { textOf } from './files';

/** One import of a module by a file. */
export interface Import {
	/** As it is written: `./claim`, `$lib/domain/claim`, `node:fs`. */
	module: string;
	/** Whether nothing of it is left when the types are taken away. */
	typeOnly: boolean;
	line: number;
}

const SCRIPT = /(<script\b[^>]*>)([\s\S]*?)<\/script>/g;
const IN_MARKUP = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/**
 * The syntax tree of a TypeScript or Svelte file. Of a Svelte file it is that of its scripts, on the lines where they stand.
 */
export function syntaxOf(path: string): ts.SourceFile {
	const text = path.endsWith('.svelte') ? scriptsOf(textOf(path)) : textOf(path);
	return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Every node of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
	yield node;
	for (const child of node.getChildren()) yield* nodesOf(child);
}

/** The line of a node, from 1. */
export function lineOf(node: ts.Node): number {
	return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** Every import of a file: statements, re-exports, `import()` in scripts, in types and in markup. */
export function importsOf(path: string): Import[] {
	const found: Import[] = [];
	for (const node of nodesOf(syntaxOf(path))) {
		const read = importAt(node);
		if (read) found.push({ ...read, line: lineOf(node) });
	}
	if (path.endsWith('.svelte')) {
		const markup = textOf(path).replace(SCRIPT, '');
		for (const [, module = ''] of markup.matchAll(IN_MARKUP)) found.push({ module, typeOnly: false, line: 0 });
	}
	return found;
}

function importAt(node: ts.Node): Omit<Import, 'line'> | null {
	if (ts.isImportDeclaration(node)) {
		return { module: literal(node.moduleSpecifier), typeOnly: importsTypesOnly(node.importClause) };
	}
	if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
		return { module: literal(node.moduleSpecifier), typeOnly: node.isTypeOnly };
	}
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
		return { module: literal(node.argument.literal), typeOnly: true };
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
		return { module: literal(node.arguments[0]), typeOnly: false };
	}
	return null;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const names = clause.namedBindings;
	if (clause.name || !names || !ts.isNamedImports(names)) return false;
	return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function literal(node: ts.Node): string {
	return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

// What is not script becomes blank lines, so that line numbers stay true.
function scriptsOf(svelte: string): string {
	let text = '';
	let end = 0;
	for (const match of svelte.matchAll(SCRIPT)) {
		const [, tag = '', script = ''] = match;
		text += blank(svelte.slice(end, match.index + tag.length)) + script;
		end = match.index + tag.length + script.length;
	}
	return text;
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}
