import { cpus, loadavg } from 'node:os';
import { api } from './api';
import { clickWork } from './click-work';
import { executedFiles } from './executed-files';
import { type Figure, keepsBound, tableOf } from './report';
import { scriptBytes } from './script-bytes';
import { Stage } from './stage';
import { start } from './start';
import { throughput } from './throughput';
import { timelineDrag } from './timeline-drag';

/** Every measure, by the name that `npm run bench -- <name>` takes. */
const MEASURES: Readonly<Record<string, (stage: Stage) => Promise<Figure[]>>> = {
	'script-bytes': scriptBytes,
	'click-work': clickWork,
	'timeline-drag': timelineDrag,
	throughput,
	api,
	start,
	'executed-files': executedFiles
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0) {
	console.error(`There is no measure “${unknown.join(' ')}”. There are ${Object.keys(MEASURES).join(', ')}.`);
	process.exit(2);
}

let stage = new Stage();
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		ending = true;
		void stage.close().finally(() => process.exit(1));
	});
}

const [processor] = cpus();
console.log(
	`Node ${process.versions.node}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`
);

const broken: string[] = [];
for (const [name, measure] of Object.entries(MEASURES)) {
	if (names.length > 0 && !names.includes(name)) continue;
	const began = performance.now();
	stage = new Stage();
	const figures = await measure(stage).catch(async (error: unknown) => {
		// What fails because its server was stopped at a signal has nothing to say; the process ends when all is closed.
		if (ending) await new Promise(() => undefined);
		await stage.close();
		throw error;
	});
	await stage.close();
	broken.push(...figures.filter((figure) => keepsBound(figure) === false).map(({ what }) => `${name}: ${what.trim()}`));
	console.log(`\n— ${name} — ${((performance.now() - began) / 1000).toFixed(0)} s\n${tableOf(figures)}`);
}

console.log(broken.length === 0 ? '\nEvery bound is kept.' : `\nBroken:\n${broken.join('\n')}`);
process.exit(broken.length === 0 ? 0 : 1);
