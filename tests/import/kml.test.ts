import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kmlPositions } from '$lib/import/kml-positions';
import { coordinatesOf, issuesOf, readFixture, readText } from './reading';

const kml = (body: string, attributes = 'xmlns="http://www.opengis.net/kml/2.2"') =>
	readText('x.kml', `<?xml version="1.0"?>\n<kml ${attributes}><Document>\n${body}\n</Document></kml>`);
const point = (coordinates: string, more = '') =>
	`<Placemark>${more}<Point><coordinates>${coordinates}</coordinates></Point></Placemark>`;

describe('positions of KML', () => {
	test.each([
		[
			'three numbers in one run',
			'35.86,34.90,0,35.88,34.92,0,35.90,34.95,0',
			[
				[35.86, 34.9, 0],
				[35.88, 34.92, 0],
				[35.9, 34.95, 0]
			]
		],
		[
			'pairs in one run',
			'20.5,32.5,20.7,32.7',
			[
				[20.5, 32.5],
				[20.7, 32.7]
			]
		],
		[
			'spaces after commas',
			'35.86, 34.90, 0 35.88, 34.92, 0',
			[
				[35.86, 34.9, 0],
				[35.88, 34.92, 0]
			]
		],
		[
			'spaces before commas',
			'35.86 ,34.90 35.88 ,34.92',
			[
				[35.86, 34.9],
				[35.88, 34.92]
			]
		],
		[
			'a line end after a comma',
			'36.0,34.0,0 36.0,\n35.0,0',
			[
				[36, 34, 0],
				[36, 35, 0]
			]
		],
		[
			'commas at the ends of words',
			'35.86,34.90, 35.88,34.92, 35.90,34.95,',
			[
				[35.86, 34.9],
				[35.88, 34.92],
				[35.9, 34.95]
			]
		],
		[
			'no-break spaces',
			'35.86,34.90\u00A035.88,34.92',
			[
				[35.86, 34.9],
				[35.88, 34.92]
			]
		],
		[
			'points without digits before or after them, exponents',
			'.5,34. -3.5e1,+1E1',
			[
				[0.5, 34],
				[-35, 10]
			]
		],
		[
			'heights for some',
			'1,2 1,3,4',
			[
				[1, 2],
				[1, 3, 4]
			]
		]
	])('%s', (_, text, positions) => {
		expect(kmlPositions(text)).toEqual(positions);
	});

	test.each([
		['semicolons', '35.86,34.90;35.88,34.92', '“34.90;35.88” in its coordinates is not a number'],
		['bars', '35.86,34.90|35.88,34.92 35.90,34.95', '“34.90|35.88”'],
		['a run of six, which could be two or three positions', '35.8,34.9,35.9,34.8,35.7,34.7', 'cannot be told apart'],
		['spaces alone', '35.86 34.90', 'cannot be told apart'],
		['decimal commas', '35,86,34,90', 'cannot be told apart'],
		['decimal commas with a zero after them', '35,06 34,90', 'decimal commas'],
		['hemispheres', '35.86E,34.90N', '“35.86E”'],
		['points for thousands', '1.234.567,34.9', '“1.234.567”'],
		['hexadecimal', '0x23,34', '“0x23”'],
		['words for numbers', '35.8,NaN', '“NaN”'],
		['what is beyond all numbers', '1e999,3', '“1e999”'],
		['a number that is missing', '35.8,,3', 'cannot be told apart'],
		['nothing', ' \n', 'empty']
	])('%s are refused', (_, text, words) => {
		expect(kmlPositions(text)).toEqual(expect.stringContaining(words));
	});

	const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -180, max: 180 }).map((value) => value + 0);
	const written = (positions: number[][], comma: string, space: string) =>
		positions
			.map((position) => position.map((value) => String(value).replace(/^(-?\d+)$/, '$1.0')).join(comma))
			.join(space);

	test('of any numbers, with white space wherever GDAL takes it, come back as they were', () => {
		const commas = fc.constantFrom(',', ', ', ' ,', ' , ', ',\n');
		const spaces = fc.constantFrom(' ', '\n', '\t ', '\u00A0');
		const positions = fc.oneof(
			...[2, 3].map((size) =>
				fc.array(fc.array(number, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 6 })
			)
		);
		fc.assert(
			fc.property(positions, commas, spaces, (given, comma, space) => {
				expect(kmlPositions(written(given, comma, space))).toEqual(given);
			}),
			{ numRuns: 2000 }
		);
	});

	test('with one character put in or taken away are read as other whole numbers, or refused: never in part', () => {
		const change = fc.record({ at: fc.nat(40), by: fc.constantFrom('x', ',', '.', '°', 'N', ';', '|', '"', '٣') });
		const positions = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(positions, change, (given, { at, by }) => {
				const text = written(given, ',', ' ');
				const changed = text.slice(0, at) + by + text.slice(at);
				const read = kmlPositions(changed);
				if (typeof read === 'string') return;
				// Every digit of the text stands in the numbers that were read.
				const digits = (words: string) =>
					words
						.replaceAll(/[^\d.e,\s-]/g, '')
						.trim()
						.replace(/,$/, '')
						.split(/[\s,]+/)
						.map(Number);
				expect(read.flat()).toEqual(digits(changed));
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('placemarks', () => {
	test('stand in namespaces that any element around them declares', () => {
		const read = readFixture('valid/kml-ns-on-document.kml');
		expect(coordinatesOf(read)).toEqual([
			[
				[35.86, 34.9, 1],
				[35.87, 34.91, 1]
			],
			[35.9, 34.8]
		]);
		expect(read.features.map(({ when }) => when)).toEqual([{ from: '2024-12-08', to: '2024-12-08' }, null]);
	});

	test('may have prefixes throughout, and those of another name', () => {
		expect(coordinatesOf(readFixture('valid/kml-prefixed.kml'))).toEqual([[35.9, 34.9]]);
		const body =
			'<g:Folder xmlns:g="http://earth.google.com/kml/2.1"><g:name>F</g:name><g:Placemark><g:name>A</g:name><g:Point><g:coordinates>1,2</g:coordinates></g:Point></g:Placemark></g:Folder>';
		const read = kml(body);
		expect(coordinatesOf(read)).toEqual([[1, 2]]);
		expect(read.features[0]!.properties).toEqual({ name: 'A', folder: 'F' });
	});

	test('keep the folders that they stand in, wherever the folder says its name', () => {
		const body = `<Folder><Folder><name>In &amp; <![CDATA[<ner>]]></name>${point('1,2')}</Folder><name>Outer</name>${point('1,3')}</Folder>${point('1,4')}`;
		expect(kml(body).features.map(({ properties }) => properties['folder'])).toEqual([
			'Outer / In & <ner>',
			'Outer',
			undefined
		]);
		const mine = readFixture('valid/kml-mymaps-folders.kml');
		expect(mine.features.map(({ properties }) => properties['folder'])).toEqual(['Confirmed', 'Denied']);
	});

	test('keep fields of one name, all of them', () => {
		const read = readFixture('valid/kml-schemadata.kml');
		expect(read.features.map(({ properties }) => properties)).toEqual([
			{ n: '012', name: 'From data', folder: 'F' },
			{ name: 'Two datas', source: 'Reuters', 'source 2': 'AFP', q: 'yes', folder: 'F' }
		]);
		const own = kml(
			point(
				'1,2',
				'<name>N</name><ExtendedData><Data name="name"><value>M</value></Data><Data name="name"/></ExtendedData>'
			)
		);
		expect(own.features[0]!.properties).toEqual({ name: 'N', 'name 2': 'M', 'name 3': '' });
	});

	test('have times of every kind, and tracks their first and last', () => {
		const body = [
			point('1,2', '<TimeStamp><when>1973-10</when></TimeStamp>'),
			point('1,2', '<gx:TimeSpan xmlns:gx="g"><begin>2011-03-15</begin><end>2011</end></gx:TimeSpan>'),
			'<Placemark><gx:MultiTrack xmlns:gx="g"><gx:Track><when>2019-01-02T10:00:00Z</when><gx:coord>1 2</gx:coord><gx:coord>1 3 9</gx:coord></gx:Track><gx:Track><when>2019-01-01</when><gx:coord>5 6</gx:coord><gx:coord>5 7</gx:coord></gx:Track></gx:MultiTrack></Placemark>'
		].join('');
		const read = kml(body);
		expect(read.features.map(({ when }) => when)).toEqual([
			{ from: '1973-10-01', to: '1973-10-31' },
			{ from: '2011-03-15', to: '2011-12-31' },
			{ from: '2019-01-01', to: '2019-01-02' }
		]);
		expect(read.features[2]!.geometry).toEqual({
			type: 'MultiLineString',
			coordinates: [
				[
					[1, 2],
					[1, 3, 9]
				],
				[
					[5, 6],
					[5, 7]
				]
			]
		});
		expect(read.issueCount).toBe(0);
	});

	test('whose tracks have positions that are none keep the others, and say so', () => {
		const track =
			'<Placemark><gx:Track xmlns:gx="g"><when>2019</when><when>25:61</when><gx:coord>1 2 3</gx:coord><gx:coord>1,2,3</gx:coord></gx:Track></Placemark>';
		const read = kml(track);
		expect(read.features[0]!.geometry).toEqual({ type: 'Point', coordinates: [1, 2, 3] });
		expect(issuesOf(read)).toEqual([
			'<Placemark>, line 3: 1 position of its track was left out, for example “1,2,3”.',
			'<Placemark>, line 3: 1 time of its track was left out, for example “25:61”.'
		]);
	});

	test('of several geometries have one of their kind, or a collection', () => {
		const body = (inner: string) => `<Placemark><MultiGeometry>${inner}</MultiGeometry></Placemark>`;
		const [one, two] = [
			'<Point><coordinates>1,2</coordinates></Point>',
			'<LineString><coordinates>1,2 3,4</coordinates></LineString>'
		];
		const read = kml(body(one + body(one).slice(11, -12)) + body(two + two) + body(one + two) + body(one));
		expect(read.features.map(({ geometry }) => geometry?.type)).toEqual([
			'MultiPoint',
			'MultiLineString',
			'GeometryCollection',
			'Point'
		]);
	});

	test('with two positions in a point keep the first, and say so; with decimal commas they are refused', () => {
		const read = kml(point('35.86,34.90,0 35.99,35.10,0') + point('35,86 34,90'));
		expect(coordinatesOf(read)).toEqual([[35.86, 34.9, 0]]);
		expect(issuesOf(read)).toEqual([
			'<Placemark>, line 3: Its <Point> has 2 positions: the first was taken, as by other programs.',
			'<Placemark>, line 3: Its <Point> has 2 positions, or decimal commas: “35,86 34,90”. It was left out.'
		]);
	});
});

describe('of XML that is broken it is said where, and the rest is read', () => {
	test('an unescaped < or & in a text', () => {
		const read = kml(
			`${point('1,2', '<name>a < 5</name>')}\n${point('1,3', '<name>AT&T &nbsp; x<y</name>')}\n${point('1,4')}`
		);
		expect(read.features.map(({ properties }) => properties['name'])).toEqual(['a < 5', 'AT&T &nbsp; x<y', undefined]);
		expect(issuesOf(read)).toEqual([
			expect.stringMatching(/^Line 3: An unescaped < stands in the text, in “.*name>a < 5/),
			expect.stringMatching(/^Line 4: An unescaped & .* So with 1 more\.$/),
			expect.stringMatching(/^Line 4: “<y<\/name>.*begins like a tag and is none/)
		]);
	});

	test('elements that are not closed, or cross', () => {
		const body = [
			point('1,2'),
			'<Placemark><name>never',
			point('1,3', '<name>next</name>'),
			`<Placemark><name>crossed</Placemark></name>`,
			'</Point>',
			point('1,4')
		].join('\n');
		const read = kml(body);
		expect(coordinatesOf(read)).toEqual([
			[1, 2],
			[1, 3],
			[1, 4]
		]);
		expect(issuesOf(read)).toEqual([
			'Line 4: <Placemark> is not closed before the next one begins in line 5: it was left out.',
			'Line 6: </Placemark> stands where </name> should close what is open. The <Placemark> of line 6 was left out.',
			'Line 7: </Point> closes nothing that is open.'
		]);
	});

	test('prefixes that nothing declares', () => {
		const read = kml(
			`${point('1,2')}\n<Placemark><gx:Track><gx:coord>1 2</gx:coord></gx:Track><x:colour>red</x:colour></Placemark>`
		);
		expect(read.features).toHaveLength(2);
		expect(read.features[1]!.properties).toEqual({ colour: 'red' });
		expect(issuesOf(read)).toEqual([
			expect.stringMatching(/^Line 4: The prefix “gx” is used 2 times and declared nowhere/),
			expect.stringMatching(/^Line 4: The prefix “x” is used once/)
		]);
	});

	test('entities of the file’s own, which could fetch or grow: nothing is read', () => {
		const bomb =
			'<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>';
		const read = readText('x.kml', bomb);
		expect(read.features).toEqual([]);
		expect(issuesOf(read)).toEqual([expect.stringMatching(/^Line 1: A document type/)]);
	});
});

test('what is not kept is counted in words', () => {
	const body = `<name>D</name><Style id="s"/><Style/><Region/><NetworkLink><Link/></NetworkLink><GroundOverlay/>
		<Folder><name>F</name><description>d</description>${point('1,2', '<LookAt/><Style/>').replace('<coord', '<extrude>1</extrude><coord')}</Folder>`;
	expect(issuesOf(kml(body))).toEqual([
		'Not kept: 1 <name> of a Document, 3 styles, 1 region, 1 NetworkLink (it points at another file, and nothing is fetched), 1 picture on the ground (GroundOverlay), 1 <description> of a Folder, 1 drawing setting and 1 view.'
	]);
});
