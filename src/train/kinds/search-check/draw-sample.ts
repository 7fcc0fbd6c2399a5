import { FURTHEST_PLACE } from '../../../model/evaluation/assessment.ts';
import { pointsOfPlace, type AskingWay } from '../../../model/site/asking-ways.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import { askingsOf } from '../../../portal/search/askings.ts';
import { searchIndexOf, type SearchIndex } from '../../../portal/search/search-index.ts';
import { searchPlacesOf } from '../../../portal/search/search-truth.ts';
import type { SiteItem, SiteUnit } from '../../../portal/site-unit.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { itemsWithNames } from '../drawn-site.ts';
import type { Asking } from './asking.ts';
import { drawEntries, type LogEntry } from './draw-log.ts';
import type { SearchTemplate } from './search-templates.ts';

/** The sample (抽样): queries that the trainee records, and others that an evaluator has recorded. */
export interface SearchSample {
  readonly site: SiteUnit;
  readonly recorded: readonly Asking[];
  readonly logged: readonly Asking[];
  readonly log: readonly LogEntry[];
}

/** Items that the sample is chosen from. */
const candidatesOf: Readonly<Record<Difficulty, number>> = { 1: 20, 2: 40, 3: 80 };

/** How hard the places of an item should be to make out, 0 all first to 3 all late or absent. */
const wantedHardness: Readonly<Record<Difficulty, number>> = { 1: 0.3, 2: 1, 3: 3 };

/** What an item of the same subject counts for, up to three: they are avoided where it is plain, and sought where it is hard. */
const relativeWeight: Readonly<Record<Difficulty, number>> = { 1: 0.2, 2: 0, 3: -0.2 };
const MOST_RELATIVES = 3;

export function drawSearchSample(request: MakeRequest, template: SearchTemplate): SearchSample {
  const { draws, difficulty } = request;
  const site = draws.one('site', request.world.sites);
  const index = indexOf(site);
  const { items, ways } = template;
  const chosen = draws
    .shuffled('candidates', itemsWithNames(site))
    .slice(0, candidatesOf[difficulty])
    .map((item) => ({
      item,
      off:
        Math.abs(hardnessOf(site, item, ways) - wantedHardness[difficulty]) +
        relativeWeight[difficulty] * Math.min(relativesOf(site, item), MOST_RELATIVES),
    }))
    .sort((a, b) => a.off - b.off)
    .map(({ item }) => item);
  const asked = firstThat(chosen, 2 * items, (item) => ways.every((way) => isAskedAs(index, item, way)));
  const order = draws.shuffled('recorded or logged', asked);
  const askings = order
    .flatMap((item) => ways.map((way) => ({ item, way })))
    .map(({ item, way }, i) => askingOf(index, item, way, i + 1));
  const recorded = askings.slice(0, items * ways.length);
  const logged = askings.slice(items * ways.length);
  return { site, recorded, logged, log: drawEntries(request, logged) };
}

/** The first so many of a list that meet a condition; no more of them are tried. */
function firstThat<T>(list: readonly T[], count: number, meets: (entry: T) => boolean): T[] {
  const found: T[] = [];
  for (const entry of list) {
    if (found.length === count) break;
    if (meets(entry)) found.push(entry);
  }
  return found;
}

/** Indexes of sites, each built once. */
const indexes = new WeakMap<SiteUnit, SearchIndex>();

function indexOf(site: SiteUnit): SearchIndex {
  const known = indexes.get(site);
  if (known !== undefined) return known;
  const index = searchIndexOf(site);
  indexes.set(site, index);
  return index;
}

/** False where the words ask for another item as well, to which the site answers. */
const isAskedAs = (index: SearchIndex, item: SiteItem, way: AskingWay): boolean =>
  index.askedFor(askingsOf(index.site, item)[way].zh)?.item === item;

function askingOf(index: SearchIndex, item: SiteItem, way: AskingWay, number: number): Asking {
  const text = askingsOf(index.site, item)[way];
  const hits = index.search(text.zh).hits.slice(0, FURTHEST_PLACE);
  return { number, item, way, text, hits, place: hits.indexOf(item) + 1 };
}

function hardnessOf(site: SiteUnit, item: SiteItem, ways: readonly AskingWay[]): number {
  const places = searchPlacesOf(site, item);
  const steps = ways.map((way) => hardnessOfPlace(places[way]));
  return steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** Steps below the best points. */
const hardnessOfPlace = (place: number): number => {
  const points = pointsOfPlace(place);
  return points === 10 ? 0 : points === 8 ? 1 : points === 6 ? 2 : 3;
};

/** Other items whose names begin alike: the change, the renewal, the cancellation of the same thing. */
const relativesOf = ({ items }: SiteUnit, { name }: SiteItem): number =>
  items.filter((other) => other.name.slice(0, ALIKE) === name.slice(0, ALIKE)).length - 1;
const ALIKE = 4;
