import { describe, expect, it } from 'vitest';
import { uncertaintyCircle } from '$lib/analysis/uncertainty';
import { extentOf } from '$lib/domain/extent';
import { featureWith } from '../fixtures/dataset';

const METRES_PER_DEGREE = 111_195;
const { georeference } = featureWith();

describe('the circle that the true place lies in', () => {
	it('has the uncertainty as its radius around a point', () => {
		const circle = uncertaintyCircle(featureWith({ georeference: { ...georeference, uncertaintyMetres: 2000 } }));
		const [, south, , north] = extentOf(circle!)!;
		expect(((north - south) / 2) * METRES_PER_DEGREE).toBeCloseTo(2000, -1);
		expect((north + south) / 2).toBeCloseTo(34.91, 4);
	});

	it('holds the whole of an area, and the uncertainty around it', () => {
		const geometry = {
			type: 'Polygon' as const,
			coordinates: [
				[
					[35.8, 34.9],
					[35.9, 34.9],
					[35.9, 35],
					[35.8, 35],
					[35.8, 34.9]
				]
			]
		};
		const area = featureWith({ geometry, georeference: { ...georeference, uncertaintyMetres: 3000 } });
		const [west, south, east, north] = extentOf(uncertaintyCircle(area)!)!;
		expect(west).toBeLessThan(35.8 - 3000 / METRES_PER_DEGREE);
		expect(east).toBeGreaterThan(35.9 + 3000 / METRES_PER_DEGREE);
		expect(south).toBeLessThan(34.9 - 3000 / METRES_PER_DEGREE);
		expect(north).toBeGreaterThan(35 + 3000 / METRES_PER_DEGREE);
	});

	it.each([
		['nothing is known of it', null],
		['it is nothing', 0]
	])('is not drawn where %s', (_, uncertaintyMetres) => {
		expect(uncertaintyCircle(featureWith({ georeference: { ...georeference, uncertaintyMetres } }))).toBeNull();
	});

	it('is not drawn around an area that is itself the uncertainty', () => {
		const within = { ...georeference, uncertaintyMetres: 60_000, extent: 'somewhere-within' as const };
		expect(uncertaintyCircle(featureWith({ georeference: within }))).toBeNull();
	});

	it('is not drawn where it would not show beside the area', () => {
		const geometry = {
			type: 'Polygon' as const,
			coordinates: [
				[
					[10, 20],
					[20, 20],
					[20, 30],
					[10, 30],
					[10, 20]
				]
			]
		};
		expect(
			uncertaintyCircle(featureWith({ geometry, georeference: { ...georeference, uncertaintyMetres: 5000 } }))
		).toBeNull();
	});
});
