/**
 * What a geometry is of its feature: `shape`, the thing itself; `somewhere-within`, what the thing is somewhere in; `seat`,
 * the point at which a body sits, which is no place and has no shape.
 */
export const GEOMETRY_EXTENTS = ['shape', 'somewhere-within', 'seat'] as const;
export type GeometryExtent = (typeof GEOMETRY_EXTENTS)[number];

/** How a feature's geometry was placed, after Darwin Core's georeference terms. */
export interface Georeference {
	/** The data or document that the geometry was taken from. */
	from: string;
	/** The licence of that data. */
	licence: string;
	/** What a reader should know: what was inferred, and why. */
	remarks: string;
	/**
	 * Darwin Core's `coordinateUncertaintyInMeters`: the radius in metres of the smallest circle around the given point that
	 * holds all of where the thing may be. The given point is a Point itself, and of any other geometry the middle of the
	 * smallest circle around it. Null without geometry.
	 */
	uncertaintyMetres: number | null;
	extent: GeometryExtent;
}
