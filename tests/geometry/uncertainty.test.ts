import { describe, expect, it } from 'vitest';
import { uncertaintyCircle } from '$lib/geometry/uncertainty';
import { extentOf } from '$lib/domain/extent';
import { featureWith } from '../fixtures/dataset';

const METRES_PER_DEGREE = 111_195;
const { georeference } = featureWith();

describe('the circle that holds all of where a feature may be', () => {
	it('has the uncertainty as its radius around a point', () => {
		const circle = uncertaintyCircle(featureWith({ georeference: { ...georeference, uncertaintyMetres: 2000 } }));
		const [, south, , north] = extentOf(circle!)!;
		expect(((north - south) / 2) * METRES_PER_DEGREE).toBeCloseTo(2000, -1);
		expect((north + south) / 2).toBeCloseTo(34.91, 4);
	});

	it('is drawn around the seat of a body as well', () => {
		const seat = { ...georeference, uncertaintyMetres: 10_000, extent: 'seat' as const };
		const [west, , east] = extentOf(uncertaintyCircle(featureWith({ georeference: seat }))!)!;
		expect((west + east) / 2).toBeCloseTo(35.87, 4);
	});

	it.each([
		['nothing is known of it', null],
		['it is nothing', 0]
	])('is not drawn where %s', (_, uncertaintyMetres) => {
		expect(uncertaintyCircle(featureWith({ georeference: { ...georeference, uncertaintyMetres } }))).toBeNull();
	});

	it.each(['shape', 'somewhere-within'] as const)(
		'is not drawn around an area, which says itself how far it reaches: %s',
		(extent) => {
			const geometry = {
				type: 'Polygon' as const,
				coordinates: [
					[
						[35.8, 34.9],
						[35.9, 34.9],
						[35.9, 35],
						[35.8, 34.9]
					]
				]
			};
			const area = { ...georeference, uncertaintyMetres: 7200, extent };
			expect(uncertaintyCircle(featureWith({ geometry, georeference: area }))).toBeNull();
		}
	);
});
