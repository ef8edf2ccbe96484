import { parseArgs } from 'node:util';
import type { Wishes } from './source/add-source';

const USAGE = `npm run geodata -- <verb> [options]

  check          hold the data to every rule, and claims against documents that are at hand
  verify         hold every claim, and what we wrote in it, against the documents in a folder
  coverage       count what is covered: paragraphs, claims, features, topics, questions, agents
  rules          list the rules
  add-source     make a source without claims of a document: add-source FILE
  select         print the selector of words in a document: select SOURCE PARAGRAPH "words"
  changes        print what changed between two editions, folders or git revisions: changes FROM TO
  number         give a number to each note that has none
  basemap        build the basemap anew
  outlines       make the geometries of outlines.json anew, from the basemap's borders
  help           say this

  --data DIR      the data folder; else GEODATA_DIR, else geodata
  --sources DIR   the folder of documents; else SOURCES_DIR, else sources
  --id ID         the id of the source that add-source makes
  --preview       says what add-source reads and leaves out, and writes nothing
  --keep 1,3      keeps what add-source leaves out, by the numbers of its preview; --keep all keeps all of it
  --encoding X    the encoding that the document of add-source is in, whatever it says itself: windows-1256
  --write         puts what changes prints into changes.json and CHANGELOG.md, and numbers new notes

It ends with 0 where all is well, 1 where the data breaks a rule, 2 where it was called wrongly.`;

/** What follows the verbs that take more than options. */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
	'add-source': ['FILE'],
	select: ['SOURCE', 'PARAGRAPH', '"words"'],
	changes: ['FROM', 'TO']
};

process.exitCode = await run(process.argv.slice(2));

/** Runs one verb and answers the exit code. */
async function run(args: readonly string[]): Promise<number> {
	const call = parse(args);
	if ('wrong' in call) {
		console.error(`${call.wrong}\n\n${USAGE}`);
		return 2;
	}
	const { verb, operands, data, sources, wishes, write } = call;
	const [first = '', second = '', third = ''] = operands;
	// A verb brings its own libraries: help need not wait for the basemap's.
	switch (verb) {
		case 'check':
			return (await import('./check')).check(data, sources);
		case 'verify':
			return (await import('./verify')).verify(data, sources);
		case 'coverage':
			return (await import('./coverage')).coverage(data);
		case 'rules':
			return (await import('./rules')).rules();
		case 'add-source':
			return (await import('./source/add-source')).addSource(data, sources, first, wishes);
		case 'select':
			return (await import('./source/select')).select(data, sources, [first, second, third]);
		case 'changes':
			return (await import('./changes/changes')).changes(data, [first, second], write);
		case 'number':
			return (await import('./number')).number(data);
		case 'basemap':
			return told(async () => (await import('./basemap/build')).build(console.log));
		case 'outlines':
			return told(async () => (await import('./outlines/outlines')).outlines(data, console.log));
		case 'help':
			console.log(USAGE);
			return 0;
		default:
			console.error(`There is no verb "${verb}".\n\n${USAGE}`);
			return 2;
	}
}

/** Makes something; what keeps it from being made is said without a stack. */
async function told(make: () => Promise<void>): Promise<number> {
	try {
		await make();
		return 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return 1;
	}
}

interface Call {
	verb: string;
	operands: string[];
	data: string;
	sources: string;
	wishes: Wishes;
	write: boolean;
}

function parse(args: readonly string[]): Call | { wrong: string } {
	try {
		const { positionals, values } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				data: { type: 'string' },
				sources: { type: 'string' },
				id: { type: 'string' },
				preview: { type: 'boolean' },
				keep: { type: 'string' },
				encoding: { type: 'string' },
				write: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' }
			}
		});
		const [verb = values.help === true ? 'help' : '', ...operands] = positionals;
		const wanted = Object.hasOwn(OPERANDS, verb) ? (OPERANDS[verb] ?? []) : [];
		if (verb === '') return { wrong: 'Say what to do.' };
		if (values.help === true) return { verb: 'help', operands: [], data: '', sources: '', wishes: {}, write: false };
		if (wanted.length === 0 && operands.length > 0) {
			return { wrong: `One verb at a time: "${operands.join(' ')}" is one too many.` };
		}
		if (operands.length !== wanted.length)
			return { wrong: `After ${verb} come ${wanted.join(' ')}, and nothing else.` };
		const stray = (['id', 'preview', 'keep', 'encoding'] as const).find((option) => values[option] !== undefined);
		if (stray !== undefined && verb !== 'add-source') return { wrong: `--${stray} goes with add-source.` };
		if (values.write === true && verb !== 'changes') return { wrong: '--write goes with changes.' };
		return {
			verb,
			operands,
			write: values.write === true,
			wishes: { id: values.id, isPreview: values.preview, keep: values.keep, encoding: values.encoding },
			data: values.data ?? (process.env['GEODATA_DIR'] || 'geodata'),
			sources: values.sources ?? (process.env['SOURCES_DIR'] || 'sources')
		};
	} catch (error) {
		return { wrong: error instanceof Error ? error.message : String(error) };
	}
}
