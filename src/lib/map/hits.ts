import type { Arrangement } from './names/arrange';
import type { ScreenSymbol } from './names/screen';

/** A rendered feature under the pointer. */
export interface Hit {
	/** The feature's index in the dataset. */
	number: number;
	/** What was hit of it. */
	part: 'icon' | 'label' | 'area';
	/** CSS pixels from the pointer to where its icon stands. */
	distance: number;
	/** Pixels across at zoom 0. */
	across: number;
}

/** How near the pointer must come to the middle of an icon, in CSS pixels. */
export const REACH_PIXELS = 12;

/** The icons within reach of a point of the screen, and the names under it. */
export function hitsIn({ screenSymbols, names }: Arrangement, zoom: number, x: number, y: number): Hit[] {
	const hitOf = ({ symbol: { number, across }, ...at }: ScreenSymbol, part: Hit['part']): Hit => {
		return { number, part, distance: Math.hypot(at.x - x, at.y - y), across };
	};
	const icons = screenSymbols
		.filter(({ symbol }) => zoom < symbol.from)
		.map((screenSymbol) => hitOf(screenSymbol, 'icon'));
	const under = names.filter(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
	return [
		...icons.filter(({ distance }) => distance <= REACH_PIXELS),
		...under.map(({ screenSymbol }) => hitOf(screenSymbol, 'label'))
	];
}

/** A name that is hit squarely is meant, unless the pointer is on an icon as well. */
const ON_ICON_PIXELS = 8;

/**
 * The features that a click means, nearest first. Icons within reach come before areas, as an area can be clicked
 * anywhere else; a name stands for its own feature alone; of areas on each other all are meant, the smallest first.
 */
export function hitFeatures(hits: readonly Hit[]): number[] {
	const icons = hits.filter((hit) => hit.part === 'icon' && hit.distance <= REACH_PIXELS);
	const labels = hits.filter((hit) => hit.part === 'label');
	const onIcon = icons.some((hit) => hit.distance <= ON_ICON_PIXELS);
	if (labels.length > 0 && !onIcon) return numbersOf(labels);
	if (icons.length > 0) return numbersOf(icons.sort((a, b) => a.distance - b.distance));
	return numbersOf(hits.filter((hit) => hit.part === 'area').sort((a, b) => a.across - b.across));
}

function numbersOf(hits: readonly Hit[]): number[] {
	return [...new Set(hits.map((hit) => hit.number))];
}

/** What of a person's own data is under the pointer, by its index in what is drawn: a symbol or a line, and an area. */
export interface OwnHits {
	symbol: number | null;
	area: number | null;
}

/**
 * The own feature that a click means, if it does not mean ours: the atlas's icons and names come first, then a person's own
 * symbols and lines, then the atlas's areas, then a person's own.
 */
export function hitOwnFeature(ours: readonly Hit[], { symbol, area }: OwnHits): number | null {
	const near = ours.some(({ part, distance }) => part === 'label' || (part === 'icon' && distance <= REACH_PIXELS));
	if (near) return null;
	return symbol ?? (ours.length === 0 ? area : null);
}
