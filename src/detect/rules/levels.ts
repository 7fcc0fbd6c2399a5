/** The lowest level of a good rating, and the highest of a bad one (差评). */
export const GOOD = 4;
export const BAD = 2;
/** 基本满意, between the two. */
export const MIDDLE = 3;
