import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import type { Dataset } from '$lib/domain/dataset';
import type { FormatId } from '$lib/formats/registry';
import { claimWith, datasetWith } from '../fixtures/dataset';
import { exportText } from './export-text';
import { datasetSaying, HOSTILE, mixedTexts } from './hostile';
import { contextAt } from './json-ld-contexts';

const OA = 'http://www.w3.org/ns/oa#';
const LPO = 'http://linkedpasts.org/ontology/lpo_latest.ttl#';

/** A statement; `object` is an address, a text, or a nameless node. */
interface Statement {
	subject: string;
	predicate: string;
	object: string;
	datatype: string;
}

describe('Web Annotations', () => {
	test('every claim is one annotation, whatever the number of features that it is about', async () => {
		const statements = await statementsIn('annotations');
		const ids = statements.filter(({ object }) => object === `${OA}Annotation`).map(({ subject }) => subject);
		expect(ids.sort()).toEqual([
			'https://atlas.example/sources/report#c-3',
			'https://atlas.example/sources/wire#c-1',
			'https://atlas.example/sources/wire#c-2'
		]);
	});

	test('an annotation leads to its passage: the document’s fingerprint, the paragraph, and where in it', async () => {
		const statements = await statementsIn('annotations');
		const target = follow(statements, 'https://atlas.example/sources/wire#c-2', `${OA}hasTarget`);
		const selector = follow(statements, target, `${OA}hasSelector`);
		const within = follow(statements, selector, `${OA}refinedBy`);
		const document = follow(statements, target, `${OA}hasSource`);
		expect(document).toBe(`ni:///sha-256;${Buffer.from('b'.repeat(64), 'hex').toString('base64url')}`);
		expect(follow(statements, target, 'http://schema.org/sha256')).toBe('d'.repeat(64));
		expect(follow(statements, selector, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value')).toBe('paragraph=2');
		expect([follow(statements, within, `${OA}start`), follow(statements, within, `${OA}end`)]).toEqual(['3', '20']);
	});

	test('its body says what is claimed, of which features, on what topics', async () => {
		const statements = await statementsIn('annotations');
		const id = 'https://atlas.example/sources/wire#c-2';
		const bodies = statements.filter(({ subject, predicate }) => subject === id && predicate === `${OA}hasBody`);
		const said = bodies.flatMap(({ object }) =>
			statements.filter(({ subject, predicate }) => subject === object && /#value$|hasSource$/.test(predicate))
		);
		expect(said.map(({ object }) => object)).toEqual([
			'Nothing moves, neither on the quay nor in the north.',
			'https://atlas.example/features/harbour',
			'https://atlas.example/features/north',
			'Ships',
			'Talks'
		]);
	});

	test('a date that is not known to the second is none', async () => {
		const statements = await statementsIn('annotations');
		const dated = statements.filter(({ datatype }) => datatype.endsWith('#dateTime'));
		expect(new Set(dated.map(({ object }) => object))).toEqual(new Set(['2026-11-22T10:00:00.000Z']));
		const edtf = statements.filter(({ datatype }) => datatype.endsWith('/EDTF')).map(({ object }) => object);
		expect(new Set(edtf)).toEqual(new Set(['2024-12-09', '2018/2024', '2025-02~']));
	});

	test('the collection says how many, under which licence, and how to cite it', async () => {
		const statements = await statementsIn('annotations');
		const collection = 'https://atlas.example/?version=1.2.0';
		expect(follow(statements, collection, 'https://www.w3.org/ns/activitystreams#totalItems')).toBe('3');
		expect(follow(statements, collection, 'http://purl.org/dc/terms/rights')).toContain('creativecommons.org');
		expect(follow(statements, collection, 'http://purl.org/dc/terms/bibliographicCitation')).toContain('The testers');
	});
});

describe('Linked Places Format', () => {
	test('every place has its names, with the sources that use them', async () => {
		const statements = await statementsIn('lpf');
		const names = statements.filter(
			({ subject, predicate }) =>
				subject === 'https://atlas.example/features/harbour' && predicate === `${LPO}name_attestation`
		);
		const toponyms = names.map(({ object }) => follow(statements, object, `${LPO}toponym`));
		expect(toponyms).toEqual(['Harbour', 'المرفأ', 'Гавань']);
		expect(follow(statements, names[0]!.object, 'http://purl.org/spar/cito#cites')).toBe(
			'https://agency.example/ships'
		);
	});

	test('every place says what is said of it, and what it is named with', async () => {
		const statements = await statementsIn('lpf');
		const north = 'https://atlas.example/features/north';
		expect(follow(statements, north, 'http://purl.org/dc/terms/description')).toBe(
			'https://atlas.example/sources/wire#c-2'
		);
		const relation = follow(statements, north, `${LPO}rel_attestation`);
		expect(follow(statements, relation, `${LPO}relation_to`)).toBe('https://atlas.example/features/harbour');
	});

	test('a geometry says how certain it is, what it was taken from and under which licence', async () => {
		const statements = await statementsIn('lpf');
		const uncertain = statements.find(
			({ predicate, object }) => predicate.endsWith('certainty') && object === 'uncertain'
		);
		const from = follow(statements, uncertain?.subject ?? '', 'http://purl.org/spar/cito#cites');
		expect(follow(statements, from, 'http://www.w3.org/2000/01/rdf-schema#label')).toBe('Our own drawing (CC-BY-4.0)');
	});

	test('a time with an open end is left out, rather than closed', async () => {
		const concerns = { edtf: '2018/..', basis: 'stated', interval: { from: '2018-01-01', to: null } } as const;
		const text = await exportText('lpf', datasetWith({ claims: [claimWith({ concerns })] }));
		expect(text).not.toContain('"when"');
	});

	test('a place that cannot be drawn has an empty geometry, and stays GeoJSON', async () => {
		const { features } = JSON.parse(await exportText('lpf', datasetWith())) as {
			features: { '@id': string; geometry: unknown }[];
		};
		const hotel = features.find((feature) => feature['@id'].endsWith('hotel'));
		expect(hotel?.geometry).toEqual({ type: 'GeometryCollection', geometries: [] });
	});
});

describe.each<FormatId>(['annotations', 'lpf'])('whatever the data say, %s', (format) => {
	test.each([...Object.entries(HOSTILE), ...mixedTexts(5, 8).map((text) => ['a mixture', text] as const)])(
		'holds it as text: %s',
		async (_, text) => {
			const statements = await statementsIn(format, datasetSaying(text));
			expect(statements.filter(({ object }) => object === text).length).toBeGreaterThan(2);
			expect(statements.filter(({ predicate }) => !/^https?:/.test(predicate))).toEqual([]);
		}
	);

	test('and where nothing is found, it is a collection of nothing', async () => {
		const text = await exportText(format, datasetWith(), { ...EVERYTHING, layers: [] });
		expect(JSON.stringify(JSON.parse(text))).toMatch(/"(?:items|features)":\[\]/);
	});
});

/** What an export states, by a JSON-LD processor that asks no one for a context. */
async function statementsIn(format: FormatId, dataset: Dataset = datasetWith()): Promise<Statement[]> {
	const document = JSON.parse(await exportText(format, dataset)) as object;
	const expanded = await jsonld.toRDF(document, { documentLoader: contextAt });
	return expanded.map(({ subject, predicate, object }) => ({
		subject: subject.value,
		predicate: predicate.value,
		object: object.value,
		datatype: object.datatype?.value ?? ''
	}));
}

/** The first object of a subject's predicate. */
function follow(statements: readonly Statement[], subject: string, predicate: string): string {
	return statements.find((one) => one.subject === subject && one.predicate === predicate)?.object ?? '';
}
