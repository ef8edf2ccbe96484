import { describe, expect, test } from 'vitest';
import { readDbf } from '$lib/import/dbf';

/** A table of dBASE III with one field of each of these types, and rows of cells; the first letter of a row marks what is deleted. */
function tableOf(fields: readonly [name: string, type: string, length: number][], rows: readonly string[], page = 0) {
	const header = 32 + 32 * fields.length + 1;
	const length = 1 + fields.reduce((sum, [, , width]) => sum + width, 0);
	const bytes = Buffer.alloc(header + rows.length * length, ' ');
	bytes.fill(0, 0, header);
	bytes.writeUInt32LE(rows.length, 4);
	bytes.writeUInt16LE(header, 8);
	bytes.writeUInt16LE(length, 10);
	bytes[29] = page;
	for (const [place, [name, type, width]] of fields.entries()) {
		bytes.write(`${name}\0rest`, 32 + 32 * place, 'latin1');
		bytes.write(type, 32 + 32 * place + 11);
		bytes[32 + 32 * place + 16] = width;
	}
	bytes[header - 1] = 0x0d;
	for (const [place, row] of rows.entries()) bytes.write(row, header + place * length, 'latin1');
	return new Uint8Array(bytes);
}

/** What a cell of a type is read as. */
const valueOf = (type: string, text: string) => readDbf(tableOf([['A', type, 20]], [` ${text}`]), null).records[0]?.[0];

describe('the cells of a table', () => {
	test.each([
		['N', '12.50', 12.5],
		['N', '-7', -7],
		['F', '1.5', 1.5],
		['N', '9007199254740991', 9_007_199_254_740_991],
		['N', '9007199254740993', '9007199254740993'],
		['N', '1e', '1e'],
		['N', '********', null],
		['N', '', null],
		['D', '20241209', '2024-12-09'],
		['D', '00000000', null],
		['D', '2024', '2024'],
		['L', 'T', true],
		['L', 'y', true],
		['L', 'F', false],
		['L', '?', null],
		['C', ' Port ', 'Port'],
		['C', '00', '00']
	])('of type %s: “%s” is %s', (type, text, value) => {
		expect(valueOf(type, text)).toEqual(value);
	});
});

describe('a table', () => {
	const FIELDS: [string, string, number][] = [
		['NAME', 'C', 8],
		['DAY', 'D', 8],
		['COUNT', 'N', 4]
	];

	test('has its rows by its fields, with a gap where one was deleted', () => {
		const { fields, records, said } = readDbf(
			tableOf(FIELDS, [' Port    202412091234', '*Gone    20241209   1', ' Quay            0042']),
			null
		);
		expect(fields).toMatchObject(FIELDS.map(([name, type]) => ({ name, type })));
		expect(records).toEqual([['Port', '2024-12-09', 1234], null, ['Quay', null, 42]]);
		expect(said).toBe(3);
	});

	test('that is cut off has the rows that are whole', () => {
		const bytes = tableOf(FIELDS, [' Port    202412091234', ' Quay    202412101234']);
		const { records, said } = readDbf(bytes.slice(0, -1), null);
		expect([records.length, said]).toEqual([1, 2]);
	});

	test('whose fields do not fit its rows is refused', () => {
		const bytes = tableOf(FIELDS, []);
		new DataView(bytes.buffer).setUint16(10, 22, true);
		expect(() => readDbf(bytes, null)).toThrow(RangeError);
	});

	test('is in the encoding that is said beside it, or that its own mark says, or that its letters show', () => {
		const bytes = (page: number) => tableOf([['A', 'C', 4]], [' \xe4\xf6'], page);
		expect(readDbf(bytes(0), '1251').records).toEqual([['дц']]);
		expect(readDbf(bytes(0), null).records).toEqual([['äö']]);
		expect(readDbf(tableOf([['A', 'C', 4]], [' \xc3\xa4']), null)).toMatchObject({
			records: [['ä']],
			encoding: 'utf-8'
		});
	});
});
