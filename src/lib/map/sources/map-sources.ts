/** The ids of MapLibre's sources, so that *source* stays the document. */
export const MAP_SOURCES = ['placeholder', 'shapes', 'focus', 'own', 'clause'] as const;
export type MapSourceId = (typeof MAP_SOURCES)[number];
