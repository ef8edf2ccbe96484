import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { smallestCircle, uncertaintyFor } from '$lib/geometry/smallest-circle';
import type { Agent } from '$lib/domain/attribution';
import type { Claim, KnownDate } from '$lib/domain/claim';
import type { Dataset } from '$lib/domain/dataset';
import type { PlacedFeature } from '$lib/domain/feature';
import type { Georeference } from '$lib/domain/georeference';
import { generateDataset } from '../tests/fixtures/dataset';

/** How large a generated dataset is. */
export interface Size {
	features: number;
	claims: number;
}

/** What the first edition is compared with. */
export const LARGE: Size = { features: 10_000, claims: 30_000 };

/** A data folder that is there until it is removed. */
export interface DataFolder {
	path: string;
	remove(): Promise<void>;
}

/** What the generator leaves empty and the rules want filled. */
const FILLER = 'Generated to measure with.';

/** What the first edition shows first: [west, south, east, north] in degrees. Both maps then draw the same ground. */
const VIEW: [number, number, number, number] = [33.2, 32.2, 42.6, 37.6];

/**
 * A folder of the form of geodata/ with a generated dataset, the same for the same size. It keeps every rule, or the atlas
 * would not start with it.
 */
export async function writeGenerated(size: Size): Promise<DataFolder> {
	const path = await mkdtemp(join(tmpdir(), 'atlas-generated-'));
	const files = filesOf(generateDataset({ ...size, seed: 1 }));
	for (const folder of new Set([...files.keys()].map((name) => dirname(join(path, name))))) {
		await mkdir(folder, { recursive: true });
	}
	for (const [name, value] of files) await writeFile(join(path, name), `${JSON.stringify(value)}\n`);
	return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The files of a data folder by name, as values for JSON. */
function filesOf({
	info,
	layers,
	topics,
	questions,
	relations,
	agents,
	unquoted,
	sources,
	features,
	claims
}: Dataset): Map<string, unknown> {
	const mentioned = new Set(claims.flatMap((claim) => claim.about));
	const forgotten = features.filter((feature) => feature.context !== true && !mentioned.has(feature.id));
	const stride = Math.max(1, Math.floor(claims.length / Math.max(1, forgotten.length)));
	const kinds = new Map(agents.map((agent) => [agent.id, agent.kind]));
	const outlets = agents.filter((agent) => agent.kind === 'outlet');
	const written = claims.map((claim, number) => {
		// A feature that no claim was drawn for joins one, so that there are as many features with claims as were asked for.
		const joins = number % stride === 0 ? forgotten[number / stride] : undefined;
		return claimOf(joins ? { ...claim, about: [...claim.about, joins.id] } : claim, kinds, outlets);
	});
	const featuresOfLayer = grouped(features, ({ layer }) => layer);
	const claimsOfSource = grouped(written, (_, number) => claims[number]!.source);
	return new Map<string, unknown>([
		[
			'dataset.json',
			{
				...info,
				initialView: { bbox: VIEW },
				layers: layers.map((layer) => ({ ...layer, description: FILLER }))
			}
		],
		['topics.json', { topics: topics.map((topic) => ({ ...topic, definition: FILLER })) }],
		['questions.json', { questions: questions.map((question) => ({ ...question, remarks: FILLER })), relations }],
		['agents.json', { agents, unquoted }],
		...layers.map(({ id }): [string, unknown] => [
			`layers/${id}.geojson`,
			{ type: 'FeatureCollection', features: (featuresOfLayer.get(id) ?? []).map(featureOf) }
		]),
		...sources.map((source): [string, unknown] => [
			`sources/${source.id}.json`,
			{ ...source, claims: claimsOfSource.get(source.id) ?? [] }
		])
	]);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item, number: number) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	items.forEach((item, number) => {
		const key = keyOf(item, number);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	});
	return groups;
}

function featureOf(feature: PlacedFeature) {
	const { id, geometry, name, names, kind, context, georeference } = feature;
	return {
		type: 'Feature',
		id,
		geometry,
		properties: {
			name,
			names,
			kind,
			...(context !== undefined && { context }),
			georeference: placed(geometry, georeference)
		}
	};
}

/** A georeference as the rules want it: a point names its distance, and anything else has that of its smallest circle. */
function placed(geometry: PlacedFeature['geometry'], georeference: Georeference): Georeference {
	const { uncertaintyMetres } = georeference;
	if (geometry === null || uncertaintyMetres === null) return { ...georeference, remarks: FILLER };
	if (geometry.type === 'Point') return { ...georeference, remarks: `${FILLER} It reaches ${uncertaintyMetres} m.` };
	const circle = smallestCircle(geometry);
	return { ...georeference, remarks: FILLER, uncertaintyMetres: circle && uncertaintyFor(circle.radiusMetres) };
}

/** As files have it. The chain ends with an outlet, as the rules want it. */
function claimOf(claim: Claim, kinds: ReadonlyMap<string, Agent['kind']>, outlets: readonly Agent[]) {
	const { source: _source, proof: _proof, said, concerns, attribution, inferred = [], ...rest } = claim;
	const last = attribution.at(-1)!;
	const outlet =
		kinds.get(last.agent) === 'outlet' ? last.agent : outlets[claim.selector.paragraph % outlets.length]!.id;
	return {
		...rest,
		attribution: [
			...inferred.map(({ before: _before, ...link }) => ({ ...link, basis: 'inferred' })),
			...attribution.slice(0, -1),
			{ ...last, agent: outlet }
		],
		said: dateOf(said),
		...(concerns && { concerns: dateOf(concerns) })
	};
}

function dateOf({ interval: _, ...date }: KnownDate) {
	return date;
}
