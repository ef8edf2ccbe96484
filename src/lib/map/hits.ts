import type { Arrangement } from './names/arrange';

/** A rendered feature under the pointer. */
export interface Hit {
	/** The feature's place in the dataset. */
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
export function hitsIn({ sightings, names }: Arrangement, zoom: number, x: number, y: number): Hit[] {
	const icons = sightings.flatMap(({ mark, ...at }): Hit[] => {
		const distance = Math.hypot(at.x - x, at.y - y);
		if (zoom >= mark.from || distance > REACH_PIXELS) return [];
		return [{ number: mark.number, part: 'icon', distance, across: mark.across }];
	});
	const under = names.filter(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
	return [
		...icons,
		...under.map(({ sighting: { mark, ...at } }): Hit => {
			return { number: mark.number, part: 'label', distance: Math.hypot(at.x - x, at.y - y), across: mark.across };
		})
	];
}

/** A name that is hit squarely is meant, unless the pointer is on an icon as well. */
const ON_ICON_PIXELS = 8;

/**
 * The features that a click means, nearest first. Icons within reach come before areas, as an area can be clicked
 * anywhere else; a name stands for its own feature alone; of areas on each other all are meant, the smallest first.
 */
export function meant(hits: readonly Hit[]): number[] {
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

/** A rendered feature of a person's own data under the pointer. */
export interface OwnHit {
	/** Its place in what is drawn. */
	number: number;
	part: 'mark' | 'area';
}

/**
 * The own feature that a click means, if it does not mean ours: the atlas's icons and names come first, then a person's own
 * marks and lines, then the atlas's areas, then a person's own.
 */
export function ownMeant(ours: readonly Hit[], own: readonly OwnHit[]): number | null {
	const near = ours.some(({ part, distance }) => part === 'label' || (part === 'icon' && distance <= REACH_PIXELS));
	if (near) return null;
	const mark = own.find(({ part }) => part === 'mark');
	const area = ours.length === 0 ? own.find(({ part }) => part === 'area') : undefined;
	return (mark ?? area)?.number ?? null;
}
