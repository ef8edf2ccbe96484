import { afterAll, describe, expect, it, vi } from 'vitest';
import { paintClauseSample, paintOwnSample, paintSample, SAMPLE } from '$lib/map/legend-sample';
import { LEGEND, AGE_LEGEND, type Sample } from '$lib/map/layers/legend';
import { type Canvas, canvasOf, middleOf, type Painted, stubCanvases } from './canvas';
import { paletteOf } from './palette';

stubCanvases();
afterAll(() => vi.unstubAllGlobals());

const palette = paletteOf('light');
const LAYER = { colour: 'sea', shape: 'square' } as const;
type FeatureSample = Extract<Sample, { of: 'feature' }>;
const SAMPLES = [...LEGEND, ...AGE_LEGEND].flatMap(({ words, sample }) =>
	sample.of === 'feature' ? [[words, sample] as const] : []
);
const sampleOf = (asked: string) => SAMPLES.find(([words]) => words.startsWith(asked))![1];

function sampled(sample: FeatureSample, pixelRatio = 1): Canvas {
	const canvas = canvasOf();
	paintSample(canvas as unknown as HTMLCanvasElement, sample, palette, LAYER, pixelRatio);
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
	it.each([1, 1.5, 3])('is as sharp as the screen, and the same at %d pixels to one', (pixelRatio) => {
		const [canvas, once] = [sampled(sample, pixelRatio), sampled(sample)];
		expect([canvas.width, canvas.height]).toEqual([SAMPLE.width * pixelRatio, SAMPLE.height * pixelRatio]);
		const middles = (of: Canvas, scale: number) =>
			of.painted
				.map(middleOf)
				.flat()
				.map((at) => Math.round((at / scale) * 8));
		expect(middles(canvas, pixelRatio)).toEqual(middles(once, 1));
	});

	it('has its area in the middle of its height, beside the icon', () => {
		const canvas = sampled(sample);
		const areas = areasOf(canvas);
		for (const area of areas) expect(middleOf(area)[1]).toBe(SAMPLE.height / 2);
		expect(Math.min(...areas.map(({ left }) => left))).toBeGreaterThan(SAMPLE.width / 2 - 3);
		if (areas.length > 0) expect(beyond(areas, canvas)).toBeLessThanOrEqual(0);
	});
});

describe('the icon of a sample', () => {
	it('stands in the middle of the height, and left of the area', () => {
		const [icon] = iconsOf(sampled(sampleOf('The place itself')));
		expect(middleOf(icon!)[1]).toBe(SAMPLE.height / 2);
		expect(icon!.left).toBeGreaterThanOrEqual(0);
		expect(icon!.right).toBeLessThan(SAMPLE.width / 2);
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
		for (const [place, part] of chosen.painted.entries()) {
			expect(part.alpha).toBeGreaterThan(faded.painted[place]!.alpha);
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
		const [few, many] = [canvasOf(), canvasOf()];
		paintOwnSample(few as unknown as HTMLCanvasElement, palette, false, 2);
		paintOwnSample(many as unknown as HTMLCanvasElement, palette, true, 2);
		expect(iconsOf(few)).toHaveLength(1);
		expect(iconsOf(many)).toHaveLength(0);
		const [ground, dot] = many.painted;
		expect(middleOf(dot!)).toEqual(middleOf(iconsOf(few)[0]!));
		expect(ground!.left).toBeLessThan(dot!.left);
		expect([ground!.style, dot!.style]).toEqual([palette.halo, palette.ink]);
		expect(many.painted.at(-1)).toMatchObject({ op: 'stroke', style: palette.ink, alpha: 1 });
	});

	it('are a dotted outline of the area that the filter asks for', () => {
		const canvas = canvasOf();
		paintClauseSample(canvas as unknown as HTMLCanvasElement, palette, 1);
		expect(canvas.painted).toHaveLength(1);
		const [{ dash, line }] = canvas.painted as [Painted];
		expect(dash[0]).toBeCloseTo(line);
		expect(dash[1]).toBeGreaterThan(line);
	});
});
