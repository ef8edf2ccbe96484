import { expect, test } from 'vitest';
import { textOf } from './source/files';

interface Locked {
	version?: string;
	integrity?: string;
	resolved?: string;
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> };

// npm leaves out what it could not find for another system, and npm ci then refuses the file, on that system and on ours.
test('package-lock.json has every package that another one names, for every system', () => {
	const lost = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
		Object.keys({ ...dependencies, ...optionalDependencies })
			.filter((name) => !isFoundFrom(path, name))
			.map((name) => `${path} needs ${name}`)
	);
	expect(lost).toEqual([]);
});

test('package-lock.json has a fingerprint for every package', () => {
	const without = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
	expect(without.map(([path]) => path)).toEqual([]);
});

test('package-lock.json takes packages from the public registry only', () => {
	const elsewhere = Object.values(packages).filter(({ resolved = 'https://registry.npmjs.org/' }) => {
		return !resolved.startsWith('https://registry.npmjs.org/');
	});
	expect(elsewhere).toEqual([]);
});

/** Whether a package finds another one where Node looks: beside itself, then in each folder above. */
function isFoundFrom(path: string, name: string): boolean {
	const folders = path.split('/node_modules/');
	for (let depth = folders.length; depth > 0; depth--) {
		if (`${folders.slice(0, depth).join('/node_modules/')}/node_modules/${name}` in packages) return true;
	}
	return `node_modules/${name}` in packages;
}
