import type { Feature as GeoJsonFeature, Geometry } from 'geojson';
import { type Claim, type KnownDate, modalityOf } from '$lib/domain/claim';
import type { Feature } from '$lib/domain/feature';
import type { WrittenClaim } from '$lib/formats/geojson';
import type { ExportHeader } from '$lib/formats/header';
import type { WrittenDate } from '$lib/words/written-date';

/** The versions of our GeoJSON that can be read: what 4 added may be missing, and `fact` in 3 is `asserted` now. */
const READABLE: readonly unknown[] = [3, 4];

type Properties = Omit<Feature, 'id' | 'geometry'>;

type Optional = 'ties' | 'antecedents' | 'exceptions';

/** What is undefined where a claim is written is no member of what is read. */
type ReadClaim = Omit<WrittenClaim, Optional> & Pick<Claim, Optional>;

/** What a file of ours holds. Features come without their placement, which their geometry gives. */
export interface ParsedExport {
	header: ExportHeader;
	matches: { feature: Feature; claims: Claim[] }[];
}

/**
 * Reads a file that `geojson` wrote.
 * @throws SyntaxError for text that is not JSON, and for GeoJSON that is not an export of this version
 */
export function parseGeojson(text: string): ParsedExport {
	const collection = JSON.parse(text) as {
		atlas?: ExportHeader & { formatVersion?: unknown };
		features: (GeoJsonFeature<Geometry | null, Properties & { claims: ReadClaim[] }> & { id: string })[];
	} | null;
	if (!collection?.atlas) throw new SyntaxError('This is not an export of the atlas: the member “atlas” is missing.');
	const { formatVersion, ...header } = collection.atlas;
	if (!READABLE.includes(formatVersion)) {
		const versions = READABLE.join(' and ');
		throw new SyntaxError(`This export has format version ${String(formatVersion)}; versions ${versions} can be read.`);
	}
	const matches = collection.features.map(({ id, geometry, properties: { claims, ...properties } }) => ({
		feature: { id, ...properties, geometry },
		claims: claims.map(readClaim)
	}));
	return { header, matches };
}

function readClaim(written: ReadClaim): Claim {
	const { note: _note, named: _named, speaksOf: _speaksOf, ...rest } = written;
	const { topics, attribution, inferred, said, concerns, modality, positions, source, locator, ...claim } = rest;
	const { paragraph, start, end, sha256 } = locator;
	return {
		...claim,
		source: source.id,
		topics: topics.map(({ id }) => id),
		attribution: attribution.map(({ agent, ...link }) => ({ agent: agent.id, ...link })),
		...(inferred && { inferred: inferred.map(({ agent, ...link }) => ({ agent: agent.id, ...link })) }),
		said: readDate(said),
		...(concerns && { concerns: readDate(concerns) }),
		modality: modalityOf(modality),
		positions: positions.map(({ question, answer, ...how }) => ({ question: question.id, answer: answer.id, ...how })),
		selector: { paragraph, start, end, sha256 }
	};
}

function readDate({ from, to, ...date }: WrittenDate): KnownDate {
	return { ...date, interval: { from, to } };
}
