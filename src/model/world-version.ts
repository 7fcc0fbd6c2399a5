/**
 * Version of the world that the simulator makes: raised whenever the same scenario and seed give other records than
 * before. A database holds runs of one world version; those of another stay readable, and cannot be continued.
 */
export const worldVersion = 1;
