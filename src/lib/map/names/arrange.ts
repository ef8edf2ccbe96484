import type { MapSymbol } from '../sources/features';
import { iconBox, type Measure, type PlacedName, placeNames } from './place-names';
import { type Screen, type ScreenSymbol, symbolsOnScreen } from './screen';
import { figureBox, type Stack, stacksOf } from './stacks';
import { CollisionGrid } from './collision-grid';

/** What stands over the map: names, and the figures at icons that lie on others. */
export interface Arrangement {
	names: readonly PlacedName[];
	stacks: readonly Stack[];
	/** What is on the screen, that on top first. */
	screenSymbols: readonly ScreenSymbol[];
}

export const NOTHING: Arrangement = { names: [], stacks: [], screenSymbols: [] };

/** Arranges names and figures on a screen. Linear in the symbols, but for the sorting of those that are on the screen. */
export function arrange(
	screen: Screen,
	symbols: readonly MapSymbol[],
	states: Int32Array,
	selected: number,
	measure: Measure
): Arrangement {
	const { zoom } = screen;
	const screenSymbols = symbolsOnScreen(screen, symbols, states).sort(
		(a, b) => b.state - a.state || b.symbol.number - a.symbol.number
	);
	const icons = screenSymbols.filter(({ symbol }) => zoom < symbol.from);
	const stacks = stacksOf(icons);
	const grid = new CollisionGrid();
	for (const icon of icons) grid.add(iconBox(icon, zoom));
	for (const stack of stacks) grid.add(figureBox(stack));
	return { names: placeNames(screenSymbols, screen, grid, measure, selected), stacks, screenSymbols };
}
