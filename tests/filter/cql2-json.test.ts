import { describe, expect, test } from 'vitest';
import { parseCql2Json } from '$lib/filter/cql2-json';
import { parseCql2Text } from '$lib/filter/cql2-text';
import { pick, randomOf } from '../fixtures/random';
import { detailOf, withoutPlaces } from './cql2-words';

const NAME = { property: 'name' };
const SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore

const GEOMETRIES: [string, unknown][] = [
	['POINT(1 2)', { type: 'Point', coordinates: [1, 2] }],
	['MULTIPOINT(1 2, 3 4)', { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }], // prettier-ignore
	['LINESTRING(1 2, 3 4)', { type: 'LineString', coordinates: [[1, 2], [3, 4]] }], // prettier-ignore
	['MULTILINESTRING((1 2, 3 4))', { type: 'MultiLineString', coordinates: [[[1, 2], [3, 4]]] }], // prettier-ignore
	['POLYGON((0 0, 1 0, 1 1, 0 0))', { type: 'Polygon', bbox: [0, 0, 1, 1], coordinates: [SQUARE] }],
	['MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)))', { type: 'MultiPolygon', coordinates: [[SQUARE]] }],
	[
		'GEOMETRYCOLLECTION(POINT(1 2))',
		{ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 2] }] }
	]
];

