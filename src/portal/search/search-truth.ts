import { uniform } from '../../model/math/random.ts';
import { shiftedShare } from '../../simulate/distributions.ts';
import type { AskingWay } from '../../model/site/asking-ways.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { askedWord } from './search-draws.ts';

/**
 * How much harder than by its standard name an item is found in each way, on the logit scale of the chance of the first place. Assumptions
 * of this project: a search that knows names best knows some of what people call things, and is put off most by wrong characters.
 */
const harder: Readonly<Record<AskingWay, number>> = { standard: 0, common: -0.8, typing: -1.2, need: -1 };

/**
 * Where the right item stands that is not the first hit: shares of second or third place, of the rest of the first page, of the second
 * page, and of no place at all. Assumptions of this project.
 */
const laterBands: readonly { readonly share: number; readonly from: number; readonly places: number }[] = [
  { share: 0.5, from: 2, places: 2 },
  { share: 0.25, from: 4, places: 7 },
  { share: 0.12, from: 11, places: 10 },
  { share: 0.13, from: 0, places: 1 },
];

/** Other hits that stand in the list of an asking, where the unit has as many items: enough for places on the second page. */
export const OTHER_HITS = 20;

/** Chance of the first place on a site for an item that is asked for in a way, 0..1. */
export const firstPlaceChance = ({ search }: Pick<SiteUnit, 'search'>, way: AskingWay): number =>
  shiftedShare(search, harder[way]);

function placeOf(site: SiteUnit, item: SiteItem, way: AskingWay): number {
  if (uniform(askedWord(site, item, 'isFirst', way)) < firstPlaceChance(site, way)) return 1;
  let left = uniform(askedWord(site, item, 'laterBand', way));
  const band = laterBands.find(({ share }) => (left -= share) < 0) ?? laterBands.at(-1);
  if (band === undefined || band.from === 0) return 0;
  const place = band.from + Math.floor(uniform(askedWord(site, item, 'placeInBand', way)) * band.places);
  // Before an item of a small unit stand no more hits than the unit has other items.
  return Math.min(place, site.items.length);
}

/** One value for each way of asking. */
const ofEachWay = <T>(value: (way: AskingWay) => T): Record<AskingWay, T> => ({
  standard: value('standard'),
  common: value('common'),
  typing: value('typing'),
  need: value('need'),
});

/**
 * The truth of search: place of an item among the hits where it is asked for in each way, 1..10 on the first page, 11..20 on the second,
 * 0 where it is not found. Depends on what else the unit offers only where that is too little for the place drawn.
 */
export const searchPlacesOf = (site: SiteUnit, item: SiteItem): Record<AskingWay, number> =>
  ofEachWay((way) => placeOf(site, item, way));

/** What the assistant makes of a question: the item asked for, the one most like it (相近事项), or nothing. */
export const assistantOutcomes = ['right', 'neighbour', 'nothing'] as const;
export type AssistantOutcome = (typeof assistantOutcomes)[number];

/** Share of the questions not answered rightly that are answered with a neighbouring item. An assumption of this project. */
const NEIGHBOUR = 0.6;

function outcomeOf(site: SiteUnit, item: SiteItem, way: AskingWay): AssistantOutcome {
  // An assumption: the assistant knows as much as the search, and nothing of where the search failed.
  if (uniform(askedWord(site, item, 'assistantIsRight', way)) < firstPlaceChance(site, way)) return 'right';
  const hasNeighbour = site.items.length > 1;
  return hasNeighbour && uniform(askedWord(site, item, 'assistantErrs', way)) < NEIGHBOUR
    ? 'neighbour'
    : 'nothing';
}

/** The truth of the assistant: what it answers where an item is asked for in each way. */
export const assistantTruthOf = (site: SiteUnit, item: SiteItem): Record<AskingWay, AssistantOutcome> =>
  ofEachWay((way) => outcomeOf(site, item, way));
