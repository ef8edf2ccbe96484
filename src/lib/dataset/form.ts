import type { Geometry } from 'geojson';
import type { Claim, DateRecord } from '$lib/domain/claim';
import type { Name } from '$lib/domain/feature';
import type { Georeference } from '$lib/domain/georeference';
import type { Position } from '$lib/domain/question';

/** A feature as a layer file has it, once the file keeps geodata/schema; its geometry is GeoJSON only after geojson.ts. */
export interface FeatureForm {
	type: 'Feature';
	id: string;
	bbox?: number[];
	geometry: Geometry | null;
	properties: {
		name: string;
		names: Name[];
		kind: string;
		country?: string;
		context?: boolean;
		sameAs?: string[];
		georeference: Georeference;
	};
}

/** A claim as a source file has it, once the file keeps geodata/schema: its dates are text, and it may take no position. */
export type ClaimForm = Omit<Claim, 'source' | 'said' | 'concerns' | 'positions' | 'proof'> & {
	said: DateRecord;
	concerns?: DateRecord;
	positions?: Position[];
};
