import { afterAll, describe, expect, it, vi } from 'vitest';
import { paintSample, SAMPLE } from '$lib/map/legend-sample';
import { CLAUSE } from '$lib/map/layers/clause';
import { LEGEND, AGE_LEGEND, type Sample } from '$lib/map/layers/legend';
import { type Canvas, canvasOf, middleOf, type Painted, stubCanvases } from './canvas';
import { paletteOf } from './palette';

stubCanvases();
afterAll(() => vi.unstubAllGlobals());

const palette = paletteOf('light');
const LAYER = { colour: 'sea', shape: 'square' } as const;
const SAMPLES = [...LEGEND, ...AGE_LEGEND].flatMap(({ words, sample }) =>
	sample.of === 'feature' ? [[words, sample] as const] : []
);
const sampleOf = (asked: string) => SAMPLES.find(([words]) => words.startsWith(asked))![1];

/** What is painted of a sample on a screen of so many pixels to one of CSS. */
function sampled(sample: Sample, devicePixelRatio = 2, manyOwn = false): Canvas {
	vi.stubGlobal('devicePixelRatio', devicePixelRatio);
	const canvas = canvasOf();
	paintSample(canvas as unknown as HTMLCanvasElement, sample, { palette, layer: LAYER, manyOwn });
	return canvas;
}

const areasOf = ({ painted }: Canvas) => painted.filter(({ op }) => op !== 'image');
const iconsOf = ({ painted }: Canvas) => painted.filter(({ op }) => op === 'image');

/** The most that something reaches beyond a canvas, with half of its line. */
const beyond = (parts: readonly Painted[], { width, height }: Canvas) =>
	Math.max(
		...parts.map(({ op, left, top, right, bottom, line }) => {
			const half = op === 'stroke' ? line / 2 : 0;
			return Math.max(-left, -top, right - width, bottom - height) + half;
		})
	);

describe.each(SAMPLES)('the sample of “%s”', (_, sample) => {
	it.each([1, 1.5, 3])('is at least as sharp as the screen, and the same at %d pixels to one', (devicePixelRatio) => {
		const [canvas, twice] = [sampled(sample, devicePixelRatio), sampled(sample)];
		const ratio = canvas.width / SAMPLE.width;
		expect(ratio).toBeGreaterThanOrEqual(devicePixelRatio);
		expect(canvas.height).toBe(SAMPLE.height * ratio);
		const middles = (of: Canvas, scale: number) =>
			of.painted
				.map(middleOf)
				.flat()
				.map((at) => Math.round((at / scale) * 8));
		expect(middles(canvas, ratio)).toEqual(middles(twice, 2));
	});
});

const WITH_AREA = SAMPLES.filter(([of]) => !of.startsWith('A body'));

it.each(WITH_AREA)('the sample of “%s” has its area in the middle of its height, beside the icon', (_, sample) => {
	const canvas = sampled(sample);
	const areas = areasOf(canvas);
	expect(areas).not.toEqual([]);
	for (const area of areas) expect(middleOf(area)[1]).toBe(canvas.height / 2);
	expect(Math.min(...areas.map(({ left }) => left))).toBeGreaterThan(canvas.width / 2 - 6);
	expect(beyond(areas, canvas)).toBeLessThanOrEqual(0);
});

describe('the icon of a sample', () => {
	it('stands in the middle of the height, and left of the area', () => {
		const canvas = sampled(sampleOf('The place itself'));
		const [icon] = iconsOf(canvas);
		expect(middleOf(icon!)[1]).toBe(canvas.height / 2);
		expect(icon!.left).toBeGreaterThanOrEqual(0);
		expect(icon!.right).toBeLessThan(canvas.width / 2);
	});

	it('is alone where a body has no area, and left out where something is there for orientation', () => {
		expect(areasOf(sampled(sampleOf('A body')))).toEqual([]);
		expect(iconsOf(sampled(sampleOf('For orientation')))).toEqual([]);
	});

	it('has the sign of a contradiction only where there is one', () => {
		expect(iconsOf(sampled(sampleOf('Contested')))).toHaveLength(2);
		expect(iconsOf(sampled(sampleOf('The place itself')))).toHaveLength(1);
	});
});

describe('the area of a sample', () => {
	it('is fainter where it is faded, and so is its icon', () => {
		const [chosen, faded] = [sampled(sampleOf('The place itself')), sampled(sampleOf('Faded'))];
		for (const [index, part] of chosen.painted.entries()) {
			expect(part.alpha).toBeGreaterThan(faded.painted[index]!.alpha);
		}
		expect(iconsOf(chosen)[0]!.alpha).toBe(1);
	});

	it('has one outline, and two around the same middle where it is contested', () => {
		const lines = (of: string) => areasOf(sampled(sampleOf(of))).filter(({ op }) => op === 'stroke');
		expect(lines('The place itself')).toHaveLength(1);
		const [inner, outer] = lines('Contested').sort((a, b) => b.left - a.left);
		expect(outer!.left).toBeLessThan(inner!.left - inner!.line);
	});
});

describe('the samples of what a person gave', () => {
	it('are a cross, or a dot where there are many, and an area in ink', () => {
		const [few, many] = [false, true].map((manyOwn) => sampled({ of: 'own' }, 2, manyOwn)) as [Canvas, Canvas];
		expect(iconsOf(few)).toHaveLength(1);
		expect(iconsOf(many)).toHaveLength(0);
		const [ground, dot] = many.painted;
		expect(middleOf(dot!)).toEqual(middleOf(iconsOf(few)[0]!));
		expect(ground!.left).toBeLessThan(dot!.left);
		expect([ground!.style, dot!.style]).toEqual([palette.halo, palette.ink]);
		expect(many.painted.at(-1)).toMatchObject({ op: 'stroke', style: palette.ink, alpha: 1 });
	});

	it('are a dotted outline of the area that the filter asks for', () => {
		const canvas = sampled({ of: 'clause' });
		expect(canvas.painted).toHaveLength(1);
		const [{ dash }] = canvas.painted as [Painted];
		expect(dash[0]).toBeCloseTo(CLAUSE.width);
		expect(dash[1]).toBeGreaterThan(CLAUSE.width);
	});
});
