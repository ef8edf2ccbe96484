/** The ids of MapLibre's sources, so that *source* stays the document. */
export const MAP_SOURCES = {
	room: 'room',
	shapes: 'shapes',
	focus: 'focus',
	own: 'own',
	clause: 'clause'
} as const;
export type MapSourceId = (typeof MAP_SOURCES)[keyof typeof MAP_SOURCES];
