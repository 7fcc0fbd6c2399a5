import { draw, drawNormal, stream, threshold, uniform } from '../../model/math/random.ts';
import type { Item, Reference } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { columns } from './item-draws.ts';
import { chooseSystematically, inclusionChances, ranked } from './quota.ts';

import type { SimulatedUnit } from './simulated-unit.ts';

/** An item on a unit’s own list (实施清单). */
export interface ListedItem {
  readonly item: Item;
  /** Position in the list of all items: part of every key of randomness. */
  readonly index: number;
  /** Share of the unit’s demand. */
  readonly share: number;
  /** The department that handles it in this unit, by its number. */
  readonly office: number;
}

/** Entity of the keyed draws that choose a unit’s list, beside 0 of its qualities and 1 of what it offers. */
const LIST = 2;
/** Number of the first of these draws for a local theme; those before it say what is left out, by kind. */
const THEMES = 16;
/** Number of the one that says whether the unit has a department of administrative approval. */
const APPROVAL = 15;
/** Which items a unit has, and how much each is asked for there, belongs to the place: all seeds share these draws of seed 0. */
const PLACE = 0;

/** Items used less than this, against 100 of the most used one, are left out, or not offered, as readily as one another. */
const RARE = 1;

/** How readily an item is left out: hardly ever what most people ask for. */
export const readinessToMiss = ({ popularity }: Item): number => 1 / Math.max(RARE, popularity);

const PUBLIC_SERVICE = '20';
const LICENCE = '01';

/** Key of the department of administrative approval (行政审批). */
const ADMINISTRATIVE_APPROVAL = 'administrative-approval';

const kindOf = ({ type, handling, convenience }: Item): string =>
  `${type === PUBLIC_SERVICE ? 'public' : 'power'} ${handling} ${convenience ? 'everyday' : ''}`;

/** Positions of items by their kind, in the order given: what indicators count apart has a quota of its own. */
export function byKind(positions: readonly number[], items: readonly Item[]): number[][] {
  const kinds = items.map(kindOf);
  return [...new Set(kinds)].sort().map((kind) => positions.filter((i) => kinds[i] === kind));
}

/**
 * The items a unit has on its list: most of the common ones, by quotas, and all local items of so many themes drawn for it. How
 * much each is asked for differs from unit to unit around its popularity.
 */
export function itemList(
  { catalogue, demand }: Scenario,
  unit: SimulatedUnit,
  { items, departments }: Pick<Reference, 'items' | 'departments'>,
): ListedItem[] {
  const wordOf = (n: number): number => draw(PLACE, stream.unitQuality, unit.index, LIST, n);
  const inAnyOrder = ranked(items.map((_, i) => draw(PLACE, stream.task, unit.index, i, columns.listed)));
  const leftOut = new Set(
    byKind(
      inAnyOrder.filter((i) => items[i]?.local === undefined),
      items,
    ).flatMap((kind, n) =>
      chooseSystematically(
        inclusionChances(
          // Squared: a list without what most people ask for would be none.
          kind.map((i) => (items[i] === undefined ? 0 : readinessToMiss(items[i]) ** 2)),
          Math.round(kind.length * (1 - catalogue.implemented)),
        ),
        uniform(wordOf(n)),
      ).map((at) => kind[at]),
    ),
  );
  const themes = [...new Set(items.flatMap(({ local }) => local ?? []))];
  const ownThemes = new Set(
    ranked(themes.map((_, n) => wordOf(THEMES + n)))
      .slice(0, Math.round(catalogue.local * themes.length))
      .map((n) => themes[n]),
  );
  const listed = items.flatMap((item, index) => {
    const isListed = item.local === undefined ? !leftOut.has(index) : ownThemes.has(item.local);
    if (!isListed) return [];
    const taste = drawNormal(PLACE, stream.task, unit.index, index, columns.taste);
    return [{ item, index, asked: item.popularity * Math.exp(demand.localTaste * taste) }];
  });
  const orders = new Map(departments.map(({ key }, order) => [key, order]));
  const approval =
    wordOf(APPROVAL) < threshold(catalogue.approvalOffices) ? orders.get(ADMINISTRATIVE_APPROVAL) : undefined;
  const officeOf = ({ type, department }: Item): number => {
    const order = orders.get(department) ?? -1;
    return (type === LICENCE && departments[order]?.handsOver === true ? approval : undefined) ?? order;
  };
  const all = listed.reduce((sum, { asked }) => sum + asked, 0);
  return listed.map(({ item, index, asked }) => ({
    item,
    index,
    share: asked / all,
    office: officeOf(item),
  }));
}
