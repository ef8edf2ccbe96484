/** geojson-validation 1.0.2 has no types of its own; this is the part that the atlas calls. */
declare module 'geojson-validation' {
	interface GeojsonValidation {
		/** What is wrong with a Feature, one sentence each; an empty list for none. */
		isFeature(feature: unknown, trace: true): string[];
	}
	const geojsonValidation: GeojsonValidation;
	export default geojsonValidation;
}