describe('text and JSON mean the same', () => {
	test.each<[string, unknown]>([
		["name = 'x'", { op: '=', args: [NAME, 'x'] }],
		['claims <> -1.5', { op: '<>', args: [{ property: 'claims' }, -1.5] }],
		['contested', { property: 'contested' }],
		['NOT TRUE', { op: 'not', args: [true] }],
		[
			"name = 'x' AND claims > 1 AND (contested OR FALSE)",
			{
				op: 'and',
				args: [
					{ op: '=', args: [NAME, 'x'] },
					{ op: '>', args: [{ property: 'claims' }, 1] },
					{ op: 'or', args: [{ property: 'contested' }, false] }
				]
			}
		],
		["name NOT LIKE 'T\\_%'", { op: 'not', args: [{ op: 'like', args: [NAME, 'T\\_%'] }] }],
		['claims BETWEEN 1 AND 2', { op: 'between', args: [{ property: 'claims' }, 1, 2] }],
		["topics IN ('a','b')", { op: 'in', args: [{ property: 'topics' }, ['a', 'b']] }],
		['name IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [NAME] }] }],
		[
			"CASEI(ACCENTI(name)) = CASEI('X')",
			{
				op: '=',
				args: [
					{ op: 'casei', args: [{ op: 'accenti', args: [NAME] }] },
					{ op: 'casei', args: ['X'] }
				]
			}
		],
		["first_said < DATE('2024-12-08')", { op: '<', args: [{ property: 'first_said' }, { date: '2024-12-08' }] }],
		[
			"T_FINISHEDBY(said, INTERVAL('..', last_said))",
			{ op: 't_finishedBy', args: [{ property: 'said' }, { interval: ['..', { property: 'last_said' }] }] }
		],
		[
			"T_AFTER(said, TIMESTAMP('2024-12-08T10:00:00Z'))",
			{ op: 't_after', args: [{ property: 'said' }, { timestamp: '2024-12-08T10:00:00Z' }] }
		],
		["A_OVERLAPS(topics, ('a', 'b'))", { op: 'a_overlaps', args: [{ property: 'topics' }, ['a', 'b']] }],
		[
			'S_INTERSECTS(geometry, BBOX(170,-20,-170,-10))',
			{ op: 's_intersects', args: [{ property: 'geometry' }, { bbox: [170, -20, -170, -10] }] }
		],
		...GEOMETRIES.map(([wkt, geometry]): [string, unknown] => [
			`S_INTERSECTS(geometry, ${wkt})`,
			{ op: 's_intersects', args: [{ property: 'geometry' }, geometry] }
		])
	])('%s', (text, json) => {
		const [fromText, fromJson] = [parseCql2Text(text), parseCql2Json(JSON.stringify(json, null, 2))];
		expect([fromText.problems, fromJson.problems]).toEqual([undefined, undefined]);
		expect(withoutPlaces(fromJson.filter)).toEqual(withoutPlaces(fromText.filter));
	});

	test('operators of older clients in lower case are known', () => {
		const json = { op: 't_finishedby', args: [{ property: 'said' }, { date: '2024-12-08' }] };
		expect(parseCql2Json(JSON.stringify(json)).filter).toMatchObject({ op: 't_finishedBy' });
	});
});

describe('what is no filter says where and what should stand there', () => {
	test.each<[string, string]>([
		['', 'filter, character 1: the filter ends here, where a value of JSON should come.'],
		['{"op"', 'filter, character 6: the filter ends here, where a colon should come.'],
		['{"op":"=",}', 'filter, character 11: “}” stands here, where a key in double quotes should come.'],
		['[1 2]', 'filter, character 4: “2” stands here, where a comma or “]” should come.'],
		['true false', 'filter, character 6: “false” stands here, where nothing more should come.'],
		["{'op':1}", "filter, character 2: “'” stands here, where a key in double quotes should come."],
		['{"property":"contested","op":">","args":[]}', 'filter, character 30: “op” cannot stand beside “property”.'],
		[
			'{"op":"t_after","args":[{"property":"said"},{"date":"2024-12-08","timezone":"x"}]}',
			'filter, character 77: “timezone” cannot stand beside “date”.'
		],
		['{"op":"=","op":"<","args":[]}', 'filter, character 11: the key "op" stands twice in its object.'],
		['1e999', 'filter, character 1: the number 1e999 is too large.'],
		['3', 'filter, character 1: a condition (an object with op and args) should stand here.'],
		['null', 'filter, character 1: a condition'],
		['{}', 'filter, character 1: an object stands here that has no op.'],
		['{"op":"="}', 'filter, character 1: = should have args.'],
		['{"op":"=","args":[1]}', 'filter, character 1: = should have two args, not 1.'],
		['{"op":"and","args":[true]}', 'filter, character 1: and should have at least two args.'],
		['{"op":"xor","args":[]}', 'filter, character 1: there is no op “xor” here; there are and, or, not'],
		['{"op":"__proto__","args":[]}', 'filter, character 1: there is no op “__proto__” here'],
		['{"op":"=","args":[{"x":1},2]}', 'filter, character 19: an object stands here that is not a property'],
		['{"op":"=","args":[{"op":"avg","args":[]},2]}', 'filter, character 19: “avg” cannot stand here'],
		['{"op":"=","args":[null,2]}', 'filter, character 19: a property, a number'],
		['{"op":"=","args":[{"property":3},2]}', 'filter, character 31: a text in double quotes should stand here.'],
		['{"op":"=","args":[{"date":"2024"},2]}', 'filter, character 27: a date should be a day'],
		['{"op":"=","args":[{"interval":["2025-01-01","2024-01-01"]},2]}', 'an interval should begin before it ends'],
		['{"op":"=","args":[{"type":"Circle"},2]}', 'filter, character 27: “Circle” is no type of a geometry'],
		['{"op":"=","args":[{"type":"Point"},2]}', 'filter, character 19: a geometry of this type should have coordinates'],
		['{"op":"=","args":[{"type":"Point","coordinates":[1,"2"]},2]}', 'filter, character 52: a number should stand'],
		['{"op":"=","args":[{"type":"Point","coordinates":[90,180]},2]}', 'filter, character 49: a position should be'],
		['{"op":"=","args":[{"type":"Polygon","coordinates":[[[0,0],[1,1]]]},2]}', 'a ring of a polygon should have'],
		['{"op":"=","args":[{"type":"Polygon","coordinates":[]},2]}', 'Polygon should have at least one position'],
		['{"op":"=","args":[{"bbox":[1,2,3]},2]}', 'filter, character 27: a bounding box should be']
	])('%s', (text, expected) => {
		expect(detailOf(parseCql2Json(text))).toContain(expected);
	});
});

describe('what is too much is refused before anything recurses', () => {
	test.each([
		['brackets by the hundred thousand', '['.repeat(100_000), 'at most 20000 characters; this one has 100000'],
		['brackets', '['.repeat(10_000), 'filter, character 65: a filter may be nested at most 64 deep.'],
		['NOT', '{"op":"not","args":['.repeat(400), 'nested at most 64 deep'],
		['conditions', JSON.stringify({ op: 'or', args: Array(600).fill(true) }), 'at most 500 conditions'],
		[
			'positions',
			JSON.stringify({
				op: 's_intersects',
				args: [{ property: 'geometry' }, { type: 'MultiPoint', coordinates: Array(1001).fill([1, 2]) }]
			}),
			'at most 1000 positions'
		]
	])('%s', (_, text, expected) => {
		expect(detailOf(parseCql2Json(text))).toContain(expected);
	});
});

test('whatever is written, it is a filter or says why not, and soon', () => {
	const random = randomOf(2107);
	const start = performance.now();
	for (let run = 0; run < 3000; run++) {
		const text = JSON.stringify(anyValue(random, 6));
		const cut = random() < 0.3 ? text.slice(0, random() * text.length) : text;
		const { filter, problems } = parseCql2Json(cut);
		if (!filter) expect(problems[0].detail).toMatch(/^filter, character \d+: [^]*\.$/);
	}
	expect(performance.now() - start).toBeLessThan(5000);
});

/** Any JSON, with the words of CQL2 more often than others. */
function anyValue(random: () => number, depth: number): unknown {
	const kind = random();
	if (depth === 0 || kind < 0.25) {
		return pick<unknown>([1, -2.5, 1e300, 'x', '..', '2024-12-08', 'Point', '__proto__', true, null, ''], random);
	}
	const values = () => Array.from({ length: random() * 4 }, () => anyValue(random, depth - 1));
	if (kind < 0.4) return values();
	if (kind < 0.8) {
		const ops = [
			'and',
			'or',
			'not',
			'=',
			'like',
			'between',
			'in',
			'isNull',
			's_intersects',
			't_after',
			'a_equals',
			'casei'
		];
		return { op: pick(ops, random), args: values() };
	}
	const keys = [
		'property',
		'date',
		'timestamp',
		'interval',
		'type',
		'coordinates',
		'bbox',
		'geometries',
		'constructor'
	];
	return Object.fromEntries(keys.filter(() => random() < 0.25).map((key) => [key, anyValue(random, depth - 1)]));
}
