import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UnreadableDocument } from '../../geodata/tools/source/document';
import { readBytes } from '../../geodata/tools/source/read';
import { randomOf } from '../fixtures/random';

const FOLDER = 'tests/fixtures/documents';
const MUTATIONS = 2000;
const SLOWEST = 5000;

/** Small ones, so that what is tried is the reading and not the size. */
const FILES = readdirSync(FOLDER)
	.filter((name) => name !== 'expected.json')
	.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }))
	.filter(({ bytes }) => bytes.length < 40_000);

/** The bytes with some of them changed, cut out, doubled, or with the beginning of another file among them. */
function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
	const below = (limit: number) => Math.floor(random() * limit);
	let changed = Uint8Array.from(bytes);
	for (let times = 1 + below(4); times > 0; times--) {
		const [at, length] = [below(changed.length), 1 + below(200)];
		const [before, stretch, after] = [changed.slice(0, at), changed.slice(at, at + length), changed.slice(at + length)];
		const other = FILES[below(FILES.length)]?.bytes.slice(0, length) ?? stretch;
		const pieces = [
			[before, stretch.map((byte) => (random() < 0.1 ? below(256) : byte)), after],
			[before, after],
			[before, stretch, stretch, after],
			[before, other, after],
			[before]
		][below(5)] ?? [before];
		changed = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
	}
	return changed;
}

describe(`files of known value, changed ${MUTATIONS} times`, () => {
	test.each(FILES.map(({ name }, index) => [name, index] as const))(
		'%s is read or refused, without a crash, in time',
		async (name, index) => {
			const random = randomOf(index + 1);
			const bytes = FILES[index]?.bytes ?? new Uint8Array();
			for (let times = Math.ceil(MUTATIONS / FILES.length); times > 0; times--) {
				const began = performance.now();
				const outcome = await readBytes(name, mutated(bytes, random)).catch((error: unknown) => error);
				expect(performance.now() - began).toBeLessThan(SLOWEST);
				if (outcome instanceof Error) {
					expect(outcome).toBeInstanceOf(UnreadableDocument);
					// What is a mistake of ours is no sentence about the file.
					expect(outcome.message).not.toMatch(
						/is not a function|of undefined|of null|before initialization|regular expression|is not defined/
					);
				} else expect((outcome as { paragraphs: string[] }).paragraphs.length).toBeGreaterThan(0);
			}
		}
	);
});
