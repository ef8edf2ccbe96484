import type { Mark } from '../sources/features';
import { iconBox, type Measure, type PlacedName, placeNames } from './place-names';
import { type Screen, type Sighting, sightingsOn } from './screen';
import { figureBox, type Stack, stacksOf } from './stacks';
import { Taken } from './taken';

/** What stands over the map: names, and the figures at icons that lie on others. */
export interface Arrangement {
	names: readonly PlacedName[];
	stacks: readonly Stack[];
	/** What is on the screen, that on top first. */
	sightings: readonly Sighting[];
}

export const NOTHING: Arrangement = { names: [], stacks: [], sightings: [] };

/** Arranges names and figures on a screen. Linear in the marks, but for the sorting of those that are on the screen. */
export function arrange(
	screen: Screen,
	marks: readonly Mark[],
	footnotes: Int32Array,
	selected: number,
	measure: Measure
): Arrangement {
	const { zoom } = screen;
	const sightings = sightingsOn(screen, marks, footnotes).sort(
		(a, b) => b.footnote - a.footnote || b.mark.number - a.mark.number
	);
	const icons = sightings.filter(({ mark }) => zoom < mark.from);
	const stacks = stacksOf(icons);
	const taken = new Taken();
	for (const icon of icons) taken.add(iconBox(icon, zoom));
	for (const stack of stacks) taken.add(figureBox(stack));
	return { names: placeNames(sightings, screen, taken, measure, selected), stacks, sightings };
}
