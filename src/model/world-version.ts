/**
 * Version of the world that the simulator makes: raised whenever the same scenario and seed give other records than
 * before. A database holds runs of one world version; those of another stay readable, and cannot be continued.
 *
 * 2: cases begun before the first day of a run exist; what happened before its last day does not depend on that day (no
 * acceptance is recorded because a case is open at the end, manipulations go by what would have come); uploads stay on the day of
 * their rating; bad ratings lead to work orders unless the scenario says otherwise.
 */
export const worldVersion = 2;
