import type { Geometry } from 'geojson';
import type { AttributionLink, InferredLink } from '$lib/domain/attribution';
import type { Claim, DateRecord, Tie, WrittenModality } from '$lib/domain/claim';
import type { Feature } from '$lib/domain/feature';
import type { Stance } from '$lib/domain/question';

/** A feature as a layer file has it, once the file keeps geodata/schema; its geometry is GeoJSON only after geojson.ts. */
export interface FeatureForm {
	type: 'Feature';
	id: string;
	bbox?: number[];
	geometry: Geometry | null;
	properties: Omit<Feature, 'id' | 'layer' | 'geometry'>;
}

/** A link of an attribution as a source file has it: one that only other pages give is marked as inferred. */
export type LinkForm = AttributionLink & { basis?: 'stated' | 'inferred' } & Partial<
		Pick<InferredLink, 'remark' | 'pages'>
	>;

/**
 * A claim as a source file has it, once the file keeps geodata/schema: its dates are text, what ties it to a feature stands
 * with that feature, links that are inferred stand among the others, and it may take no position.
 */
export type ClaimForm = Omit<
	Claim,
	'source' | 'about' | 'ties' | 'attribution' | 'inferred' | 'said' | 'concerns' | 'modality' | 'positions' | 'proof'
> & {
	about: (string | Tie)[];
	attribution: LinkForm[];
	said: DateRecord;
	concerns?: DateRecord;
	modality: WrittenModality;
	positions?: Stance[];
};

/** The id of a feature that a claim names as what it is about. */
export function featureIdOf(about: ClaimForm['about'][number]): string {
	return typeof about === 'string' ? about : about.feature;
}
