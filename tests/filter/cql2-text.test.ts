import { describe, expect, test } from 'vitest';
import { parseCql2Text } from '$lib/filter/cql2-text';
import { pick, randomOf } from '../fixtures/random';
import { detailOf, withoutPlaces } from './cql2-words';

const [A, B, C] = ['a', 'b', 'c'].map((name) => ({ op: 'is', args: [{ kind: 'property', name }] }));

describe('what a text means', () => {
	test.each([
		['a AND b OR c', { op: 'or', args: [{ op: 'and', args: [A, B] }, C] }],
		['a or b and c', { op: 'or', args: [A, { op: 'and', args: [B, C] }] }],
		['(a OR b) AND c', { op: 'and', args: [{ op: 'or', args: [A, B] }, C] }],
		['NOT a AND b', { op: 'and', args: [{ op: 'not', args: [A] }, B] }],
		['NOT (a AND b)', { op: 'not', args: [{ op: 'and', args: [A, B] }] }],
		['a AND b AND c', { op: 'and', args: [A, B, C] }]
	])('%s', (text, expected) => {
		expect(meaningOf(text)).toEqual(expected);
	});

	test('every negated form is NOT around the other', () => {
		const of = (text: string) => meaningOf(text);
		expect(of("a NOT LIKE 'x%'")).toEqual(of("NOT a LIKE 'x%'"));
		expect(of('a NOT BETWEEN 1 AND 2 AND b')).toEqual(of('NOT (a BETWEEN 1 AND 2) AND b'));
		expect(of('a NOT IN (1, 2)')).toEqual(of('NOT a IN (1,2)'));
		expect(of('a IS NOT NULL')).toEqual(of('NOT a IS NULL'));
	});

	test('words of the language are read in any case, names as they are', () => {
		expect(meaningOf("Name like casei('x') and TRUE")).toEqual(meaningOf("Name LIKE CASEI('x') AND true"));
		expect(meaningOf('Name = 1')).not.toEqual(meaningOf('name = 1'));
	});

	test.each([
		["'it''s'", "it's"],
		["'it\\'s'", "it's"],
		["'100\\%'", '100\\%'],
		["'a\\\\'", 'a\\\\'],
		["''", ''],
		['\'قال, (x) AND "y"\'', 'قال, (x) AND "y"']
	])('the text %s', (written, value) => {
		expect(meaningOf(`a = ${written}`)).toMatchObject({ args: [{}, { kind: 'text', value }] });
	});

	test.each([
		['3', 3],
		['-3.5', -3.5],
		['+.5', 0.5],
		['5.', 5],
		['1e3', 1000],
		['1.5E-3', 0.0015]
	])('the number %s', (written, value) => {
		expect(meaningOf(`a=${written}`)).toMatchObject({ args: [{}, { kind: 'number', value }] });
	});

	test('a name in double quotes is a property, whatever it says', () => {
		const names = ['and', 'with space', '__proto__', 'POINT', 'DATE'];
		const found = names.map((name) => meaningOf(`"${name}" IS NULL`));
		expect(found).toEqual(names.map((name) => ({ op: 'isNull', args: [{ kind: 'property', name }] })));
	});

	test('names of literals are properties where no bracket follows', () => {
		expect(meaningOf('date = 1 AND point = 2 AND interval = 3')).toMatchObject({ op: 'and' });
	});
});

