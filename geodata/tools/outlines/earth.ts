/** Mean radius of the earth in metres. */
export const EARTH_METRES = 6_371_008.8;

/** A degree of latitude in metres, to the metre. */
export const METRES_PER_DEGREE = 111_195;
