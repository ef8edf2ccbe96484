import ts from 'typescript';
import { expect, test } from 'vitest';

const HEAD = 'export interface Criteria {';

/** The files that stay the same, read once. */
const sources = new Map<string, ts.SourceFile>();

/** The places that the compiler names when something is added to `Criteria`: file and exported name, or file alone. */
function namedFor(member: string): string[] {
	const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown };
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ts.sys.getCurrentDirectory());
	const host = ts.createCompilerHost(options);
	const readFile = host.readFile.bind(host);
	host.readFile = (path) => {
		const text = readFile(path);
		return path.endsWith('src/lib/filter/criteria.ts') ? text?.replace(HEAD, `${HEAD}\n\t${member}`) : text;
	};
	const readSource = host.getSourceFile.bind(host);
	host.getSourceFile = (path, ...others) => {
		const known = sources.get(path) ?? readSource(path, ...others);
		if (known && path.includes('node_modules')) sources.set(path, known);
		return known;
	};
	const roots = ROOTS.map((path) => ts.sys.resolvePath(path));
	expect(roots.filter((path) => !ts.sys.fileExists(path))).toEqual([]);
	const program = ts.createProgram(roots, { ...options, noEmit: true, skipLibCheck: true }, host);
	const files = program
		.getSourceFiles()
		.filter(({ fileName }) => /\/(src|tests)\//.test(fileName) && !fileName.includes('node_modules'));
	const named = files.flatMap((file) =>
		program.getSemanticDiagnostics(file).map(({ start = 0 }) => {
			const statement = file.statements.find((one) => one.pos <= start && start < one.end);
			const name = statement && ts.isVariableStatement(statement) && statement.declarationList.declarations[0]?.name;
			const path = file.fileName.slice(ts.sys.getCurrentDirectory().length + 1);
			return name && ts.isIdentifier(name) ? `${path} ${name.text}` : path;
		})
	);
	return [...new Set(named)].sort();
}

/** From here all that asks by criteria is reached, but for the components, which `svelte-check` compiles. */
const ROOTS = [
	'src/lib/app/codec.ts',
	'src/lib/server/api/ogc/api-handler.ts',
	'src/lib/server/pages/page-changes.ts',
	'src/lib/server/store/embedded/embedded-store.ts',
	'tests/server/store/embedded.test.ts'
];

test('a new clause has to have its meaning, its spelling and its words', () => {
	expect(namedFor('confirmed: boolean;')).toEqual([
		'src/lib/filter/clauses.ts CLAUSES',
		'src/lib/filter/criteria.ts EVERYTHING',
		'tests/fixtures/oracle.ts MEANING',
		'tests/server/store/contract.ts'
	]);
});

test('a new list has to have its vocabulary too', () => {
	expect(namedFor('countries: readonly string[] | null;')).toEqual([
		'src/lib/filter/clauses.ts CLAUSES',
		'src/lib/filter/criteria.ts EVERYTHING',
		'src/lib/filter/vocabulary.ts LISTED',
		'tests/fixtures/oracle.ts MEANING',
		'tests/server/store/contract.ts'
	]);
});
