import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawImage, imageId } from '$lib/map/images';
import { AGES } from '$lib/engine/evidence';
import { type Canvas, middleOf, type Painted, stubCanvases } from './canvas';

const made: Canvas[] = stubCanvases();
beforeEach(() => void made.splice(0));
afterAll(() => vi.unstubAllGlobals());

/** What an image is painted of, and the side of its square in pixels. */
function painted(id: string, pixelRatio: number): { parts: Painted[]; side: number } {
	drawImage(id, pixelRatio);
	const { painted: parts, width: side } = made.pop()!;
	expect(parts).not.toEqual([]);
	return { parts, side };
}

describe.each([1, 1.5, 3])('an image at %d pixels to one', (pixelRatio) => {
	const ids = AGES.flatMap((_, age) => [
		imageId('shape', 'red', 'white', age, 'square'),
		imageId('somewhere-within', 'red', 'white', age)
	]);

	it.each([...ids, imageId('contested', 'black', 'white')])('%s stands in the middle of its square', (id) => {
		const { parts, side } = painted(id, pixelRatio);
		for (const part of parts) expect(middleOf(part)).toEqual([expect.closeTo(side / 2), expect.closeTo(side / 2)]);
	});

	it('of a ring or a sign is not cut at the edges of its square', () => {
		for (const id of [imageId('somewhere-within', 'red', 'white', 0), imageId('contested', 'black', 'white')]) {
			const { parts, side } = painted(id, pixelRatio);
			for (const { op, left, right, line } of parts) {
				const beyond = op === 'stroke' ? line / 2 : 0;
				expect(left - beyond).toBeGreaterThanOrEqual(-1e-9);
				expect(right + beyond).toBeLessThanOrEqual(side + 1e-9);
			}
		}
	});
});

it.each(AGES)('the dashes of a ring meet where it closes: %s', (age) => {
	const { parts } = painted(imageId('somewhere-within', 'red', 'white', AGES.indexOf(age)), 1);
	const { dash, left, right } = parts.at(-1)!;
	const dashes = (Math.PI * (right - left)) / dash.reduce((sum, length) => sum + length, 0);
	expect(dashes).toBeCloseTo(Math.round(dashes));
	expect(Math.min(...dash)).toBeGreaterThan(0);
});

it('a shape is set off by a ground around it, and its edge lies around that', () => {
	const { parts } = painted(imageId('shape', 'red', 'white', 0, 'square'), 2);
	expect(parts.map(({ op, style }) => `${op} ${String(style)}`)).toEqual(['stroke red', 'stroke white', 'fill red']);
	expect(parts[0]!.line).toBeGreaterThan(parts[1]!.line);
});