describe('geometries', () => {
	test.each([
		['POINT(36 34.5)', { type: 'Point', coordinates: [36, 34.5] }],
		['POINT Z (36 34.5 100)', { type: 'Point', coordinates: [36, 34.5] }],
		[
			'MULTIPOINT(1 2, 3 4)',
			{
				type: 'MultiPoint',
				coordinates: [
					[1, 2],
					[3, 4]
				]
			}
		],
		[
			'MULTIPOINT((1 2), (3 4))',
			{
				type: 'MultiPoint',
				coordinates: [
					[1, 2],
					[3, 4]
				]
			}
		],
		[
			'linestring(1 2, 3 4)',
			{
				type: 'LineString',
				coordinates: [
					[1, 2],
					[3, 4]
				]
			}
		],
		[
			'MULTILINESTRING((1 2, 3 4))',
			{
				type: 'MultiLineString',
				coordinates: [
					[
						[1, 2],
						[3, 4]
					]
				]
			}
		],
		[
			'POLYGON((0 0, 1 0, 1 1, 0 0))',
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
			}
		],
		[
			'MULTIPOLYGON(((0 0,1 0,1 1,0 0)))',
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
			}
		],
		[
			'GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))',
			{
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Point', coordinates: [1, 2] },
					{
						type: 'LineString',
						coordinates: [
							[1, 2],
							[3, 4]
						]
					}
				]
			}
		]
	])('%s', (written, value) => {
		expect(meaningOf(`S_INTERSECTS(geometry, ${written})`)).toMatchObject({ args: [{}, { kind: 'geometry', value }] });
	});

	test.each([
		['BBOX(1, 2, 3, 4)', [1, 2, 3, 4]],
		['BBOX(1, 2, -10, 3, 4, 10)', [1, 2, 3, 4]],
		['BBOX(170, -20, -170, -10)', [170, -20, -170, -10]]
	])('%s', (written, value) => {
		expect(meaningOf(`S_INTERSECTS(geometry, ${written})`)).toMatchObject({ args: [{}, { kind: 'extent', value }] });
	});

	test.each([
		['POINT(90 180)', 'character 30: a position should be a longitude from -180 to 180'],
		['POINT(1)', 'a position should have a longitude, a latitude'],
		['POINT()', '“)” stands here, where a number should come'],
		['LINESTRING(1 2)', 'a line should have at least two positions'],
		['POLYGON((0 0, 1 0, 1 1, 0 1))', 'a ring of a polygon should have at least four positions, of which the last'],
		['POLYGON((0 0, 0 0))', 'a ring of a polygon should have at least four positions'],
		['BBOX(1, 2, 3)', 'west, south, east, north in degrees'],
		['BBOX(1, 4, 3, 2)', 'west, south, east, north in degrees'],
		['POINT(1e999 2)', 'the number 1e999 is too large'],
		['CIRCLE(1 2)', 'there is no function “CIRCLE” here']
	])('%s is none', (written, reason) => {
		expect(detailOf(parseCql2Text(`S_INTERSECTS(geometry, ${written})`))).toContain(reason);
	});
});

describe('dates', () => {
	test('a timestamp is the day in UTC that it names', () => {
		expect(meaningOf("a = TIMESTAMP('2024-12-08T23:59:59.999Z')")).toEqual(meaningOf("a = DATE('2024-12-08')"));
	});

	test('an interval has days, moments, open ends and properties', () => {
		expect(meaningOf("T_DURING(a, INTERVAL(first_said, '..'))")).toMatchObject({
			args: [{}, { kind: 'interval', from: { kind: 'property', name: 'first_said' }, to: null }]
		});
		expect(meaningOf("T_DURING(a, INTERVAL('2024-12-08T00:00:00Z', '2025-01-01'))")).toMatchObject({
			args: [{}, { from: { day: '2024-12-08' }, to: { day: '2025-01-01' } }]
		});
	});

	test.each([
		["DATE('2024-02-30')", 'character 10: a date should be a day such as 2024-12-08, not “2024-02-30”'],
		["DATE('2024-12')", 'a date should be a day'],
		['DATE(2024)', '“2024” stands here, where a date in single quotes should come'],
		["TIMESTAMP('2024-12-08T10:00:00+03:00')", 'a moment in UTC'],
		["TIMESTAMP('2024-12-08T24:00:00Z')", 'a moment in UTC'],
		["INTERVAL('2025-01-01', '2024-01-01')", 'an interval should begin before it ends']
	])('%s is none', (written, reason) => {
		expect(detailOf(parseCql2Text(`a = ${written}`))).toContain(reason);
	});
});

