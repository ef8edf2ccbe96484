import type { OwnChoice, OwnReading } from '$lib/domain/own-feature';
import type { Found } from './own-draft';
import { Issues } from './issues';
import { type Kind, kindOf } from './kinds';
import { readingOf, readText } from './read-file';

/**
 * The features of a file of a person's own of any kind, and everything in it that was not read. What reads a kind that few
 * have is loaded when a file of that kind comes. Never rejects for what a file holds.
 */
export async function openOwnFile(name: string, bytes: Uint8Array, choice: OwnChoice = {}): Promise<OwnReading> {
	const issues = new Issues();
	return readingOf(await read(name, bytes, issues, choice), issues, choice);
}

async function read(name: string, bytes: Uint8Array, issues: Issues, choice: OwnChoice): Promise<Found | null> {
	const kind = kindOf(name, bytes);
	if (kind === 'gzip') {
		const { gunzip } = await import('./gunzip');
		const unpacked = await gunzip(bytes);
		if ('problem' in unpacked) return refuse(unpacked.problem, issues);
		const inner = name.replace(/\.gz$/i, '');
		const innerKind = kindOf(inner, unpacked.bytes);
		if (innerKind === 'gzip' || innerKind === 'zip') {
			return refuse('In this compressed file is another archive. Unpack it first.', issues);
		}
		return readKind(innerKind, inner, unpacked.bytes, issues, choice);
	}
	if (kind === 'zip') {
		const { readArchive } = await import('./archive');
		return readArchive(name, bytes, issues, choice, (inner, innerBytes) => {
			const innerKind = kindOf(inner, innerBytes);
			const isArchive = innerKind === 'gzip' || innerKind === 'zip';
			return isArchive
				? Promise.resolve(refuse('In this archive is another archive. Unpack it first.', issues))
				: readKind(innerKind, inner, innerBytes, issues, choice);
		});
	}
	return readKind(kind, name, bytes, issues, choice);
}

/** Reads a file that is no archive. */
async function readKind(
	kind: Exclude<Kind, 'zip' | 'gzip'>,
	name: string,
	bytes: Uint8Array,
	issues: Issues,
	choice: OwnChoice
): Promise<Found | null> {
	if (typeof kind === 'object') return refuse(kind.refused, issues);
	switch (kind) {
		case 'sqlite':
			return (await import('./geopackage')).readGeoPackage(bytes, issues, choice);
		case 'flatgeobuf':
			return (await import('./flatgeobuf')).readFlatGeobuf(bytes, issues, choice);
		case 'picture':
			return (await import('./photo')).readPhoto(name, bytes, issues, choice);
		case 'text':
			return readText(name, bytes, issues, choice);
	}
}

function refuse(message: string, issues: Issues): null {
	issues.add('', message);
	return null;
}
