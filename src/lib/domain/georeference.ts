/**
 * How a feature's geometry was placed, after Darwin Core's georeference terms.
 * `shape` says that the geometry is the thing; `somewhere-within`, that the thing is somewhere in it.
 */
export interface Georeference {
	/** The data or document that the geometry was taken from. */
	from: string;
	/** The licence of that data. */
	licence: string;
	/** What a reader should know: what was inferred, and why. */
	remarks: string;
	/** How far the true place may be from the geometry, in metres; null without geometry. */
	uncertaintyMetres: number | null;
	extent: 'shape' | 'somewhere-within';
}
