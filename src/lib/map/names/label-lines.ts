import { LONGEST_LINE } from '../look';

/** Lines from some word on, and how ill they are of a length. */
interface Broken {
	lines: readonly string[];
	badness: number;
}

/**
 * The lines of a name that would be longer than the longest line, broken between words so that they are of about the same
 * length, as MapLibre breaks them.
 *
 * @param widthOf the width of a text in sizes of its letters
 * @param after what follows the last line, in the same
 */
export function linesOf(name: string, widthOf: (text: string) => number, after = 0): readonly string[] {
	const words = name.split(/\s+/).filter((word) => word !== '');
	const whole = widthOf(name) + after;
	const wanted = whole / Math.max(1, Math.ceil(whole / LONGEST_LINE));
	if (words.length < 2 || wanted === whole) return [name];
	const best: Broken[] = [];
	for (let first = words.length - 1; first >= 0; first--) {
		const ways = words.slice(first).map((_, count): Broken => {
			const next = first + count + 1;
			const rest = best[next] ?? { lines: [], badness: 0 };
			const isLast = next === words.length;
			const line = words.slice(first, next).join(' ');
			const excess = widthOf(line) + (isLast ? after : 0) - wanted;
			// A last line may rather be short than long.
			const weight = isLast ? (excess < 0 ? 0.5 : 2) : 1;
			return { lines: [line, ...rest.lines], badness: weight * excess ** 2 + rest.badness };
		});
		best[first] = ways.reduce((a, b) => (b.badness < a.badness ? b : a));
	}
	return best[0]?.lines ?? [name];
}
