import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '$lib/filter/criteria';
import type { FormatId } from '$lib/formats/registry';
import { handlersOf } from '../server/api/ask';
import { datasetWith } from '../fixtures/dataset';
import { exportBytes, exportText } from './export-text';
import { HAS_GDAL, query } from './gdal';
import { parseGeojson } from './read-geojson';

/** The small dataset, in which a claim about the harbour was withdrawn and another came later. */
const dataset = datasetWith({ noteOrder: { ...datasetWith().noteOrder, harbour: ['c-0', 'c-2', 'c-1'] } });

interface Written {
	features: { id: string; properties: { claims: Record<string, unknown>[] } }[];
}

async function claimsIn(criteria = EVERYTHING): Promise<Map<string, Record<string, unknown>>> {
	const { features } = JSON.parse(await exportText('geojson', dataset, criteria)) as Written;
	const pairs = features.flatMap(({ id, properties: { claims } }) =>
		claims.map((claim): [string, Record<string, unknown>] => [`${String(claim['id'])}.${id}`, claim])
	);
	return new Map(pairs);
}

/** The items of claims in the API by column, one for each claim about each feature; values as JSON. */
async function columnsInApi(): Promise<Record<string, string>[]> {
	const atlas = handlersOf(dataset);
	const response = await atlas.api('/collections/claims/items');
	const { features } = (await response.json()) as { features: { properties: Record<string, unknown> }[] };
	return features.map(({ properties }) =>
		Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, JSON.stringify(value)]))
	);
}

describe('a link that is inferred', () => {
	test('is a member of its own in GeoJSON, with its ground', async () => {
		const hotel = (await claimsIn()).get('c-3.hotel');
		expect(hotel?.['attribution']).toMatchObject([{ agent: { id: 'paper' } }]);
		expect(hotel?.['inferred']).toEqual([
			{
				as: 'told',
				agent: { id: 'keepers', name: 'Keepers of the house', kind: 'group' },
				before: 0,
				remark: 'A third paper gives it to them.',
				pages: [{ url: 'https://third.example/hotel', seen: '2025-03-02' }]
			},
			expect.objectContaining({ as: 'reported', agent: { id: 'journal', name: 'The Journal', kind: 'outlet' } })
		]);
	});

	test('is in columns of its own in the API, and in none of the speakers', async () => {
		const hotel = (await columnsInApi()).find(({ claim_id }) => claim_id === '"c-3"');
		expect(hotel).toMatchObject({
			origin: '"The Paper"',
			attribution: '"The Paper (wrote)"',
			agents: '["paper"]',
			probably_after: '"Keepers of the house (told) > The Journal (reported)"',
			probably_after_remark: '"A third paper gives it to them."',
			probably_after_pages: '["https://third.example/hotel (2025-03-02)"]'
		});
	});

	test('is asked for in vain as a speaker, and found by its own column', async () => {
		const atlas = handlersOf(dataset);
		const found = async (asked: string) => {
			const response = await atlas.api(`/collections/claims/items?${asked}`);
			return ((await response.json()) as { features: { id: string }[] }).features.map(({ id }) => id);
		};
		expect(await (await atlas.api('/collections/claims/items?agent=journal')).json()).toMatchObject({ status: 400 });
		expect(await found(`filter=${encodeURIComponent("agents = 'journal'")}`)).toEqual([]);
		expect(await found('q=journal')).toEqual([]);
		expect(await found(`filter=${encodeURIComponent("probably_after LIKE '%Journal%'")}`)).toEqual(['c-3.hotel']);
	});

	test('is no attribution in Web Annotations, but a derivation', async () => {
		const { first } = JSON.parse(await exportText('annotations', dataset)) as {
			first: { items: { id: string; target: Record<string, unknown[]> }[] };
		};
		const target = first.items.find(({ id }) => id.endsWith('#c-3'))?.target;
		expect(target?.['attribution']).toHaveLength(1);
		expect(target?.['derived']).toMatchObject([
			{
				type: 'prov:Derivation',
				position: 0,
				remark: 'A third paper gives it to them.',
				shown: ['https://third.example/hotel'],
				entity: { attribution: [{ verb: 'told', agent: { name: 'Keepers of the house' } }] }
			},
			{ entity: { attribution: [{ verb: 'reported', agent: { name: 'The Journal' } }] } }
		]);
	});

	test.each<[FormatId]>([['kml'], ['lpf']])('is told in words in %s', async (format) => {
		const text = await exportText(format, dataset);
		expect(text).toContain('probably: Keepers of the house told the Journal');
	});

	test('is told in feeds, whose author it is not', async () => {
		const text = await (await handlersOf(dataset).feed('json')).text();
		expect(text).toContain('The Paper (wrote), probably: Keepers of the house told the Journal. Said');
		expect(text).not.toContain('"name": "Keepers of the house"');
	});

	test('is told apart from a remark on a link that the document gives', async () => {
		const claims = await claimsIn();
		expect(claims.get('c-2.north')?.['attribution']).toMatchObject([{ remark: 'The words may be the agency’s.' }, {}]);
		expect((await columnsInApi())[1]).toMatchObject({ attribution_remark: '"The words may be the agency’s."' });
	});

	test('comes back from a file of ours', async () => {
		const { matches } = parseGeojson(await exportText('geojson', dataset));
		const claims = matches.flatMap((match) => match.claims);
		for (const claim of dataset.claims) expect(claims.find(({ id }) => id === claim.id)).toEqual(claim);
	});
});