describe('what is no filter says where and what should come', () => {
	test.each([
		['', 'filter, character 1: the filter ends here, where a property, a number'],
		['a =', 'filter, character 4: the filter ends here'],
		['a = 1 b', 'filter, character 7: “b” stands here, where AND, OR or the end should come.'],
		['(a = 1', 'filter, character 7: the filter ends here, where “)” should come.'],
		['a = 1)', 'filter, character 6: “)” stands here'],
		["a = 'x", 'filter, character 5: the quote that opens here is never closed.'],
		['a LIKE', 'filter, character 7: the filter ends here'],
		['a NOT 3', 'filter, character 7: “3” stands here, where LIKE, BETWEEN or IN should come.'],
		['a IS 3', 'filter, character 6: “3” stands here, where NULL or NOT NULL should come.'],
		['a BETWEEN 1 OR 2', 'filter, character 13: “OR” stands here, where AND should come.'],
		['a IN 3', 'filter, character 6: “3” stands here, where “(” should come.'],
		['a IN ()', 'filter, character 7: “)” stands here'],
		['3', 'filter, character 2: the filter ends here, where a comparison'],
		[
			'a + 1 = 2',
			'filter, character 3: the atlas does not calculate; compare a property with a value, as in claims > 2'
		],
		['(a + 1) = 2', 'filter, character 4: the atlas does not calculate'],
		['(a) > 2', 'filter, character 5: the atlas does not calculate'],
		['a = (1 + 1)', 'filter, character 8: the atlas does not calculate'],
		['a = 1 * 2', 'filter, character 7: the atlas does not calculate'],
		['a BETWEEN (1 + 1) AND 3', 'filter, character 14: the atlas does not calculate'],
		['(a div 2) = 1', 'filter, character 4: the atlas does not calculate'],
		['and = 1', 'filter, character 1: “and” stands here'],
		['a = €', 'filter, character 5: “€” stands here'],
		['S_WITHIN(a, b)', 'filter, character 1: there is no function “S_WITHIN” here; there are']
	])('%j', (text, expected) => {
		expect(detailOf(parseCql2Text(text))).toContain(expected);
	});
});

describe('what is too much is refused before anything recurses', () => {
	test.each([
		['brackets', `${'('.repeat(40)}a${')'.repeat(40)}`, 'nested at most 32 deep'],
		['NOT', `${'NOT '.repeat(40)}a`, 'nested at most 32 deep'],
		['CASEI', `${'CASEI('.repeat(40)}a${')'.repeat(40)} = 'x'`, 'nested at most 32 deep'],
		['collections', `S_INTERSECTS(a, ${'GEOMETRYCOLLECTION('.repeat(40)}POINT(1 2)`, 'nested at most 32 deep'],
		['brackets by the hundred thousand', '('.repeat(100_000), 'at most 4000 characters; this one has 100000'],
		['conditions', Array.from({ length: 300 }, () => 'a').join(' OR '), 'at most 500 conditions'],
		['values of a list', `a IN (${Array.from({ length: 600 }, () => '1').join()})`, 'at most 500 conditions']
	])('%s', (_, text, expected) => {
		expect(detailOf(parseCql2Text(text))).toContain(expected);
	});
});

test('whatever is written, it is a filter or says why not, and soon', () => {
	const random = randomOf(2106);
	const words =
		"a b AND OR NOT ( ) , = <> < >= 'x' ' \" 3 -1 . LIKE IN IS NULL BETWEEN CASEI( POINT( POLYGON(( BBOX( S_INTERSECTS( T_AFTER( INTERVAL( DATE( '2024-12-08' '..' TRUE \\ % é 😀 [ { \n";
	const [pieces, start] = [words.split(' '), performance.now()];
	for (let run = 0; run < 3000; run++) {
		const text = Array.from({ length: random() * 40 }, () => pick(pieces, random)).join(random() < 0.8 ? ' ' : '');
		const { filter, problems } = parseCql2Text(text);
		if (!filter) expect(problems[0].detail).toMatch(/^filter, character \d+: [^]*\.$/);
	}
	expect(performance.now() - start).toBeLessThan(5000);
});

function meaningOf(text: string): unknown {
	const { filter, problems } = parseCql2Text(text);
	expect(problems).toBeUndefined();
	return withoutPlaces(filter);
}
