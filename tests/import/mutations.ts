import { expect } from 'vitest';
import { randomOf } from '../fixtures/random';
import { readOwnFile } from './reading';

/** A file of which it is known what it says: the places and the days of its features. */
export interface KnownFile {
	name: string;
	bytes: Uint8Array;
	/** Coordinates of its features, as JSON. */
	places: readonly string[];
	/** The days of its features: from/to. */
	days: readonly string[];
	/** What is put into it: signs and letters that make no other number, date or place of one. */
	alphabet: string;
}

/** The longest that a file of a few features may take, in milliseconds. */
const MOST_TIME = 5000;

/**
 * Reads a file that was changed at random `count` times. Nothing throws or hangs, and what is read is what the file said
 * before, or an issue is told. Digits are left alone, and so is a sign: another digit is another number, and nobody can tell.
 */
export function expectMutationsTold(file: KnownFile, count: number, seed: number): void {
	const random = randomOf(seed);
	const text = Array.from(new TextDecoder().decode(file.bytes));
	for (let run = 0; run < count; run++) {
		const changed = mutated(text, file.alphabet, random);
		const isCut = text.join('').startsWith(changed);
		const begun = performance.now();
		const reading = readOwnFile(file.name, new TextEncoder().encode(changed));
		expect(performance.now() - begun, changed).toBeLessThan(MOST_TIME);
		if (reading.issueCount > 0) continue;
		const places = reading.features.flatMap(({ geometry }) =>
			geometry && geometry.type !== 'GeometryCollection' ? [JSON.stringify(geometry.coordinates)] : []
		);
		const days = reading.features.flatMap(({ when }) => (when ? [`${when.from}/${when.to}`] : []));
		expect(
			{
				places: places.filter((location) => !file.places.includes(location)),
				days: days.filter((day) => !file.days.includes(day)),
				// A file that is cut off between two lines is a shorter file.
				lost: isCut ? 0 : Math.max(0, file.places.length - reading.features.length)
			},
			`${file.name}, run ${run} of seed ${seed}: ${changed}`
		).toEqual({ places: [], days: [], lost: 0 });
	}
}

/** A text in which one character that is no digit is put in, taken out or put in place of another, or the end is cut off. */
function mutated(text: readonly string[], alphabet: string, random: () => number): string {
	const pick = (length: number) => Math.floor(random() * length);
	const signs = Array.from(alphabet);
	const one = signs[pick(signs.length)] ?? '';
	const kind = pick(8);
	if (kind === 0) return text.slice(0, pick(text.length)).join('');
	const changeable = text.flatMap((character, at) => (/[\d-]/.test(character) ? [] : [at]));
	const at = kind < 4 ? pick(text.length + 1) : (changeable[pick(changeable.length)] ?? 0);
	const replaced = kind < 4 ? 0 : 1;
	return [...text.slice(0, at), kind === 4 ? '' : one, ...text.slice(at + replaced)].join('');
}