describe('what ties a claim to a place', () => {
	test('stands with each feature in GeoJSON', async () => {
		const claims = await claimsIn();
		expect(claims.get('c-2.harbour')).toMatchObject({ named: true, note: 2 });
		expect(claims.get('c-2.north')).toMatchObject({
			named: false,
			note: 1,
			ties: [{ feature: 'north', words: 'up there', meaning: { paragraph: 1 } }]
		});
		expect(claims.get('c-3.hotel')?.['antecedents']).toMatchObject([{ words: 'They' }]);
	});

	test('stands in columns, and is counted for features', async () => {
		const rows = await columnsInApi();
		expect(
			rows.map(({ claim_id, feature_id, note, named, tied_by, tied_in_paragraph }) => {
				return [claim_id, feature_id, note, named, tied_by, tied_in_paragraph].join(' ');
			})
		).toEqual([
			'"c-1" "harbour" 3 true null null',
			'"c-2" "harbour" 2 true null null',
			'"c-2" "north" 1 false "up there" 1',
			'"c-3" "hotel" 1 true null null'
		]);
		const response = await handlersOf(dataset).api('/collections/features/items');
		const { features } = (await response.json()) as { features: { id: string; properties: object }[] };
		expect(features.find(({ id }) => id === 'north')?.properties).toMatchObject({ claims: 1, claims_naming: 0 });
		expect(features.find(({ id }) => id === 'harbour')?.properties).toMatchObject({ claims: 2, claims_naming: 2 });
	});

	test('is told in KML, under the number of the note whatever the filter', async () => {
		const text = await exportText('kml', dataset, { ...EVERYTHING, topics: ['talks'] });
		expect(text).toContain('2. Nothing moves, neither');
		expect(text).toContain('1. Nothing moves, neither');
		expect(text).toContain('By “up there”, of which paragraph 1 says what it means.');
	});

	test('stands with the feature in Linked Places and in Web Annotations', async () => {
		expect(await exportText('lpf', dataset)).toContain('"tiedBy":{"words":"up there","paragraph":1}');
		const { first } = JSON.parse(await exportText('annotations', dataset)) as {
			first: { items: { body: Record<string, unknown>[] }[] };
		};
		const pins = first.items[1]?.body.filter(({ purpose }) => purpose === 'identifying');
		expect(pins).toMatchObject([
			{ position: 2 },
			{ position: 1, tie: { exact: 'up there', selector: { value: 'paragraph=1', refinedBy: { start: 4, end: 24 } } } }
		]);
		expect(pins?.[0]).not.toHaveProperty('tie');
	});

	test.skipIf(!HAS_GDAL)('stands between features and claims in a GeoPackage, as SQL finds it', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'footnote-atlas-'));
		try {
			const path = join(folder, 'export.gpkg');
			writeFileSync(path, await exportBytes('gpkg', dataset));
			const rows = query(
				path,
				`SELECT claim_id || '.' || id, note || ' ' || named || ' ' || ifnull(tied_by, '-') FROM features_claims
				JOIN features ON features.fid = base_id JOIN claims ON claims.fid = related_id`
			);
			expect(Object.fromEntries(rows)).toEqual({
				'c-1.harbour': '3 1 -',
				'c-2.harbour': '2 1 -',
				'c-2.north': '1 0 up there',
				'c-3.hotel': '1 1 -'
			});
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe('warnings on a source', () => {
	const [general = '', particular = ''] = dataset.sources[1]?.warnings?.map(({ text }) => text) ?? [];

	test('go with its claims in GeoJSON and in the API', async () => {
		const claims = await claimsIn();
		expect(claims.get('c-3.hotel')?.['source']).toMatchObject({
			warnings: [{ text: general }, { text: particular, pages: [{ seen: '2025-03-01' }] }]
		});
		expect(claims.get('c-1.harbour')?.['source']).not.toHaveProperty('warnings');
		expect((await columnsInApi()).map(({ source_warnings }) => source_warnings)).toEqual([
			'[]',
			'[]',
			'[]',
			JSON.stringify([general, particular])
		]);
	});

	test.each<[FormatId]>([['kml'], ['lpf'], ['annotations'], ['csv'], ['bibtex'], ['ris'], ['csl-json']])(
		'stand in %s',
		async (format) => {
			const text = await exportText(format, dataset);
			for (const warning of [general, particular]) expect(text).toContain(warning);
		}
	);

	test('stand in the header of a file that holds claims of the source, and in no other', async () => {
		const header = async (sources: string[] | null) =>
			parseGeojson(await exportText('geojson', dataset, { ...EVERYTHING, sources })).header;
		expect((await header(null)).warnings).toMatchObject([{ source: 'report', text: general }, { claims: ['c-3'] }]);
		expect((await header(['wire'])).warnings).toBeUndefined();
	});

	test('stand in feeds and in the note of a citation', async () => {
		const atlas = handlersOf(dataset);
		expect(await (await atlas.feed('atom')).text()).toContain(`Warning: ${particular}`);
		expect(await (await atlas.cite('ris?claim=c-3')).text()).toContain(`Warning: ${general} Warning: ${particular}`);
		expect(await (await atlas.cite('ris?claim=c-1')).text()).not.toContain('Warning');
	});
});

test('whom a claim speaks of and no source quotes goes with it', async () => {
	expect((await claimsIn()).get('c-1.harbour')?.['speaksOf']).toEqual([
		{ id: 'pilot', name: 'Ole Lund', role: 'pilot' }
	]);
	expect((await columnsInApi()).map(({ speaks_of }) => speaks_of)).toEqual([
		'["Ole Lund"]',
		'[]',
		'[]',
		'["Ole Lund"]'
	]);
});

describe('the older word for what is asserted', () => {
	test.each([
		["modality = 'fact'", 1],
		["modality IN ('fact', 'plan')", 1],
		["modality LIKE 'fact'", 1],
		["modality <> 'fact'", 3],
		["CASEI(modality) = CASEI('FACT')", 1],
		["claim = 'fact'", 0]
	])('%s finds %i of four items', async (filter, count) => {
		const claims = dataset.claims.map((claim) =>
			claim.id === 'c-3' ? { ...claim, modality: 'asserted' as const } : claim
		);
		const response = await handlersOf({ ...dataset, claims }).api(
			`/collections/claims/items?filter=${encodeURIComponent(filter)}`
		);
		expect(await response.json()).toMatchObject({ numberMatched: count });
	});

	test('is read in a file of format version 3', async () => {
		const text = await exportText('geojson', dataset);
		const older = text
			.replace('"formatVersion":4', '"formatVersion":3')
			.replaceAll('"modality":"report"', '"modality":"fact"');
		const claims = parseGeojson(older).matches.flatMap((match) => match.claims);
		expect(claims.map(({ modality }) => modality)).toEqual(['statement', 'statement', 'statement', 'asserted']);
	});
});
