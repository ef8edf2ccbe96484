import { type Colour, COLOURS } from '$lib/domain/symbol';
import type { BasemapPalette } from './layers/basemap';

/** The colours that the map is drawn with, as CSS colours. */
export interface Palette {
	basemap: BasemapPalette;
	layers: Record<Colour, string>;
	/** The ground that icons and names are set off from. */
	halo: string;
	ink: string;
}

/** A palette from a function that gives the value of a CSS custom property, such as `--map-sea`. */
export function paletteFrom(colourOf: (property: string) => string): Palette {
	return {
		basemap: {
			sea: colourOf('--map-sea'),
			land: colourOf('--map-land'),
			coast: colourOf('--map-water-line'),
			river: colourOf('--map-water-line'),
			border: colourOf('--map-border'),
			disputedBorder: colourOf('--map-border-disputed'),
			town: colourOf('--map-label'),
			village: colourOf('--map-label'),
			country: colourOf('--map-country'),
			water: colourOf('--map-label-sea'),
			halo: colourOf('--map-halo')
		},
		layers: Object.fromEntries(COLOURS.map((colour) => [colour, colourOf(`--layer-${colour}`)])) as Record<
			Colour,
			string
		>,
		halo: colourOf('--map-halo'),
		ink: colourOf('--ink')
	};
}

/**
 * The palette of the page as it is shown now: the style sheet is the one owner of colours. Each is read as the browser
 * resolves it on a probe inside `element`, so that it may be written in any way that CSS allows.
 */
export function readPalette(element: HTMLElement): Palette {
	const probe = document.createElement('span');
	element.append(probe);
	const palette = paletteFrom((property) => {
		probe.style.color = `var(${property})`;
		return getComputedStyle(probe).color;
	});
	probe.remove();
	return palette;
}
