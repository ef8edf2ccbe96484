import { WORLD_PIXELS } from '$lib/geometry/ground-scale';
import { ICON_SIDE } from '../images';
import { ACROSS, COUNTRY_SPACING, ICON_SCALE, LINE_HEIGHT, TEXT_SIZE, valueAt, ZOOMS_TO_HOLD } from '../look';
import type { ShapeProperties } from '../sources/features';
import { claimsIn, FADED, isContestedIn } from '../sources/feature-states';
import type { NameMeasure } from './text-width';
import type { Screen, ScreenSymbol } from './screen';
import { around, type Box, type CollisionGrid } from './collision-grid';

/**
 * Where a name stands: beside its icon or small area, across an area that is large enough to hold it, or wherever a
 * country leaves room.
 */
export const LABEL_POSITIONS = ['across', 'beside', 'country'] as const;
export type LabelPosition = (typeof LABEL_POSITIONS)[number];

/** The side or corner of a name that touches what it names, and in which direction the name lies from there. */
const DIRECTIONS = {
	left: [1, 0],
	right: [-1, 0],
	top: [0, 1],
	bottom: [0, -1],
	'top-left': [1, 1],
	'top-right': [-1, 1],
	'bottom-left': [1, -1],
	'bottom-right': [-1, -1],
	center: [0, 0]
} as const satisfies Record<string, readonly [east: number, south: number]>;
type Anchor = keyof typeof DIRECTIONS;

/** Best first: names to the right of icons read best. */
const AROUND: readonly Anchor[] = [
	'left',
	'right',
	'bottom-left',
	'top-left',
	'bottom-right',
	'top-right',
	'top',
	'bottom'
];

/** The middle of a country is left to what stands there. */
export const ANCHORS: Record<LabelPosition, readonly Anchor[]> = {
	across: ['center', ...AROUND],
	beside: AROUND,
	country: AROUND
};

/** A name on the screen. */
export interface PlacedName {
	/** The same for a name as long as it stands. */
	key: string;
	screenSymbol: ScreenSymbol;
	lines: readonly string[];
	/** The number of claims, or null where there is none to tell. */
	claims: number | null;
	/** True where the sign of a contradiction follows: there is no icon to have it. */
	contested: boolean;
	faded: boolean;
	position: LabelPosition;
	align: 'left' | 'center' | 'right';
	/** Size of the letters in CSS pixels. */
	size: number;
	/** In CSS pixels from the top left corner of the screen. */
	box: Box;
}

/** What measures names; see text-width.ts. */
export type Measure = Pick<NameMeasure, 'nameOf' | 'footnoteOf'>;

/** Between names, in CSS pixels. */
const PADDING = 1;
/** A square of the screen in which names compete, about half as wide as a name, and how many of them are tried in it. */
const CROWD_PIXELS = 48;
const MOST_IN_CROWD = 3;
/** Above and below the letters of a line this much is free, in sizes. */
const LEADING = 0.29;
/** Between a name and its footnote, and what the sign of a contradiction takes after it, in sizes. */
const FOOTNOTE_GAP = 0.08;
const SIGN_WIDTH = 0.95;
/** How far a name stands from the middle of a small area that has taken its icon's place, as a share of what it is across. */
const BESIDE_SHARE = 0.36;

/** Where a name stands at a zoom. */
function positionAt(
	{ from, fill, within }: Pick<ShapeProperties, 'from' | 'fill' | 'within'>,
	zoom: number
): LabelPosition {
	if (zoom < from + ZOOMS_TO_HOLD) return 'beside';
	return fill === 0 && !within ? 'country' : 'across';
}

/**
 * Finds room for the names of what is on the screen, clear of each other and of all icons, and inside the screen where that
 * can be. Where names would collide, that of the open feature stays, then what the filter chooses before what it fades,
 * then those with most claims, and those across areas before those beside icons; countries come last, as they have room
 * elsewhere. Of names beside icons that stand close together only the first are tried.
 *
 * @param screenSymbols what is on the screen
 * @param grid the boxes of icons; those of the names are added
 * @param selected the index in the dataset of the open feature, or -1
 */
export function placeNames(
	screenSymbols: readonly ScreenSymbol[],
	screen: Screen,
	grid: CollisionGrid,
	measure: Measure,
	selected: number
): PlacedName[] {
	const { zoom } = screen;
	const size = valueAt(TEXT_SIZE, zoom);
	const crowds = new Map<number, number>();
	return inOrder(screenSymbols, zoom, selected).flatMap(({ screenSymbol, position }) => {
		const isOpen = screenSymbol.symbol.number === selected;
		if (position === 'beside' && !isOpen && isCrowded(crowds, screenSymbol, zoom)) return [];
		const { width, height, ...name } = setName(screenSymbol, position, zoom, size, measure);
		const away = distanceOf(screenSymbol.symbol, position, zoom, isOpen) * size;
		const boxOf = (anchor: Anchor) => boxAt(screenSymbol, anchor, width, height, away, LEADING * size);
		// The first that is free and inside the screen, or else the first that is free.
		const isFree = (one: Anchor) => grid.isFree(padded(boxOf(one)));
		const anchor =
			ANCHORS[position].find((one) => isInside(boxOf(one), screen) && isFree(one)) ?? ANCHORS[position].find(isFree);
		if (!anchor) return [];
		const box = boxOf(anchor);
		grid.add(box);
		return [{ ...name, screenSymbol, position, align: alignOf(anchor), size, box }];
	});
}

