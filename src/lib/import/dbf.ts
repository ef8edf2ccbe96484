import { plainNumber } from './plain-number';

/** The table of a shapefile. */
export interface DbfTable {
	fields: readonly { name: string; type: string }[];
	/** The values of each record, by the order of the fields; null where the record is marked as deleted. */
	records: (readonly unknown[] | null)[];
	/** How many records the header says that there are. */
	said: number;
	/** The encoding of its texts; null where neither the table nor the file beside it names one. */
	encoding: string | null;
}

/** Code pages of dBASE by the byte that names them. */
const PAGES: Readonly<Record<number, string>> = {
	0x03: 'windows-1252',
	0x57: 'windows-1252',
	0x58: 'windows-1252',
	0x59: 'windows-1252',
	0x26: 'ibm866',
	0x65: 'ibm866',
	0xc8: 'windows-1250',
	0xc9: 'windows-1251',
	0xca: 'windows-1254',
	0xcb: 'windows-1253',
	0xcc: 'windows-1257',
	0x7d: 'windows-1255',
	0x7e: 'windows-1256',
	0x13: 'shift_jis',
	0x4d: 'gbk',
	0x4e: 'euc-kr',
	0x4f: 'big5'
};

/** What the text of a .cpg file names: `UTF-8`, `1251`, `ISO 88591`, `CP1256`, `ANSI 1252`. */
function encodingNamed(page: string): string | null {
	const name = page.trim();
	const [, number] =
		/^(?:ANSI[\s_-]*|CP|windows-?)?(1250|1251|1252|1253|1254|1255|1256|1257|1258|874|932|936|949|950|866|65001)$/i.exec(
			name
		) ?? [];
	const byNumber: Readonly<Record<string, string>> = {
		932: 'shift_jis',
		936: 'gbk',
		949: 'euc-kr',
		950: 'big5',
		866: 'ibm866',
		65001: 'utf-8'
	};
	const [, part] = /^(?:ISO[\s_-]*)?8859[\s_-]?(\d{1,2})$/i.exec(name) ?? [];
	const label =
		number !== undefined ? (byNumber[number] ?? `windows-${number}`) : part !== undefined ? `iso-8859-${part}` : name;
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return null;
	}
}

/** A dBASE III table, as a shapefile has it; `page` is the text of the .cpg file. Throws a RangeError where it is cut off. */
export function readDbf(bytes: Uint8Array, page: string | null): DbfTable {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [said, headerLength, recordLength] = [
		view.getUint32(4, true),
		view.getUint16(8, true),
		view.getUint16(10, true)
	];
	const named = page === null ? null : encodingNamed(page);
	const encoding = named ?? PAGES[view.getUint8(29)] ?? null;
	const decoder = new TextDecoder(encoding ?? (isUtf8(bytes.subarray(headerLength)) ? 'utf-8' : 'windows-1252'));
	const fields: { name: string; type: string; length: number }[] = [];
	for (let at = 32; at + 32 <= headerLength && view.getUint8(at) !== 0x0d; at += 32) {
		const name = decoder.decode(bytes.subarray(at, at + 11)).replace(/\0.*$/s, '');
		fields.push({ name, type: String.fromCharCode(view.getUint8(at + 11)), length: view.getUint8(at + 16) });
	}
	const width = fields.reduce((sum, { length }) => sum + length, 1);
	if (recordLength === 0 || width !== recordLength)
		throw new RangeError('The fields do not fit the length of a record.');
	const records: DbfTable['records'] = [];
	for (let at = headerLength; records.length < said && at + recordLength <= bytes.length; at += recordLength) {
		let from = at + 1;
		const values = fields.map(({ type, length }) => {
			const raw = bytes.subarray(from, from + length);
			from += length;
			return valueOf(type, raw, decoder);
		});
		records.push(bytes[at] === 0x2a ? null : values);
	}
	return { fields, records, said, encoding: encoding ?? (decoder.encoding === 'utf-8' ? 'utf-8' : null) };
}

/** The value of a cell: numbers and days where it is wholly one, else its text. */
function valueOf(type: string, raw: Uint8Array, decoder: TextDecoder): unknown {
	const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
	if ((type === 'I' || type === '+') && raw.length === 4) return view.getInt32(0, true);
	if ((type === 'O' || type === 'B') && raw.length === 8) return view.getFloat64(0, true);
	const text = decoder.decode(raw).replaceAll('\0', ' ').trim();
	if (text === '' || /^\*+$/.test(text) || (type === 'D' && /^0+$/.test(text))) return null;
	switch (type) {
		case 'N':
		case 'F': {
			const number = plainNumber(text);
			return Number.isNaN(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)) ? text : number;
		}
		case 'D':
			return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text;
		case 'L':
			return /^[TY]$/i.test(text) ? true : /^[FN]$/i.test(text) ? false : null;
		default:
			return text;
	}
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
