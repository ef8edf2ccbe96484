import { type Colour, COLOURS } from '$lib/domain/symbol';

/**
 * The colours of the ground and of the names on it, as the style sheet calls them: `--map-sea`. Those of names are read on
 * land and on sea alike: 4.5:1 or more on both. Icons and names are set off by the halo.
 */
const MAP_COLOURS = [
	'sea',
	'land',
	'water-line',
	'border',
	'border-disputed',
	'label',
	'label-sea',
	'country',
	'halo'
] as const;

/** The colours that the map is drawn with, as CSS colours. */
export type Palette = Record<(typeof MAP_COLOURS)[number] | 'ink', string> & { layers: Record<Colour, string> };

/** A palette from a function that gives the value of a CSS custom property, such as `--map-sea`. */
export function paletteFrom(colourOf: (property: string) => string): Palette {
	const named = <Name extends string>(names: readonly Name[], start: string) =>
		Object.fromEntries(names.map((name) => [name, colourOf(start + name)])) as Record<Name, string>;
	return { ...named(MAP_COLOURS, '--map-'), layers: named(COLOURS, '--layer-'), ink: colourOf('--ink') };
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