/** The box of an icon, whatever its age. */
export function iconBox(icon: ScreenSymbol, zoom: number): Box {
	return around(icon, (ICON_SIDE * valueAt(ICON_SCALE, zoom)) / 2);
}

function inOrder(screenSymbols: readonly ScreenSymbol[], zoom: number, selected: number) {
	const rank = ({ symbol, state }: ScreenSymbol, position: LabelPosition) =>
		(symbol.number === selected ? 0 : 4) + (state === FADED ? 2 : 0) + (position === 'country' ? 1 : 0);
	return screenSymbols
		.map((screenSymbol) => {
			const position = positionAt(screenSymbol.symbol, zoom);
			return { screenSymbol, position, rank: rank(screenSymbol, position) };
		})
		.sort(
			(a, b) =>
				a.rank - b.rank ||
				claimsIn(b.screenSymbol.state) - claimsIn(a.screenSymbol.state) ||
				LABEL_POSITIONS.indexOf(a.position) - LABEL_POSITIONS.indexOf(b.position) ||
				a.screenSymbol.symbol.number - b.screenSymbol.symbol.number
		);
}

/** Counts a name in its square of the ground; true where the square had as many as are tried. */
function isCrowded(crowds: Map<number, number>, { symbol, world }: ScreenSymbol, zoom: number): boolean {
	const [column, row] = [symbol.x + world * WORLD_PIXELS, symbol.y].map((at) =>
		Math.floor((at * 2 ** zoom) / CROWD_PIXELS)
	);
	// There are fewer than 2 ** 24 rows at any zoom.
	const key = (column ?? 0) * 2 ** 24 + (row ?? 0);
	const count = crowds.get(key) ?? 0;
	crowds.set(key, count + 1);
	return count >= MOST_IN_CROWD;
}

/** What stands in a name, and how much room it takes in CSS pixels. */
function setName(
	{ symbol, state, world }: ScreenSymbol,
	position: LabelPosition,
	zoom: number,
	size: number,
	measure: Measure
) {
	const { lines, width, lastWidth } = measure.nameOf(symbol);
	const claims = state > 0 ? claimsIn(state) : null;
	const contested = zoom >= symbol.from && isContestedIn(state);
	const spacing = position === 'country' ? COUNTRY_SPACING * Math.max(...lines.map((line) => line.length)) : 0;
	const after = (claims === null ? 0 : FOOTNOTE_GAP + measure.footnoteOf(claims)) + (contested ? SIGN_WIDTH : 0);
	return {
		key: `${symbol.number} ${world}`,
		lines,
		claims,
		contested,
		faded: state === FADED,
		width: (Math.max(width, lastWidth + after) + spacing) * size,
		height: lines.length * LINE_HEIGHT * size
	};
}

/**
 * How far from the middle of its feature a name stands, in sizes: clear of the icon, or about clear of the area that has
 * taken its place; away from the middle of a large area it goes well away from it, but stays inside.
 */
function distanceOf({ from, across }: ShapeProperties, position: LabelPosition, zoom: number, isOpen: boolean): number {
	const pixels = across * 2 ** zoom;
	if (position !== 'beside')
		return Math.min(ACROSS.most, Math.max(ACROSS.least, (pixels * ACROSS.share) / ACROSS.size));
	if (zoom < from) return isOpen ? 1.3 : 1;
	return Math.max(1, (pixels * BESIDE_SHARE) / ACROSS.size);
}

function boxAt(
	{ x, y }: ScreenSymbol,
	anchor: Anchor,
	width: number,
	height: number,
	away: number,
	leading: number
): Box {
	const [east, south] = DIRECTIONS[anchor];
	const aside = east !== 0 && south !== 0 ? away * Math.SQRT1_2 : away;
	const left = x + east * aside + ((east - 1) * width) / 2;
	// Letters do not fill their line: above and below, the name may come nearer.
	const top = y + south * (aside - leading) + ((south - 1) * height) / 2;
	return { left, top, right: left + width, bottom: top + height };
}

function alignOf(anchor: Anchor): PlacedName['align'] {
	const [east] = DIRECTIONS[anchor];
	return east > 0 ? 'left' : east < 0 ? 'right' : 'center';
}

function isInside({ left, top, right, bottom }: Box, { width, height }: Screen): boolean {
	return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function padded({ left, top, right, bottom }: Box): Box {
	return { left: left - PADDING, top: top - PADDING, right: right + PADDING, bottom: bottom + PADDING };
}
