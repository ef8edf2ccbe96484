import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Agent } from '$lib/domain/attribution';
import { byId } from '$lib/domain/by-id';
import type { Claim } from '$lib/domain/claim';
import { type Name, properNames } from '$lib/domain/feature';
import type { FeatureWithClaims } from '$lib/domain/feature-with-claims';
import type { Layer } from '$lib/domain/layer';
import type { Source } from '$lib/domain/source';
import type { Topic } from '$lib/domain/topic';
import {
	aloneClaimColumns,
	type ClaimRow,
	featureColumns,
	idColumn,
	list,
	pinColumns,
	text
} from '$lib/formats/attributes';
import type { ExportContent, Piece } from '$lib/formats/format';
import { GeoPackageFile } from './geopackage-tables';

/** How many features and claims are written before others are served: while SQLite writes here, nothing else is done. */
const AT_A_TIME = 100;

/**
 * GeoPackage, written to a file of its own that is sent and then removed, also when no one waits for it any more: a
 * database cannot be sent before it is whole.
 */
export async function* writeGeoPackage(content: ExportContent): AsyncGenerator<Piece> {
	const folder = await mkdtemp(join(tmpdir(), 'footnote-atlas-export-'));
	try {
		const path = join(folder, 'export.gpkg');
		yield* fill(path, content);
		for await (const bytes of createReadStream(path, { highWaterMark: 2 ** 18 })) yield bytes as Buffer<ArrayBuffer>;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Writes the file; yields nothing, now and then, so that whoever asked may let go. */
async function* fill(path: string, content: ExportContent): AsyncGenerator<''> {
	const file = new GeoPackageFile(path);
	try {
		const add = tablesOf(file, content);
		let count = 0;
		for await (const match of content.matches) {
			add(match);
			count += 1 + match.claims.length;
			if (count < AT_A_TIME) continue;
			count = 0;
			await setImmediate();
			yield '';
		}
		const { header } = content;
		file.describe(
			'https://schema.org/Dataset',
			'application/ld+json',
			JSON.stringify(datasetOf(content)),
			header.exported
		);
		file.finish(header.exported);
	} finally {
		file.close();
	}
}

/** Makes the tables; returns what adds a match, with all that it refers to and that is not there yet. */
function tablesOf(file: GeoPackageFile, { catalogue, addresses }: ExportContent): (match: FeatureWithClaims) => void {
	const addFeature = file.table<FeatureWithClaims>({
		name: 'features',
		title: 'Features',
		description:
			'A place that the sources speak of, or a body at its seat; without geometry where they do not say where it is.',
		columns: [
			idColumn,
			...featureColumns(catalogue),
			text('georeference_remarks', 'Remarks on the geometry', 'How the place was found.', ({ feature }) => {
				return feature.georeference.remarks;
			}),
			text('address', 'Address', 'Its page in the atlas.', ({ feature }) => addresses.feature(feature.id))
		],
		geometryOf: ({ feature }) => feature.geometry
	});
	const addName = file.table<{ feature: string; name: Name }>({
		name: 'names',
		title: 'Names',
		description: 'A spelling of the name of a feature.',
		columns: [
			text('feature_id', 'Id of the feature', 'The feature that is called so.', ({ feature }) => feature),
			text('name', 'Name', 'The spelling.', ({ name }) => name.text),
			text('lang', 'Language', 'Its language (BCP 47).', ({ name }) => name.lang),
			list('sources', 'Sources', 'The ids of the sources that spell it so.', ({ name }) => name.sources ?? [])
		]
	});
	const addClaim = file.table<{ claim: Claim }>({
		name: 'claims',
		title: 'Claims',
		description: 'What one source says about one or more features.',
		columns: [
			...aloneClaimColumns(catalogue),
			text('address', 'Address', 'Where the atlas lists it.', ({ claim }) => addresses.claim(claim.source, claim.id))
		]
	});
	const named = [
		text<{ id: string }>('id', 'Id', 'Its id.', ({ id }) => id),
		text<{ title: string }>('title', 'Title', 'What it is called.', ({ title }) => title)
	] as const;
	const addSource = file.table<Source>({
		name: 'sources',
		title: 'Sources',
		description: 'A document that says something.',
		columns: [
			...named,
			text('url', 'Address', 'Where it was published, where that is known.', ({ record }) => record.URL ?? null),
			text('record', 'Record', 'What is known of it, as an item of CSL-JSON.', ({ record }) => JSON.stringify(record)),
			text('dating', 'Dating', 'How its date was found.', ({ dating }) => dating ?? null),
			list('warnings', 'Warnings', 'What a reader of its claims must know.', ({ warnings = [] }) => {
				return warnings.map((warning) => warning.text);
			}),
			text('sha256', 'Fingerprint', 'SHA-256 of the document.', ({ document }) => document.sha256)
		]
	});
	const addAgent = file.table<Agent>({
		name: 'agents',
		title: 'Speakers and outlets',
		description: 'Who said or passed on claims.',
		columns: [
			text('id', 'Id', 'Its id.', ({ id }) => id),
			text('name', 'Name', 'What it is called.', ({ name }) => name),
			text('kind', 'Kind', 'person, office, group, outlet, imagery or document.', ({ kind }) => kind),
			text('role', 'Role', 'What the documents say that it is.', ({ role }) => role ?? null)
		]
	});
	const addTopic = file.table<Topic>({
		name: 'topics',
		title: 'Topics',
		description: 'A subject that claims are filed under.',
		columns: [...named, text('definition', 'Definition', 'What belongs to it.', ({ definition }) => definition)]
	});
	const addLayer = file.table<Layer>({
		name: 'layers',
		title: 'Layers',
		description: 'A group of features.',
		columns: [...named, text('description', 'Description', 'What is in it.', ({ description }) => description)]
	});
	const pins = pinColumns(catalogue);
	const aboutFeature = file.relation<ClaimRow>('features_claims', 'features', 'claims', pins);
	const fromSource = file.relation('claims_sources', 'claims', 'sources');
	const byAgent = file.relation('claims_agents', 'claims', 'agents');
	const onTopic = file.relation('claims_topics', 'claims', 'topics');

	const sourceOf = once(catalogue.sources, addSource);
	const agentOf = once(catalogue.agents, addAgent);
	const topicOf = once(catalogue.topics, addTopic);
	const layerOf = once(catalogue.layers, addLayer);
	const claimNumbers = new Map<string, number>();
	const numberOf = (claim: Claim) => {
		const known = claimNumbers.get(claim.id);
		if (known !== undefined) return known;
		const number = addClaim({ claim });
		claimNumbers.set(claim.id, number);
		fromSource(number, sourceOf(claim.source), undefined);
		for (const id of new Set(claim.attribution.map(({ agent }) => agent))) byAgent(number, agentOf(id), undefined);
		for (const id of new Set(claim.topics)) onTopic(number, topicOf(id), undefined);
		return number;
	};
	return (match) => {
		const { feature, claims } = match;
		layerOf(feature.layer);
		const number = addFeature(match);
		for (const name of properNames(feature.names)) addName({ feature: feature.id, name });
		for (const claim of claims) aboutFeature(number, numberOf(claim), { feature, claim });
	};
}

/** The number of an item's row, by its id; the row is added when it is first asked for. */
function once<Item extends { id: string }>(
	items: readonly Item[],
	add: (item: Item) => number
): (id: string) => number {
	const itemOf = byId(items);
	const numbers = new Map<string, number>();
	return (id) => {
		const known = numbers.get(id);
		if (known !== undefined) return known;
		const item = itemOf.get(id);
		if (!item) throw new Error(`A claim or feature names ${id}, which the dataset does not have.`);
		const number = add(item);
		numbers.set(id, number);
		return number;
	};
}

/** What the file says of itself, in the words of schema.org, the header as it stands beside it. */
function datasetOf({ header, catalogue, addresses }: ExportContent): object {
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		name: header.title,
		description: `${catalogue.info.description} In this file: ${header.filter.words}.`,
		version: header.version,
		dateModified: header.date,
		license: header.licence.url,
		citation: header.citation,
		url: addresses.view,
		atlas: header
	};
}
