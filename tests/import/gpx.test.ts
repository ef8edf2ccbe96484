import { describe, expect, test } from 'vitest';
import { coordinatesOf, issuesOf, readFixture, readText } from './reading';

const gpx = (body: string) =>
	readText('x.gpx', `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">\n${body}\n</gpx>`);

describe('degrees', () => {
	test('with decimal commas are read where no degrees of the file have a point', () => {
		const read = readFixture('valid/gpx-decimal-comma.gpx');
		expect(coordinatesOf(read)).toEqual([
			[35.8623, 34.9021, 12.5],
			[
				[35.8623, 34.9021],
				[35.8701, 34.9102],
				[35.879, 34.9155]
			],
			[
				[35.86, 34.9],
				[35.77, 35.51]
			]
		]);
		expect(coordinatesOf(gpx('<wpt lat="-12,5" lon="130"/><wpt lat="0" lon="-0,25"/>'))).toEqual([
			[130, -12.5],
			[-0.25, 0]
		]);
	});

	test('with decimal commas and with points are refused, whole', () => {
		const read = readFixture('invalid/gpx-mixed-comma-and-point.gpx');
		expect(read.features).toEqual([]);
		expect(issuesOf(read)).toEqual([
			expect.stringContaining('Its latitude “50,4711” is not a number. A decimal comma is read only where'),
			expect.stringContaining('Its latitude “1.234.567” is not a number.'),
			expect.stringContaining('Its latitude “34.9abc” is not a number. Its longitude “0x10” is not a number.')
		]);
	});

	test.each(['34.9N', '33.45S', '34°54', '34 54', '1.234,5', '１２', '٣٤', 'Infinity', '1e999', '--3', '0b1', ''])(
		'“%s” is never read in part',
		(lat) => {
			const read = gpx(`<wpt lat="${lat}" lon="35.5"/><wpt lat="1.5" lon="2.5"/>`);
			expect(coordinatesOf(read)).toEqual([[2.5, 1.5]]);
			expect(issuesOf(read)).toHaveLength(1);
		}
	);
});

describe('tracks and routes', () => {
	test('keep the points that are good, and count the others', () => {
		const read = readFixture('invalid/gpx-bad-trackpoint.gpx');
		expect(coordinatesOf(read)).toEqual([
			[
				[35.8, 34.9],
				[35.9, 34.8]
			]
		]);
		expect(issuesOf(read)).toEqual([
			'<trk>, line 1: 3 of its track points were left out. For example: Its latitude “NaN” is not a number.'
		]);
		const route = gpx('<rte><rtept lat="1" lon="2"/><rtept lon="3"/><rtept lat="1" lon="4"/></rte>');
		expect(coordinatesOf(route)).toEqual([
			[
				[2, 1],
				[4, 1]
			]
		]);
		expect(issuesOf(route)).toEqual([
			'<rte>, line 2: 1 of its route points was left out. For example: It has no latitude.'
		]);
	});

	test('follow the way that Garmin’s programs calculated between two points', () => {
		const read = readFixture('valid/gpx-basecamp-route-shape.gpx');
		expect(coordinatesOf(read)).toEqual([
			[
				[35.86, 34.9],
				[36, 34.95],
				[36.1, 35.1],
				[35.95, 35.4]
			]
		]);
		expect(read.features[0]!.properties).toEqual({ name: 'Road' });
	});

	test('of one point are that point, alone or beside others', () => {
		const read = readFixture('invalid/gpx-single-point-track.gpx');
		expect(read.features.map(({ geometry }) => geometry)).toEqual([
			{ type: 'Point', coordinates: [35.86, 34.9] },
			{
				type: 'GeometryCollection',
				geometries: [
					{
						type: 'LineString',
						coordinates: [
							[35.86, 34.9],
							[35.87, 34.91]
						]
					},
					{ type: 'Point', coordinates: [35.77, 35.5] }
				]
			},
			{
				type: 'LineString',
				coordinates: [
					[35.86, 34.9, 1],
					[35.87, 34.91, 2]
				]
			}
		]);
		expect(issuesOf(read)).toEqual(['<trk>, line 3: The track has no points. It was left out.']);
	});

	test('last from their first time to their last; what is no time is told', () => {
		const read = gpx(
			'<trk><trkseg><trkpt lat="1" lon="2"><time>2023-05-06T23:30:00+02:00</time></trkpt><trkpt lat="1" lon="3"><time>6.5.2023</time></trkpt><trkpt lat="1" lon="4"><time>2023-05-07T00:10:00+02:00</time></trkpt></trkseg></trk>'
		);
		expect(read.features[0]!.when).toEqual({ from: '2023-05-06', to: '2023-05-07' });
		expect(issuesOf(read)).toEqual(['Not kept: 1 unread time of track points.']);
	});
});

test('prefixes throughout are as good as none', () => {
	expect(coordinatesOf(readFixture('valid/gpx-prefixed.gpx'))).toEqual([[35.8, 34.9]]);
	const read = readText(
		'x.gpx',
		'<g:gpx xmlns:g="http://www.topografix.com/GPX/1/0"><g:trk><g:trkseg><g:trkpt lat="1" lon="2"/><g:trkpt lat="1" lon="3"/></g:trkseg></g:trk></g:gpx>'
	);
	expect(coordinatesOf(read)).toEqual([
		[
			[2, 1],
			[3, 1]
		]
	]);
});

test('a prefix that nothing declares is told, and what stands behind it is read', () => {
	const read = readFixture('invalid/gpx-garmin-undeclared-gpxx.gpx');
	expect(read.features.map(({ title }) => title)).toEqual(['A', 'B']);
	expect(read.features[0]!.properties).toEqual({ name: 'A', 'gpxx:DisplayMode': 'SymbolAndName' });
	expect(issuesOf(read)).toEqual([expect.stringMatching(/^Line 3: The prefix “gpxx” .* declare it with xmlns:gpxx=/)]);
});

test('what a waypoint says is kept as it stands, twice where it stands twice; an elevation that is no number is text', () => {
	const body =
		'<wpt lat="1" lon="2"><ele>1.234,5</ele><name>A</name><link href="http://a.example"><text>t</text></link><link href="http://b.example"/><extensions><n:camp xmlns:n="n" kind="x">5</n:camp></extensions></wpt>';
	expect(gpx(body).features[0]!.properties).toEqual({
		ele: '1.234,5',
		name: 'A',
		link: 'http://a.example',
		'link text': 't',
		'link 2': 'http://b.example',
		'n:camp': '5',
		'n:camp kind': 'x'
	});
});

test('what is not kept is counted in words', () => {
	const body =
		'<metadata><name>x</name></metadata><trk><trkseg><trkpt lat="1" lon="2"><ele>high</ele><hdop>2</hdop></trkpt><trkpt lat="1" lon="3"><hdop>2</hdop></trkpt></trkseg></trk>';
	expect(issuesOf(gpx(body))).toEqual([
		'Not kept: 1 <metadata> of the file, 1 unread elevation of track points and 2 <hdop> of track points.'
	]);
});
