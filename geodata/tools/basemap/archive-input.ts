import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';

/** A published npm package that is too large to be a dependency; `integrity` is npm's own (SHA-512). */
export interface PackageArchive {
	name: string;
	version: string;
	integrity: string;
}

/**
 * One file of a package, fetched with `npm pack` on first use and kept in `cache`.
 * @throws Error where the package is not the one that `integrity` names, or has no such file.
 */
export async function fileOfPackage(archive: PackageArchive, path: string, cache: string): Promise<Buffer> {
	const tarball = await fetched(archive, cache);
	const found = entryOf(gunzipSync(tarball), `package/${path}`);
	if (!found) throw new Error(`${archive.name}@${archive.version} has no file ${path}.`);
	return found;
}

async function fetched({ name, version, integrity }: PackageArchive, cache: string): Promise<Buffer> {
	const file = join(cache, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
	await mkdir(cache, { recursive: true });
	const bytes = await readFile(file).catch(async () => {
		await promisify(execFile)('npm', ['pack', `${name}@${version}`, '--pack-destination', cache, '--silent'], {
			shell: process.platform === 'win32'
		});
		return readFile(file);
	});
	const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
	if (found !== integrity) throw new Error(`${file} is not ${name}@${version}: ${found} instead of ${integrity}.`);
	return bytes;
}

/** A file of a tar archive (POSIX ustar: 512-byte headers, the name at 0 and 345, the size in octal at 124). */
function entryOf(tar: Buffer, wanted: string): Buffer | null {
	const text = (start: number, length: number) => tar.toString('utf8', start, start + length).replace(/\0.*$/s, '');
	for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
		const prefix = text(at + 345, 155);
		const name = (prefix ? `${prefix}/` : '') + text(at, 100);
		const size = parseInt(text(at + 124, 12), 8);
		if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
		at += 512 + Math.ceil(size / 512) * 512;
	}
	return null;
}
