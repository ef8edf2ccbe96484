import type { Colour, Shape } from './symbol';

/** A named group of features: one GeoJSON file, one collection of the API, one line of the legend. */
export interface Layer {
	id: string;
	title: string;
	description: string;
	colour: Colour;
	shape: Shape;
}
