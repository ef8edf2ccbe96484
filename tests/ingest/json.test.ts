import { describe, expect, test } from 'vitest';
import { child, parseJson, pointersAt } from '$lib/ingest/json';

const VALID = [
	'{}',
	'[]',
	' null\n',
	'-0.5e-3',
	'"\\u00e9\\n\\/"',
	'[1,[2,{"a":[]}],""]',
	'{"a":{"a":1},"b":[true,false]}',
	'"\u2028"'
];
const INVALID = [
	'',
	' ',
	'{',
	'[1',
	'{"a"',
	'{"a":',
	'{"a":1',
	'{"a":1,}',
	'[1,]',
	'[,1]',
	'{,}',
	'{a:1}',
	"{'a':1}",
	'{"a" 1}',
	'{1:1}'
].concat([
	'[1 2]',
	'[1:2]',
	'{"a":1:2}',
	'01',
	'1.',
	'.5',
	'+1',
	'1e',
	'nul',
	'NaN',
	'"\t"',
	'"\\x"',
	'"\\u12"',
	'"a',
	'[1}',
	'{"a":1]',
	']',
	'1 2',
	'{}{}',
	'\u00a01'
]);

describe('JSON is what JSON.parse takes', () => {
	test.each(VALID)('%s', (text) => {
		expect(parseJson('x.json', text)).toEqual({ value: JSON.parse(text) as unknown, issues: [] });
	});

	test.each(INVALID)('not %j', (text) => {
		expect(() => JSON.parse(text) as unknown).toThrow();
		expect(parseJson('x.json', text).issues).toMatchObject([{ rule: 'json-syntax' }]);
	});
});

describe('where JSON breaks off', () => {
	test('is said by line and column, with what stands there and what should', () => {
		const [issue] = parseJson('x.json', '{\n  "a": 1,\n  b: 2\n}').issues;
		expect(issue).toMatchObject({ path: '3:3', message: '"b" stands where a key in double quotes should come.' });
	});

	test('is its end where it ends too soon', () => {
		expect(parseJson('x.json', '[1,\n').issues).toMatchObject([
			{ path: '2:1', message: 'The file ends where a value should come.' }
		]);
	});
});

describe('stricter than JSON', () => {
	test('every key that stands twice is told, also when it is written in another way', () => {
		const { issues, value } = parseJson('x.json', '{"a":1,"b":{"c":1,"c":2},"\\u0061":3}');
		expect(issues.map(({ rule, path }) => [rule, path])).toEqual([
			['json-duplicate-key', '/b/c'],
			['json-duplicate-key', '/a']
		]);
		expect(value).toBeUndefined();
	});

	test('a hundred thousand brackets are refused without a call for each', () => {
		expect(parseJson('x.json', '['.repeat(100_000)).issues).toMatchObject([{ rule: 'json-depth', path: '1:33' }]);
	});

	test('a text of ten million characters is one token', () => {
		expect(parseJson('x.json', `"${'x'.repeat(10_000_000)}"`).issues).toEqual([]);
	});
});

describe('a JSON Pointer', () => {
	test('escapes what has a meaning in it (RFC 6901, section 3)', () => {
		expect(child(child('', 'a/b'), 'm~n')).toBe('/a~1b/m~0n');
	});

	test.each([
		['1', '/a/0'],
		['22', '/a/1/b'],
		['{"b"', '/a/1'],
		['true', '/c'],
		['[1', '/a']
	])('finds %s at %s', (value, pointer) => {
		const text = '{ "a": [1, {"b": 22}], "c": true }';
		const offset = text.indexOf(value);
		expect(pointersAt(text, [offset])).toEqual(new Map([[offset, pointer]]));
	});
});
