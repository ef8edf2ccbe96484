import { describe, expect, test } from 'vitest';
import { geojsonIssues } from '$lib/ingest/geojson-form';

/** The rules that one geometry breaks, and whether it is sound. */
function check(geometry: unknown): { rules: string[]; sound: boolean } {
	const feature = { type: 'Feature', id: 'a', geometry, properties: {} };
	const text = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
	const { issues, sound } = geojsonIssues('x.geojson', text, [{ path: '/features/0', feature }]);
	return { rules: issues.map(({ rule }) => rule), sound: sound.size === 1 };
}

describe('geojson-validation is not asked what it cannot bear', () => {
	test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'Feature', '', 7, null])(
		'the type %j',
		(type) => {
			expect(check({ type, coordinates: [0, 0] })).toEqual({ rules: ['geometry-type'], sound: false });
		}
	);

	test('a member __proto__ of the geometry', () => {
		const geometry: unknown = JSON.parse('{"type":"Point","coordinates":[0,0],"__proto__":{"type":"Polygon"}}');
		expect(check(geometry)).toEqual({ rules: ['geometry-member'], sound: false });
	});

	test('two thousand nested collections end at the second', () => {
		let geometry: unknown = { type: 'Point', coordinates: [0, 0] };
		for (let depth = 0; depth < 2_000; depth++) geometry = { type: 'GeometryCollection', geometries: [geometry] };
		const feature = { geometry };
		const { issues } = geojsonIssues('x.geojson', '{}', [{ path: '/features/0', feature }]);
		expect(issues.map(({ rule }) => rule)).toEqual(['geometry-nested']);
	});

	test('forty thousand bad positions are one issue, and do not take minutes', () => {
		expect(check({ type: 'LineString', coordinates: Array(40_000).fill(['a', 'b']) }).rules).toEqual([
			'geometry-positions'
		]);
	}, 60_000);

	test.each([[[]], [[[]]], [[[[]]]], [null], ['x'], [{}], [7], [[[7]]]])(
		'the coordinates %j of an area',
		(coordinates) => {
			expect(check({ type: 'Polygon', coordinates }).sound).toBe(false);
			expect(check({ type: 'MultiPolygon', coordinates: [coordinates] }).sound).toBe(false);
		}
	);

	test.each([undefined, null, 'x', 7, []])('geometries that are %j', (geometries) => {
		expect(check({ type: 'GeometryCollection', geometries }).sound).toBe(false);
	});
});

describe('one fault is told once', () => {
	test('though geojson-validation and check-geojson both see an open ring', () => {
		const ring = [
			[0, 0],
			[1, 0],
			[1, 1],
			[0, 1]
		];
		expect(check({ type: 'Polygon', coordinates: [ring] }).rules).toEqual(['geojson-structure']);
	});

	test('and a fault of one feature does not hide that of another', () => {
		const features = [
			{ type: 'Feature', id: 'a', geometry: { type: 'Polygon', coordinates: [[]] }, properties: {} },
			{ type: 'Feature', id: 'b', geometry: { type: 'LineString', coordinates: [[0, 0]] }, properties: {} }
		];
		const text = JSON.stringify({ type: 'FeatureCollection', features });
		const unchecked = features.map((feature, index) => ({ path: `/features/${index}`, feature }));
		const { issues } = geojsonIssues('x.geojson', text, unchecked);
		expect(issues.map(({ path }) => path)).toEqual(['/features/0/geometry/coordinates/0', '/features/1/geometry']);
	});
});

test.each([
	{ type: 'Point', coordinates: [0, 0] },
	{ type: 'MultiPoint', coordinates: [[0, 0]] },
	{
		type: 'LineString',
		coordinates: [
			[0, 0],
			[1, 1]
		]
	},
	{
		type: 'MultiLineString',
		coordinates: [
			[
				[0, 0],
				[1, 1]
			]
		]
	},
	{
		type: 'Polygon',
		coordinates: [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 0]
			]
		]
	},
	{
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[0, 0],
					[1, 0],
					[1, 1],
					[0, 0]
				]
			]
		]
	},
	{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0] }] },
	null
])('$type is sound', (geometry) => {
	expect(check(geometry)).toEqual({ rules: [], sound: true });
});
