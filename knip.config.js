/** @type {import('knip').KnipConfig} */
export default {
	entry: [
		'geodata/tools/cli.ts',
		'bench/{*.ts,bare/**/*}',
		'scripts/{start,serve,build,test,geodata,bench,size,mutate}.js'
	],
	project: ['{src,geodata/tools,scripts,tests,bench}/**/*.{js,ts,svelte}', 'src/**/*.css'],
	// svelte-check runs by its path, world-atlas is read by its name.
	ignoreDependencies: ['svelte-check', 'world-atlas'],
	// A type in the signature of an exported function is exported with it.
	ignoreExportsUsedInFile: { interface: true, type: true },
	compilers: {
		css: (text) => [...text.matchAll(/@import\s+['"][^'"]+['"]/g)].map(([line]) => line.slice(1)).join(';\n')
	}
};
