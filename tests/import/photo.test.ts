import { expect, test } from 'vitest';
import { openOwnFile } from '$lib/import/open-file';

type Tag = [tag: number, type: 2 | 4 | 5, value: string | number | [number, number][]];

/** A JPEG without pixels, with the tags of Exif: of the picture, of how it was taken, and of where. */
function jpeg(image: Tag[], taken: Tag[], gps: Tag[]): Uint8Array {
	const [exifAt, gpsAt] = [8 + sizeOf([...image, [0x8769, 4, 0], [0x8825, 4, 0]]), 0];
	const gpsOffset = exifAt + sizeOf(taken) + gpsAt;
	const tiff = Buffer.concat([
		Buffer.from('II*\0\x08\0\0\0', 'latin1'),
		directory([...image, [0x8769, 4, exifAt], [0x8825, 4, gpsOffset]], 8),
		directory(taken, exifAt),
		directory(gps, gpsOffset)
	]);
	const length = Buffer.alloc(2);
	length.writeUInt16BE(tiff.length + 8);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
		length,
		Buffer.from('Exif\0\0'),
		tiff,
		Buffer.from([0xff, 0xd9])
	]);
}

const dataOf = (value: Tag[2]): Buffer => {
	if (typeof value === 'number') return Buffer.from(new Uint32Array([value]).buffer);
	return typeof value === 'string' ? Buffer.from(`${value}\0`) : Buffer.from(new Uint32Array(value.flat()).buffer);
};
const isLong = (value: Tag[2]) => dataOf(value).length > 4;
const sizeOf = (tags: Tag[]) =>
	6 + 12 * tags.length + tags.reduce((sum, [, , value]) => sum + (isLong(value) ? dataOf(value).length : 0), 0);

function directory(tags: Tag[], at: number): Buffer {
	const head = Buffer.alloc(6 + 12 * tags.length);
	head.writeUInt16LE(tags.length);
	const rest: Buffer[] = [];
	let next = at + head.length;
	for (const [index, [tag, type, value]] of tags.entries()) {
		const data = dataOf(value);
		const entry = 2 + 12 * index;
		head.writeUInt16LE(tag, entry);
		head.writeUInt16LE(type, entry + 2);
		head.writeUInt32LE(type === 2 ? data.length : type === 5 ? data.length / 8 : 1, entry + 4);
		if (isLong(value)) {
			head.writeUInt32LE(next, entry + 8);
			rest.push(data);
			next += data.length;
		} else data.copy(head, entry + 8);
	}
	return Buffer.concat([head, ...rest]);
}

const at = (north: string, latitude: [number, number][], east: string, longitude: [number, number][]): Tag[] => [
	[1, 2, north],
	[2, 5, latitude],
	[3, 2, east],
	[4, 5, longitude]
];
const DAMASCUS = at(
	'N',
	[
		[33, 1],
		[30, 1],
		[4620, 100]
	],
	'E',
	[
		[36, 1],
		[18, 1],
		[0, 1]
	]
);

test('a photograph is a point where it was taken, on its day', async () => {
	const bytes = jpeg([[0x010f, 2, 'Pentax']], [[0x9003, 2, '2024:12:08 10:30:00']], DAMASCUS);
	const { format, features, issues } = await openOwnFile('IMG_1.jpg', bytes);
	expect([format, issues]).toEqual(['Photograph', []]);
	expect(features).toHaveLength(1);
	expect(features[0]).toMatchObject({
		title: 'IMG_1.jpg',
		geometry: { type: 'Point', coordinates: [36.3, 33.5 + 46.2 / 3600] },
		properties: { name: 'IMG_1.jpg', date: '2024-12-08T10:30:00', 'camera make': 'Pentax' },
		when: { from: '2024-12-08', to: '2024-12-08' }
	});
});

test('south and west are negative', async () => {
	const bytes = jpeg(
		[],
		[],
		at(
			'S',
			[
				[33, 1],
				[27, 1],
				[0, 1]
			],
			'W',
			[
				[70, 1],
				[30, 1],
				[0, 1]
			]
		)
	);
	expect((await openOwnFile('x.jpg', bytes)).features[0]!.geometry).toEqual({
		type: 'Point',
		coordinates: [-70.5, -33.45]
	});
});

test.each([
	['without a position', jpeg([], [[0x9003, 2, '2024:12:08 10:30:00']], []), 'it has no position'],
	[
		'without the letters of its hemispheres',
		jpeg(
			[],
			[],
			DAMASCUS.filter(([, type]) => type === 5)
		),
		'not whole'
	],
	[
		'with a fraction of nothing',
		jpeg(
			[],
			[],
			at(
				'N',
				[
					[33, 1],
					[30, 1],
					[46, 0]
				],
				'E',
				[
					[36, 1],
					[18, 1],
					[0, 1]
				]
			)
		),
		'not whole'
	],
	[
		'with seventy minutes',
		jpeg(
			[],
			[],
			at(
				'N',
				[
					[33, 1],
					[70, 1],
					[0, 1]
				],
				'E',
				[
					[36, 1],
					[18, 1],
					[0, 1]
				]
			)
		),
		'not whole'
	],
	['that is cut off', jpeg([], [], DAMASCUS).subarray(0, 50), 'position']
])('a picture %s is refused', async (_, bytes, words) => {
	const { features, issues } = await openOwnFile('x.jpg', bytes);
	expect(features).toEqual([]);
	expect(issues.map(({ message }) => message).join()).toContain(words);
});

test('a date that is none is told', async () => {
	const { features, issues } = await openOwnFile(
		'x.jpg',
		jpeg([], [[0x9003, 2, 'yesterday, in the morning']], DAMASCUS)
	);
	expect(features[0]!.when).toBeNull();
	expect(issues[0]!.message).toContain('“yesterday, in the morning”, which is not a date');
});
