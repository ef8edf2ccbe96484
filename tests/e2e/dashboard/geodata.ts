import type { Feature as GeoJSONFeature, FeatureCollection, Geometry, Position } from 'geojson';
import { filesUnder, textOf } from '../../source/files';

/**
 * What the files of geodata/ say, read without the code that is tested, so that a test can work out by itself what the
 * dashboard has to show.
 */
export interface WrittenClaim {
	id: string;
	source: string;
	text: string;
	about: string[];
	topics: string[];
	attribution: { agent: string; as: string }[];
	said: { edtf: string; basis: 'stated' | 'inferred'; remark?: string };
	modality: string;
	positions?: { question: string; answer: string }[];
	selector: { paragraph: number; start: number };
}

export interface WrittenFeature {
	id: string;
	layer: string;
	name: string;
	names: { text: string; lang: string }[];
	geometry: Geometry | null;
	context?: boolean;
}

interface WrittenSource {
	id: string;
	claims: (Omit<WrittenClaim, 'source' | 'about' | 'attribution'> & {
		about: (string | { feature: string })[];
		attribution: (WrittenClaim['attribution'][number] & { basis?: 'inferred' })[];
	})[];
}

/** The claims, source by source and in the order in which each is read. */
export const CLAIMS: readonly WrittenClaim[] = filesUnder('geodata/sources', '.json')
	.map((path) => JSON.parse(textOf(path)) as WrittenSource)
	.flatMap(({ id, claims }) =>
		claims
			.map((claim) => ({
				...claim,
				source: id,
				about: claim.about.map((pin) => (typeof pin === 'string' ? pin : pin.feature)),
				// What is only inferred is nobody's words.
				attribution: claim.attribution.filter(({ basis }) => basis !== 'inferred')
			}))
			.sort(({ selector: a }, { selector: b }) => a.paragraph - b.paragraph || a.start - b.start)
	);

const FEATURES: readonly WrittenFeature[] = filesUnder('geodata/layers', '.geojson').flatMap((path) => {
	const layer = path.replace(/^.*\/|\.geojson$/g, '');
	const { features } = JSON.parse(textOf(path)) as FeatureCollection<Geometry | null, Omit<WrittenFeature, 'id'>>;
	return features.map(({ id, geometry, properties: { name, names, context } }) => ({
		id: String(id),
		layer,
		name,
		names,
		geometry,
		...(context && { context })
	}));
});

/** The topics in the order of their file. */
export const { topics: TOPICS } = JSON.parse(textOf('geodata/topics.json')) as {
	topics: { id: string; title: string }[];
};

/** The layers in the order of their file. */
export const { layers: LAYERS } = JSON.parse(textOf('geodata/dataset.json')) as {
	layers: { id: string; title: string }[];
};

/** The agents by id. */
export const AGENTS: ReadonlyMap<string, string> = new Map(
	(JSON.parse(textOf('geodata/agents.json')) as { agents: { id: string; name: string }[] }).agents.map(
		({ id, name }) => [id, name]
	)
);

/** A feature by its id. */
export function featureOf(id: string): WrittenFeature {
	const found = FEATURES.find((feature) => feature.id === id);
	if (!found) throw new Error(`geodata/ has no feature ${id}.`);
	return found;
}

/** The middle of a feature's box: [longitude, latitude] in degrees. Its mark stands there, where the feature is small. */
export function middleOf(id: string): Position {
	const positions = positionsOf(featureOf(id).geometry);
	const middle = (axis: 0 | 1) => {
		const along = positions.map((position) => position[axis]!);
		return (Math.min(...along) + Math.max(...along)) / 2;
	};
	return [middle(0), middle(1)];
}

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry | GeoJSONFeature | null): Position[] {
	const found: Position[] = [];
	JSON.stringify(geometry, (_, value: unknown) => {
		if (Array.isArray(value) && typeof value[0] === 'number') found.push(value as Position);
		return value;
	});
	return found;
}

/** The ids of the features that claims are about, in order and each once. */
export function aboutOf(claims: readonly Pick<WrittenClaim, 'about'>[]): string[] {
	// What only helps to read the map has no claims, and stands where nothing is asked of claims.
	const context = claims === CLAIMS ? FEATURES.filter((feature) => feature.context).map(({ id }) => id) : [];
	return [...new Set([...claims.flatMap(({ about }) => about), ...context])].sort();
}

/** The claims about each feature in the order of their notes' numbers. */
export const NOTES: Readonly<Record<string, readonly string[]>> = (
	JSON.parse(textOf('geodata/notes.json')) as { notes: Record<string, string[]> }
).notes;
