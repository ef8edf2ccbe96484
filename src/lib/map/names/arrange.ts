import type { Mark } from '../sources/features';
import { iconBox, type Measure, type PlacedName, placeNames } from './place-names';
import { type Screen, type Sighting, sightingsOn } from './screen';
import { type Stack, stacksOf } from './stacks';
import { type Box, Taken } from './taken';

/** What stands over the map: names, and the figures at icons that lie on others. */
export interface Arrangement {
	names: readonly PlacedName[];
	stacks: readonly Stack[];
	/** What is on the screen, that on top first. */
	sightings: readonly Sighting[];
}

export const NOTHING: Arrangement = { names: [], stacks: [], sightings: [] };

/** Where the figure of a stack stands from the middle of its icon, in CSS pixels. */
export const STACK_BOX: Box = { left: -8, top: -22, right: 8, bottom: -9 };

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
	for (const { top } of stacks) taken.add(moved(STACK_BOX, top));
	return { names: placeNames(sightings, screen, taken, measure, selected), stacks, sightings };
}

function moved({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }): Box {
	return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}
