import { draw, stream } from '../model/math/random.ts';
import { MAX_SLOTS } from '../model/record/key.ts';
import type { SiteItem, SiteUnit } from './site-unit.ts';
import { textHash } from '../model/math/text-hash.ts';

/**
 * What the draws of stream.site are for. Their group is the index of the unit, their entity the slot of an item (below 1024), a case of
 * an item (from 2^30) or an office (from 2^31). Numbers of an item: 0–99 guide, 100–199 application, 200–299 search. Append, never renumber.
 */
export const siteDraw = {
  /** One an element, 0–24 each: the kind of its fault and its wording; the versions that differ; its place among those to be faulty. */
  fault: 0,
  versions: 25,
  faultOrder: 50,
  /** What the rules say. */
  powerSource: 75,
  article: 76,
  feeArticle: 77,
  paperMedium: 78,
  otherForm: 79,
  /** One a step of the application, 0–4 each: free of obstacles; one or two of them. */
  stepFree: 100,
  twoObstacles: 105,
  /** One an obstacle, 0–9. */
  obstacleOrder: 110,
  unlistedPaper: 120,
  extraCondition: 121,
  firstFreeDay: 122,
  caseSerial: 123,
  applicant: 124,
  agent: 125,
  /** One a place in a list of slots, 0–9. */
  freePlaces: 130,
} as const;

/** Numbers of the draws of an office. */
export const officeDraw = { floor: 0, area: 1, window: 2, hours: 3, telephone: 4, supervision: 5 } as const;

/** Numbers of the draws of a case. */
export const caseDraw = { stage: 0, decided: 1 } as const;

const CASES = 2 ** 30;
const OFFICES = 2 ** 31;
/** Serial numbers of cases of an item on a site: six digits. */
export const SITE_SERIALS = 1_000_000;

/** The word of an item for a purpose. */
export const itemWord = ({ seed, index }: SiteUnit, { slot }: Pick<SiteItem, 'slot'>, n: number): number =>
  draw(seed, stream.site, index, slot, n);

/** The word of an office for a purpose: items of one office share it. The office is known by its code, whatever stands beside it. */
export const officeWord = ({ seed, index }: SiteUnit, officeCode: string, n: number): number =>
  draw(seed, stream.site, index, OFFICES + (textHash(officeCode) % OFFICES), n);

/** The word of a case of an item for a purpose. */
export const caseWordOf = (
  { seed, index }: SiteUnit,
  { slot }: Pick<SiteItem, 'slot'>,
  serial: number,
  n: number,
): number => draw(seed, stream.site, index, CASES + (slot % MAX_SLOTS) * 2 ** 20 + serial, n);

/** Entry of a list that a word chooses, each as likely. */
export const chosen = <T>(list: readonly [T, ...T[]], word: number): T => list[word % list.length] ?? list[0];
