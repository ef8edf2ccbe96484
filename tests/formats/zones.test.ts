import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const SCRIPT = `
import { CITATION_FORMATS, CITATION_STYLES } from '$lib/formats/citation-registry';
import { plainText } from '$lib/formats/citation-format';
import { noonOf } from '$lib/formats/feed';
import { atlasReference, sourceReference } from '$lib/formats/reference';
const source = { id: 'wire', title: 'Ships', unmapped: [], document: { file: '', sha256: '', paragraphs: 1 } };
const record = { id: 'wire', type: 'report', title: 'Ships', issued: { raw: '2024-12-31/2025-01-01' } };
const info = { title: 'Atlas', creator: 'We', version: '1.0.0', date: '2025-01-01', licence: { name: 'CC0' } };
const part = { id: 'atlas', title: null, address: 'http://atlas.example/' };
const references = [sourceReference({ ...source, record }), atlasReference(info, part, '2024-12-31')];
console.log(new Date(2024, 0, 1).getTimezoneOffset());
console.log(JSON.stringify([
	...CITATION_STYLES.flatMap((style) => references.map((reference) => plainText(style.entry(reference)))),
	...CITATION_FORMATS.map((format) => format.serialise(references).match(/\\b202[45]\\b[-\\/\\d]*/g)),
	noonOf('2024-12-31')
]));`;

test.each([
	['Pacific/Kiritimati', '-840'],
	['America/New_York', '300'],
	['UTC', '0']
])(
	'the days of citations and feeds are the same in %s',
	(zone, offset) => {
		const { stdout, stderr } = spawnSync(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '--eval', SCRIPT],
			{ env: { ...process.env, TZ: zone }, encoding: 'utf8' }
		);
		expect(stderr).toBe('');
		const [here, written = ''] = stdout.split('\n');
		expect(here).toBe(offset);
		expect(JSON.parse(written)).toEqual([
			'Ships. (2024, December 31–2025, January 1).',
			'We. (2025). Atlas (Version 1.0.0) [Data set]. Retrieved December 31, 2024, from http://atlas.example/',
			'Ships. December 31, 2024–January 1, 2025.',
			'We. Atlas. Version 1.0.0. January 1, 2025. Accessed December 31, 2024. http://atlas.example/.',
			['2024', '2024-12-31/2025-01-01', '2025', '2025-01-01', '2024-12-31'],
			['2024', '2024///', '2024', '2025', '2025', '2025/01/01/', '2024/12/31/'],
			['2024', '2025', '2025', '2024'],
			'2024-12-31T12:00:00Z'
		]);
	},
	30_000
);
