import { describe, expect, test } from 'vitest';
import { coordinatesOf, issuesOf, readText } from './reading';

describe('what stands in other columns than the first pair', () => {
	test('is taken where that pair is empty, and told', () => {
		const elements = [
			{ type: 'node', id: 1, lat: 34.9, lon: 35.8 },
			{ type: 'way', id: 2, center: { lat: 34.8, lon: 35.9 } }
		];
		const reading = readText('overpass.json', JSON.stringify({ version: 0.6, elements }));
		expect(coordinatesOf(reading)).toEqual([
			[35.8, 34.9],
			[35.9, 34.8]
		]);
		expect(issuesOf(reading)).toContain(
			'In one row, “lat”, “lon” are empty: “center.lat”, “center.lon” were taken for the place.'
		);
	});

	test('is told where both are places', () => {
		const reading = readText('ways.csv', 'start_lat,start_lon,end_lat,end_lon\n34.9,35.8,36.1,37.2\n34.9,35.8,,\n');
		expect(coordinatesOf(reading)).toEqual([
			[35.8, 34.9],
			[35.8, 34.9]
		]);
		expect(issuesOf(reading)).toEqual([
			'In one row, a second place stands in “end_lat”, “end_lon”, which is not drawn. Choose these columns in the file’s card to see it.'
		]);
	});

	test('is not told where it is the same place, or none in degrees', () => {
		const text =
			'latitude_wgs84,longitude_wgs84,latitude_utm,longitude_utm,gps_lat,gps_lon\n34.9,35.8,3866000,760000,34.9,35.8\n';
		expect(issuesOf(readText('utm.csv', text))).toEqual([]);
	});
});

describe('both coordinates in one value of a list of records', () => {
	test('by a name that ends with both', () => {
		const segments = [{ visit: { placeLocation: { latLng: '34.9021000°, 35.8623000°' } } }];
		const reading = readText('Timeline.json', JSON.stringify({ semanticSegments: segments }));
		expect(coordinatesOf(reading)).toEqual([[35.8623, 34.9021]]);
		expect(issuesOf(reading)).toEqual([]);
	});

	test('as an address of RFC 5870, which has the latitude first', () => {
		const visits = ['geo:34.902100,35.862300', 'geo:-34.9,-58.4,12;u=35'].map((location) => ({
			visit: { place: location }
		}));
		const reading = readText('location-history.json', JSON.stringify(visits));
		expect(coordinatesOf(reading)).toEqual([
			[35.8623, 34.9021],
			[-58.4, -34.9]
		]);
	});

	test('an address in another system is no place', () => {
		const reading = readText('moon.csv', 'name,place\nA,"geo:34.9,35.8"\nB,"geo:34.9,35.8;crs=moon-2011"\n');
		expect(coordinatesOf(reading)).toEqual([[35.8, 34.9]]);
		expect(reading.issueCount).toBe(1);
	});
});
