import { describe, expect, it } from 'vitest';
import { describePosition } from '$lib/map/coordinates';
import { metresPerPixel, scaleBar, WORLD_PIXELS, zoomWhere } from '$lib/geometry/ground-scale';

describe('the scale of the ground', () => {
	it('halves with every zoom', () => {
		expect(metresPerPixel(6, 35) / metresPerPixel(7, 35)).toBeCloseTo(2);
	});

	it('shrinks with the cosine of the latitude', () => {
		expect(metresPerPixel(3, 60) / metresPerPixel(3, 0)).toBeCloseTo(0.5);
	});

	it('finds the zoom at which an area is so many pixels wide', () => {
		const zoom = zoomWhere(5000, 35, 28);
		expect(5000 / metresPerPixel(zoom, 35)).toBeCloseTo(28);
	});

	it('finds no zoom for a point', () => {
		expect(zoomWhere(0, 35, 28)).toBe(Infinity);
	});
});

describe('the scale bar', () => {
	it.each([
		[5, 100],
		[9.3, 100],
		[14, 90]
	])('is round and no longer than asked at zoom %d', (zoom, longest) => {
		const { metres, pixels } = scaleBar(zoom, 35, longest);
		expect([1, 2, 5]).toContain(metres / 10 ** Math.floor(Math.log10(metres)));
		expect(pixels).toBeLessThanOrEqual(longest);
		expect(pixels).toBeGreaterThan(longest / 2.6);
		expect(pixels * metresPerPixel(zoom, 35)).toBeCloseTo(metres);
	});

	it('is labelled in kilometres from one kilometre on', () => {
		expect(scaleBar(5.4, 35, 100).label).toBe('100 km');
		expect(scaleBar(14, 35, 100).label).toBe('200 m');
		expect(scaleBar(12, 35, 140).label).toBe('2 km');
		expect(scaleBar(12, 35, 100).label).toBe('1 km');
		expect(scaleBar(13, 35, 70).label).toBe('500 m');
	});
});

describe('a position in words', () => {
	it('has as many decimals as a pixel can tell apart', () => {
		expect(describePosition(35.88659, 34.88902, 6)).toBe('34.89° N 35.89° E');
		expect(describePosition(35.88659, 34.88902, 12)).toBe('34.8890° N 35.8866° E');
		const whole = Math.log2(360 / WORLD_PIXELS / 0.0100001);
		expect(describePosition(35.88659, 34.88902, whole)).toBe('34.89° N 35.89° E');
		expect(describePosition(35.88659, 34.88902, whole + 0.001)).toBe('34.889° N 35.887° E');
	});

	it('names the southern and western halves, and wraps round the world', () => {
		expect(describePosition(-70.5, -33.4, 6)).toBe('33.40° S 70.50° W');
		expect(describePosition(395.5, 10, 6)).toBe('10.00° N 35.50° E');
	});
});
