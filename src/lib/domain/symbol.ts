/**
 * The symbols that layers are drawn with, in a box of 16 by 16, so that the map's icon and the legend's are one.
 * Every layer has a colour and a shape, because colour alone does not tell everyone which is which.
 */

/** The colours of layers, by name; their values stand in the style sheet, for light and for dark. */
export const COLOURS = ['sea', 'rust', 'violet', 'green', 'ochre', 'crimson', 'slate', 'grey'] as const;
export type Colour = (typeof COLOURS)[number];

/** SVG path data of each shape in a box of 16 by 16. */
export const SHAPE_PATHS = {
	square: 'M3 3H13V13H3Z',
	triangle: 'M8 1.8L14.6 13.4H1.4Z',
	circle: 'M8 2.2A5.8 5.8 0 1 1 8 13.8A5.8 5.8 0 1 1 8 2.2Z',
	diamond: 'M8 1.2L14.8 8L8 14.8L1.2 8Z',
	pentagon: 'M8 1.6L14.6 6.5L12.1 14H3.9L1.4 6.5Z',
	cross: 'M5.6 2H10.4V5.6H14V10.4H10.4V14H5.6V10.4H2V5.6H5.6Z',
	hexagon: 'M4.7 2.2H11.3L14.6 8L11.3 13.8H4.7L1.4 8Z',
	'triangle-down': 'M8 14.2L1.4 2.6H14.6Z'
} as const;
export type Shape = keyof typeof SHAPE_PATHS;

/**
 * SVG path data of the symbol of a body, about the same box: a flag whose foot stands in the middle of the box and whose top rises
 * above it, so that what else is marked there can be seen.
 */
export const SEAT_PATH = 'M7 9.4V-5H9V-4.6H17.6L15 -1.2L17.6 2.2H9V9.4Z';

/** SVG path data of the symbol of a contradiction, in the same box: two lines that are not equal, to be stroked. */
export const CONTESTED_PATH = 'M3 5.6H13M3 10.4H13M10.8 1.8L5.2 14.2';
