import { parseHTML } from 'linkedom';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Geometry } from 'geojson';
import type { PlacedFeature } from '$lib/domain/feature';
import { claimWith, datasetWith, featureWith, generateDataset } from '../fixtures/dataset';
import { exportText, matchesOf } from './export-text';
import { datasetSaying, HOSTILE, mixedTexts } from './hostile';

interface Element {
	name: string;
	text: string;
	attributes: Record<string, string>;
}

test('there is a placemark for each feature, in a folder for its layer', async () => {
	const dataset = generateDataset({ features: 30, claims: 90, seed: 2 });
	const elements = read(await exportText('kml', dataset));
	const matches = await matchesOf(dataset);
	expect(textsOf(elements, 'Placemark/name')).toEqual(matches.map(({ feature }) => feature.name));
	expect(new Set(textsOf(elements, 'Folder/name'))).toEqual(
		new Set(matches.map(({ feature }) => feature.layer.replace('layer-', 'Layer ')))
	);
});

test('a place that is only somewhere within has its own style, and says so', async () => {
	const elements = read(await exportText('kml', datasetWith()));
	expect(textsOf(elements, 'Placemark/styleUrl')).toEqual(['#shape', '#somewhere-within', '#shape', '#shape']);
	expect(textsOf(elements, 'Placemark/description')[1]).toMatch(
		/^It is somewhere within the area drawn\.\nIt lies within 60 km of the middle of what is drawn\.\n/
	);
	expect(textsOf(elements, 'Placemark/description')[2]).toMatch(/^Not drawn: the sources do not say where it is/);
});

test('a body has a pin of its own at its seat, and is told from a place', async () => {
	const { georeference } = featureWith();
	const body = (geometry: Geometry | null) =>
		featureWith({
			geometry,
			georeference: { ...georeference, extent: 'seat', uncertaintyMetres: geometry && 10_000 }
		});
	const written = async (feature: PlacedFeature) =>
		read(await exportText('kml', datasetWith({ features: [feature], claims: [claimWith()] })));
	const seated = await written(body({ type: 'Point', coordinates: [36.29, 33.51] }));
	expect(textsOf(seated, 'Placemark/styleUrl')).toEqual(['#seat']);
	expect(textsOf(seated, 'Placemark/description')[0]).toMatch(
		/^A body, not a place: what is drawn is where it sits\.\nIt sits within 10 km of the point drawn\.\n/
	);
	expect(textsOf(await written(body(null)), 'Placemark/description')[0]).toMatch(
		/^A body, not a place; no source here says where it sits, so it is not drawn\.\n/
	);
});

test('each claim stands in the description, with who said it, when and where', async () => {
	const [description = ''] = textsOf(read(await exportText('kml', datasetWith())), 'Placemark/description');
	expect(description).toContain(
		'1. Ships left the harbour. Anna Öz (said) > The Agency (reported), 9 Dec 2024. Ships leave, paragraph 1, passage not looked up: https://atlas.example/sources/wire#c-1'
	);
});

test('the file says what it holds, under which licence, and how to cite it', async () => {
	const [description = ''] = textsOf(read(await exportText('kml', datasetWith())), 'Document/description');
	expect(description).toContain('Version 1.2.0 of 2025-01-02. 4 features with 3 claims: all features and claims.');
	expect(description).toContain('https://creativecommons.org/licenses/by/4.0/');
	expect(description).toContain('Cite as: The testers: Small coast.');
});

const POINT: Geometry = { type: 'Point', coordinates: [1, 2] };
const RING = [
	[
		[0, 0],
		[4, 0],
		[4, 4],
		[0, 0]
	],
	[
		[1, 0.5],
		[2, 0.5],
		[2, 1],
		[1, 0.5]
	]
];

test.each<[Geometry, string[]]>([
	[POINT, ['1,2']],
	[{ type: 'LineString', coordinates: RING[1]! }, ['1,0.5 2,0.5 2,1 1,0.5']],
	[{ type: 'Polygon', coordinates: RING }, ['0,0 4,0 4,4 0,0', '1,0.5 2,0.5 2,1 1,0.5']],
	[{ type: 'MultiPoint', coordinates: RING[1]!.slice(0, 2) }, ['1,0.5', '2,0.5']],
	[{ type: 'MultiLineString', coordinates: RING }, ['0,0 4,0 4,4 0,0', '1,0.5 2,0.5 2,1 1,0.5']],
	[{ type: 'MultiPolygon', coordinates: [RING] }, ['0,0 4,0 4,4 0,0', '1,0.5 2,0.5 2,1 1,0.5']],
	[{ type: 'GeometryCollection', geometries: [POINT] }, ['1,2']]
])('a geometry keeps its positions: $type', async (geometry, positions) => {
	const elements = read(await exportText('kml', datasetWith({ features: [featureWith({ geometry })] })));
	expect(elements.filter(({ name }) => name.endsWith('/coordinates')).map(({ text }) => text)).toEqual(positions);
});

describe('whatever the data say', () => {
	test.each([...Object.entries(HOSTILE), ...mixedTexts(20, 6).map((text) => ['a mixture', text] as const)])(
		'the file is XML, and its description has no markup: %s',
		async (_, text) => {
			const elements = read(await exportText('kml', datasetSaying(text)));
			for (const description of textsOf(elements, 'Placemark/description')) {
				const { document } = parseHTML(`<html><body>${description}</body></html>`);
				expect(document.body.children).toHaveLength(0);
			}
			expect(textsOf(elements, 'Placemark/name')).toEqual([asXml(text)]);
		}
	);
});

/** Every element with what is directly in it, by the strictest reader; its name follows that of its parent. */
function read(text: string): Element[] {
	const [open, elements]: [Element[], Element[]] = [[], []];
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('doctype', () => {
		throw new Error('There is a document type.');
	});
	parser.on('opentag', ({ local, attributes }) => {
		const parent = open.at(-1)?.name.split('/').at(-1) ?? '';
		const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
		open.push({
			name: `${parent}/${local}`,
			text: '',
			attributes: Object.fromEntries(values) as Record<string, string>
		});
	});
	parser.on('text', (part) => {
		const element = open.at(-1);
		if (element) element.text += part;
	});
	parser.on('closetag', () => {
		const element = open.pop();
		if (element) elements.push(element);
	});
	parser.write(text).close();
	return elements;
}

function textsOf(elements: readonly Element[], name: string): string[] {
	return elements.filter((element) => element.name === name).map(({ text }) => text);
}

/** A text as XML 1.0 can hold it. */
function asXml(text: string): string {
	return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
