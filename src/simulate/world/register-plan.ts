import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import { draw, stream, uniform } from '../../model/math/random.ts';
import { guideGroups, type GuideGroup } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { shiftedShare } from '../distributions.ts';
import { columns, type ItemDraws } from './item-draws.ts';
import { byKind, readinessToMiss, type ListedItem } from './item-list.ts';
import { chooseSystematically, inclusionChances, spreadWithin } from './quota.ts';
import type { SimulatedUnit } from './simulated-unit.ts';

/** Elements of a guide by group, as the national sheets count them (25 in all). */
export const guideElements: Record<GuideGroup, number> = {
  basics: 12,
  materials: 4,
  process: 3,
  forms: 3,
  fees: 3,
};

/** Entity of the keyed draws that choose a unit's items, beside entity 0 of its qualities. */
const CHOICE = 1;
/** Numbers of these draws: one each for what is offered and what is not; then one a kind of item and attempt. */
const start = { online: 0, published: 8 } as const;
/** Web and mobile need the depth from which an item is online at all; fully online (全程网办) begins at this one. */
export const PLANNED_ONLINE_DEPTH = 5;
const OFFERED = 1;

/** The items of a unit with all draws of them: what of its register does not hang on its qualities. */
export interface UnitItems {
  readonly list: readonly ListedItem[];
  readonly draws: ItemDraws;
}

/** What a unit decides item by item, each column in the order of its own list. */
export interface RegisterPlan {
  readonly published: readonly boolean[];
  /** Evenly spread values among the offered items, and among the others. */
  readonly column: (n: number) => Float64Array;
  /** Evenly spread values among all items: they do not depend on what is offered. */
  readonly columnOfAll: (n: number) => Float64Array;
  readonly depth: readonly number[];
  /** Evenly spread among the items that suit the same channels. */
  readonly channels: Float64Array;
  /** Right elements of each guide group. */
  readonly guide: Readonly<Record<GuideGroup, readonly number[]>>;
  readonly maturity: number;
  readonly completeness: number;
}

/**
 * Plans the register of a unit by quotas over its offered items, so that each share is met to the rounding of their
 * number. What is left out, or not put online, is hardly ever what most people ask for (chance against popularity).
 */
export function planRegister(
  scenario: Scenario,
  seed: number,
  unit: SimulatedUnit,
  { list, draws }: UnitItems,
): RegisterPlan {
  const items = list.map(({ item }) => item);
  const { quality } = scenario;
  const shareOf = (dimension: 'maturity' | 'completeness' | 'coverage' | 'accuracy'): number =>
    shiftedShare(quality[dimension].mean, quality[dimension].spread * unit.quality[dimension]);
  const startOf = (n: number): number => uniform(draw(seed, stream.unitQuality, unit.index, CHOICE, n));
  const chancesToMiss = (among: readonly number[], share: number): number[] =>
    inclusionChances(
      among.map((i) => (items[i] === undefined ? 0 : readinessToMiss(items[i]))),
      Math.round(among.length * (1 - share)),
    );

  // By department, so that what is missing is missing in about as many of them with any seed.
  const department = list.map(({ office }) => office);
  const byDepartment = [...draws.inOrder(columns.published)].sort(
    (a, b) => (department[a] ?? 0) - (department[b] ?? 0),
  );
  const missing = missingItems(
    byKind(byDepartment, items).map((kind) => ({
      list: kind,
      chances: chancesToMiss(kind, shareOf('coverage')),
    })),
    department,
    (n) => startOf(start.published + n),
  );
  const offered = items.map((_, i) => (missing.has(i) ? 0 : OFFERED));

  const maturity = shareOf('maturity');
  const groupOf = (i: number): number => (offered[i] ?? 0) * 2 + (items[i]?.convenience ? 1 : 0);
  const inAnyOrder = draws.inOrder(columns.fullyOnline);
  const offline = new Set(
    // Everyday services have a quota of their own: an indicator counts how many of these few are online.
    [0, 1, 2, 3].flatMap((group) => {
      const among = inAnyOrder.filter((i) => groupOf(i) === group);
      return chooseSystematically(chancesToMiss(among, maturity), startOf(start.online + group)).map(
        (at) => among[at],
      );
    }),
  );
  const depths = spreadWithin(
    items.map((_, i) => groupOf(i) * 2 + (offline.has(i) ? 1 : 0)),
    draws.inOrder(columns.depth),
  );
  const depth = items.map((_, i) => {
    const value = depths[i] ?? 0;
    return offline.has(i)
      ? 1 + Math.floor(Math.sqrt(value) * (PLANNED_ONLINE_DEPTH - 1))
      : PLANNED_ONLINE_DEPTH + Math.floor(value * 3);
  });

  const accuracy = shareOf('accuracy');
  let element: number = columns.guide;
  const rightElements = (group: GuideGroup): number[] => {
    const count = guideElements[group];
    const first = element;
    element += count;
    const groups = new Uint8Array(items.length * count);
    offered.forEach((is, i) => groups.fill(is, i * count, (i + 1) * count));
    const values = spreadWithin(groups, draws.inOrder(first, count));
    return items.map((_, i) => {
      let right = 0;
      for (let k = 0; k < count; k++) if ((values[i * count + k] ?? 0) < accuracy) right++;
      return right;
    });
  };
  const [basics = [], materials = [], process = [], forms = [], fees = []] = guideGroups.map(rightElements);

  return {
    published: offered.map((is) => is === OFFERED),
    column: (n) => spreadWithin(offered, draws.inOrder(n)),
    columnOfAll: (n) => spreadWithin(new Float64Array(items.length), draws.inOrder(n)),
    depth,
    channels: spreadWithin(
      depth.map((reached, i) => (offered[i] ?? 0) * 2 + (reached >= ONLINE_DEPTH ? 1 : 0)),
      draws.inOrder(columns.channels),
    ),
    guide: { basics, materials, process, forms, fees },
    maturity,
    completeness: shareOf('completeness'),
  };
}

/** Samples of missing items that a unit has to choose from. */
const ATTEMPTS = 32;

/**
 * The items a unit does not offer: of some systematic samples the one that leaves gaps in the number of departments that
 * is to be expected of these chances, or comes closest. `startOf` gives the start of the n-th sample.
 */
function missingItems(
  kinds: readonly { readonly list: readonly number[]; readonly chances: readonly number[] }[],
  department: readonly number[],
  startOf: (n: number) => number,
): ReadonlySet<number> {
  const whole = new Map<number, number>();
  for (const { list, chances } of kinds) {
    list.forEach((i, at) => {
      const of = department[i] ?? 0;
      whole.set(of, (whole.get(of) ?? 1) * (1 - (chances[at] ?? 0)));
    });
  }
  const expected = Math.round([...whole.values()].reduce((sum, chance) => sum + 1 - chance, 0));
  let best: ReadonlySet<number> = new Set();
  let distance = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && distance > 0; attempt++) {
    const missing = new Set(
      kinds.flatMap(({ list, chances }, n) =>
        chooseSystematically(chances, startOf(attempt * kinds.length + n)).map((at) => list[at] ?? -1),
      ),
    );
    const gaps = new Set([...missing].map((i) => department[i])).size;
    if (Math.abs(gaps - expected) < distance) {
      distance = Math.abs(gaps - expected);
      best = missing;
    }
  }
  return best;
}
