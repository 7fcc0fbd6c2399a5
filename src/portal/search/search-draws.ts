import { draw, stream } from '../../model/math/random.ts';
import { askingWays, type AskingWay } from '../../model/site/asking-ways.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';

/**
 * What the random words of search are for: their numbers in the stream of sites, 200 to 299. Where each way of asking has its own, the
 * number is that of the first way. Append, never renumber.
 */
const searchPurposes = {
  isFirst: 200,
  laterBand: 204,
  placeInBand: 208,
  assistantIsRight: 212,
  assistantErrs: 216,
  typingKind: 220,
  typingPlace: 221,
  typingPlaceEn: 222,
  needSentence: 223,
  needSentenceEn: 224,
} as const;

type Purpose = keyof typeof searchPurposes;

/** The random word of an item for a purpose. */
export const searchWord = ({ seed, index }: SiteUnit, { slot }: SiteItem, purpose: Purpose): number =>
  draw(seed, stream.site, index, slot, searchPurposes[purpose]);

/** The random word of an item that is asked for in a way. */
export const askedWord = (
  { seed, index }: SiteUnit,
  { slot }: SiteItem,
  purpose: Purpose,
  way: AskingWay,
): number => draw(seed, stream.site, index, slot, searchPurposes[purpose] + askingWays.indexOf(way));
