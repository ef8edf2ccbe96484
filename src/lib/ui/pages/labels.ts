import type { Frame } from './frame';

/** What a name is for: a mark, a ring or an area, and where it stands. */
export interface Named {
	name: string;
	x: number;
	y: number;
	/** The radius of its ring; null for none. */
	ring: number | null;
	/** True where it is wide enough for the name to stand in it. */
	isArea: boolean;
}

/** Where a name stands: `x` is its start, middle or end, as `anchor` says (SVG's text-anchor). */
export interface Label {
	x: number;
	y: number;
	anchor: 'start' | 'middle' | 'end';
}

/** The size of names on the narrowest screens, where they are largest beside the drawing. */
const LETTER = 8.2;
const LINE = 17;
/** The lower edge belongs to the names of the meridians. */
const MARGIN_BELOW = 20;

type Box = readonly [left: number, top: number, right: number, bottom: number];

/**
 * Where names stand, the last first, wherever there is room for them; null where there is none. The list beside a drawing
 * names everything.
 */
export function labelsFor(named: readonly Named[], frame: Frame): (Label | null)[] {
	const taken: Box[] = named.filter(({ isArea }) => !isArea).map(({ x, y }) => [x - 7, y - 7, x + 7, y + 7]);
	const labels = named.toReversed().map((one) => {
		const length = one.name.length * LETTER;
		const found = labelPositions(one)
			.map((label) => ({ label, box: boxOf(label, length) }))
			.find(({ box }) => isInside(box, frame) && !taken.some((other) => overlap(box, other)));
		if (found) taken.push(found.box);
		return found?.label ?? null;
	});
	return labels.toReversed();
}

function labelPositions({ x, y, ring, isArea }: Named): Label[] {
	const middle = { x, y: y + 4, anchor: 'middle' } as const;
	if (isArea) return [middle, { ...middle, y: y - 18 }, { ...middle, y: y + 24 }];
	const away = (ring ?? 7) + 4;
	return [
		{ x: x + away, y: y + 4, anchor: 'start' },
		{ x: x - away, y: y + 4, anchor: 'end' },
		{ x, y: y - away - 1, anchor: 'middle' },
		{ x, y: y + away + 11, anchor: 'middle' }
	];
}

function boxOf({ x, y, anchor }: Label, length: number): Box {
	const left = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
	return [left, y - 0.8 * LINE, left + length, y + 0.25 * LINE];
}

function isInside([left, top, right, bottom]: Box, { width, height }: Frame): boolean {
	return left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - MARGIN_BELOW;
}

function overlap(a: Box, b: Box): boolean {
	return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
