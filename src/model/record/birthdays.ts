/**
 * When made-up natural persons were born. The last 14 bits of the number of a person say which of 16,384 birthdays is
 * theirs, so that a person always has the same one, and every pool of applicants, whatever its size, is spread over all.
 *
 * Shares of bands are an assumption about adults who apply: of the grown-up population of the census of 2020 more are 60 and
 * older, but they apply less often. Within the first two bands all birthdays are alike; among the oldest they thin out to 0.
 */

import { dateOf, dayOf } from '../time/time.ts';

/** Bands of age at the end of 2020, of which the shares are of natural persons: born in these years, both counted in. */
export const ageBands = [
  { id: '60', share: 0.16, from: 1936, to: 1960 },
  { id: '35', share: 0.5, from: 1961, to: 1985 },
  { id: '18', share: 0.34, from: 1986, to: 2002 },
] as const;

/** Birthdays there are: a power of two. */
export const BIRTHDAYS = 16_384;
/** First and last of the days on which made-up people may be born, as days since 2000-01-01. */
export const FIRST_BIRTHDAY = dayOf(1936, 1, 1);
export const LAST_BIRTHDAY = dayOf(2002, 12, 31);

/** Age from which on people apply. */
const MAJORITY = 18;
/** From this day on everybody who was made up is of age. */
const ALL_OF_AGE = dayOf(dateOf(LAST_BIRTHDAY).year + MAJORITY + 1, 1, 1);

/** Day of each birthday, rising; no two are the same, so that the day tells which one it is. */
const days = new Int32Array(BIRTHDAYS);
/** Band of each birthday, as an index of `ageBands`. */
const bands = new Uint8Array(BIRTHDAYS);
/** Which birthday a day is, from the first one on; -1 where nobody was born. */
const births = new Int16Array(LAST_BIRTHDAY - FIRST_BIRTHDAY + 1).fill(-1);

/** How many of the birthdays fall before each year, from that of the first one on. */
const before = new Int32Array(dateOf(LAST_BIRTHDAY).year - dateOf(FIRST_BIRTHDAY).year + 1);

let first = 0;
let part = 0;
for (const [band, { share, from, to }] of ageBands.entries()) {
  part += share;
  const next = Math.round(part * BIRTHDAYS);
  const begins = dayOf(from, 1, 1);
  const length = dayOf(to + 1, 1, 1) - begins;
  for (let birth = first; birth < next; birth++) {
    const place = (birth - first + 0.5) / (next - first);
    // The oldest thin out: their number rises in proportion with the years that they are younger than the oldest of all.
    const day = begins + Math.floor(length * (band === 0 ? Math.sqrt(place) : place));
    days[birth] = day;
    bands[birth] = band;
    births[day - FIRST_BIRTHDAY] = birth;
  }
  first = next;
}
for (let year = 0; year < before.length; year++) {
  const begins = dayOf(dateOf(FIRST_BIRTHDAY).year + year, 1, 1);
  before[year] = days.findIndex((day) => day >= begins);
}

/** Which birthday is a person's. */
export const birthOf = (person: number): number => person & (BIRTHDAYS - 1);
/** The day of a birthday. */
export const dayOfBirth = (birth: number): number => days[birth] ?? FIRST_BIRTHDAY;
/** Which birthday a day is, or -1 when nobody is born on it. */
export const birthOn = (day: number): number => births[day - FIRST_BIRTHDAY] ?? -1;
/** The first of the birthdays of those who are not of age in the whole year of a day: younger than 18 on its first day. */
export const firstMinorIn = (day: number): number =>
  day >= ALL_OF_AGE
    ? BIRTHDAYS
    : (before[dateOf(day).year - MAJORITY - dateOf(FIRST_BIRTHDAY).year] ?? BIRTHDAYS);
/** The band of a natural person, as an index of `ageBands`. */
export const ageBandOf = (person: number): number => bands[birthOf(person)] ?? 0;
