import { inventedOfficeCode } from '../model/identifiers.ts';
import { draw, drawNormal, stream, uniform } from '../model/random.ts';
import { dimensionIds, type DimensionId, type Item, type Reference, type Unit } from '../model/reference.ts';
import { guideGroups, type GuideGroup, type ItemLine, type OfficeLine } from '../model/register.ts';
import type { Scenario } from '../model/scenario.ts';
import { shiftedShare } from './distributions.ts';
import { chooseSystematically, inclusionChances, offersOf, ranked, spreadWithin } from './quota.ts';
import { profileIdOf } from './unit-rules.ts';

/** A unit as the simulator knows it: its latent qualities are truth, never shown. */
export interface SimulatedUnit {
  readonly unit: Unit;
  /** Index in the reference list. */
  readonly index: number;
  /** Latent quality in each dimension, in standard deviations. */
  readonly quality: Readonly<Record<DimensionId, number>>;
  /** Cases in a whole year. */
  readonly casesPerYear: number;
}

export interface SimulatedTask {
  readonly line: ItemLine;
  readonly item: Item;
  readonly unit: SimulatedUnit;
  /** Number of the office in its unit. */
  readonly office: number;
  /** Position of the item in the common list: part of every key of randomness. */
  readonly itemIndex: number;
}

/** Who offers what: made from scenario and seed, the same on every thread. */
export interface World {
  readonly units: readonly SimulatedUnit[];
  readonly offices: readonly OfficeLine[];
  /** Unit by unit, in the order of the item code. */
  readonly tasks: readonly SimulatedTask[];
}

/** Elements of a guide by group, as the national sheets count them (25 in all). */
const guideElements: Record<GuideGroup, number> = { basics: 12, materials: 4, process: 3, forms: 3, fees: 3 };

/** Builds units, offices and items of a scenario. */
export function makeWorld(scenario: Scenario, seed: number, reference: Reference): World {
  const units = reference.units.flatMap((unit, index) =>
    (scenario.units === 'all' ? !unit.fictional : scenario.units.includes(unit.code))
      ? [makeUnit(scenario, seed, unit, index, reference.units)]
      : [],
  );
  const offices = units.flatMap((unit) =>
    reference.departments.map((department, order): OfficeLine => ({
      kind: 'office',
      code: inventedOfficeCode(unit.index, order),
      name: `${unit.unit.fullName}${department.name}（模拟）`,
      nameEn: `${department.nameEn}, ${unit.unit.fullNameEn} (simulated)`,
      unit: unit.unit.code,
      department: department.key,
      profile: profileIdOf(scenario, unit.unit),
    })),
  );
  const tasks = units.flatMap((unit) => makeTasks(scenario, seed, reference, unit));
  tasks.sort((a, b) => a.unit.index - b.unit.index || (a.line.taskCode < b.line.taskCode ? -1 : 1));
  return { units, offices, tasks };
}

function makeUnit(
  scenario: Scenario,
  seed: number,
  unit: Unit,
  index: number,
  all: readonly Unit[],
): SimulatedUnit {
  const { correlation } = scenario.quality;
  const common = drawNormal(seed, stream.unitQuality, index, 0, 0);
  const of = (n: number): number =>
    Math.sqrt(correlation) * common +
    Math.sqrt(1 - correlation) * drawNormal(seed, stream.unitQuality, index, 0, n);
  const stated = scenario.quality.units[unit.code];
  const [effectiveness, maturity, completeness, coverage, accuracy] = dimensionIds.map(
    (dimension, i) => stated?.[dimension] ?? of(i + 1),
  );
  const { populationPower, smallest } = scenario.demand;
  const size = Math.max(smallest, (restPopulation(unit, all) / 20) ** populationPower);
  return {
    unit,
    index,
    quality: {
      effectiveness: effectiveness ?? 0,
      maturity: maturity ?? 0,
      completeness: completeness ?? 0,
      coverage: coverage ?? 0,
      accuracy: accuracy ?? 0,
    },
    casesPerYear: scenario.casesPerYear * size,
  };
}

/** Code of 新疆生产建设兵团, whose people the census counts in 新疆. */
const CORPS = '660000';
const XINJIANG = '650000';

/** People of a unit whose cases count for it first: a province without its key cities. */
function restPopulation(unit: Unit, all: readonly Unit[]): number {
  const apart = all.filter(
    (other) => other.province === unit.code || (unit.code === XINJIANG && other.code === CORPS),
  );
  return Math.max(0.3, unit.population - apart.reduce((sum, { population }) => sum + population, 0));
}

/** What a draw of an item is for: its number among the draws of a task. Never renumber. */
const columns = {
  fullyOnline: 0,
  depth: 1,
  published: 2,
  promisedDays: 3,
  visits: 4,
  channels: 5,
  crossRegion: 10,
  /** First of 25, one an element. */
  guide: 16,
} as const;

/** Entity of the keyed draws that choose a unit's items, beside entity 0 of its qualities. */
const CHOICE = 1;
/** Numbers of these draws: one each for what is offered and what is not; then one a kind of item and attempt. */
const start = { online: 0, published: 8 } as const;
const PUBLIC_SERVICE = '20';
/** Web and mobile need the lower depth; fully online (全程网办) begins at the other. */
const ONLINE_DEPTH = 2;
const FULLY_ONLINE_DEPTH = 5;
const OFFERED = 1;

/** What a unit decides item by item, each column in the order of the common list. */
interface Plan {
  readonly published: readonly boolean[];
  /** Evenly spread values among the offered items, and among the others. */
  readonly column: (n: number) => Float64Array;
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
function planRegister(scenario: Scenario, seed: number, unit: SimulatedUnit, reference: Reference): Plan {
  const { items, departments } = reference;
  const { quality } = scenario;
  const shareOf = (dimension: 'maturity' | 'completeness' | 'coverage' | 'accuracy'): number =>
    shiftedShare(quality[dimension].mean, quality[dimension].spread * unit.quality[dimension]);
  const keys = (n: number): number[] => items.map((_, i) => draw(seed, stream.task, unit.index, i, n));
  const startOf = (n: number): number => uniform(draw(seed, stream.unitQuality, unit.index, CHOICE, n));
  const chancesToMiss = (list: readonly number[], share: number): number[] =>
    inclusionChances(
      list.map((i) => 1 / (items[i]?.popularity ?? 1)),
      Math.round(list.length * (1 - share)),
    );

  // By department, so that what is missing is missing in about as many of them with any seed.
  const department = items.map((item) => departments.findIndex(({ key }) => key === item.department));
  const publishedKeys = keys(columns.published);
  const byDepartment = ranked(publishedKeys).sort((a, b) => (department[a] ?? 0) - (department[b] ?? 0));
  const kindOf = ({ type, handling }: Item): string =>
    `${type === PUBLIC_SERVICE ? 'public' : 'power'} ${handling}`;
  const kinds = [...new Set(items.map(kindOf))]
    .sort()
    .map((kind) => byDepartment.filter((i) => items[i] !== undefined && kindOf(items[i]) === kind));
  const missing = missingItems(
    kinds.map((list) => ({ list, chances: chancesToMiss(list, shareOf('coverage')) })),
    department,
    (n) => startOf(start.published + n),
  );
  const offered = items.map((_, i) => (missing.has(i) ? 0 : OFFERED));

  const maturity = shareOf('maturity');
  const inAnyOrder = ranked(keys(columns.fullyOnline));
  const offline = new Set(
    [0, OFFERED].flatMap((is) => {
      const list = inAnyOrder.filter((i) => offered[i] === is);
      return chooseSystematically(chancesToMiss(list, maturity), startOf(start.online + is)).map(
        (at) => list[at],
      );
    }),
  );
  const depths = spreadWithin(
    items.map((_, i) => (offered[i] ?? 0) * 2 + (offline.has(i) ? 1 : 0)),
    keys(columns.depth),
  );
  const depth = items.map((_, i) => {
    const value = depths[i] ?? 0;
    return offline.has(i)
      ? 1 + Math.floor(Math.sqrt(value) * (FULLY_ONLINE_DEPTH - 1))
      : FULLY_ONLINE_DEPTH + Math.floor(value * 3);
  });

  const accuracy = shareOf('accuracy');
  let element: number = columns.guide;
  const rightElements = (group: GuideGroup): number[] => {
    const count = guideElements[group];
    const first = element;
    element += count;
    const places = items.length * count;
    const itemOf = (place: number): number => Math.floor(place / count);
    const values = spreadWithin(
      Array.from({ length: places }, (_, place) => offered[itemOf(place)] ?? 0),
      Array.from({ length: places }, (_, place) =>
        draw(seed, stream.task, unit.index, itemOf(place), first + (place % count)),
      ),
    );
    const right = items.map(() => 0);
    values.forEach((value, place) => {
      if (value < accuracy) right[itemOf(place)] = (right[itemOf(place)] ?? 0) + 1;
    });
    return right;
  };
  const [basics = [], materials = [], process = [], forms = [], fees = []] = guideGroups.map(rightElements);

  return {
    published: offered.map((is) => is === OFFERED),
    column: (n) => spreadWithin(offered, keys(n)),
    depth,
    channels: spreadWithin(
      depth.map((reached, i) => (offered[i] ?? 0) * 2 + (reached >= ONLINE_DEPTH ? 1 : 0)),
      keys(columns.channels),
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

/** Channels (pf) that suit an item; the tablet at the window (4) always is there. */
const itemChannels = [1, 2, 3, 4, 5, 6] as const;
const WINDOW = 4;
const optionalChannels = itemChannels.filter((pf) => pf !== WINDOW);

function makeTasks(
  scenario: Scenario,
  seed: number,
  reference: Reference,
  unit: SimulatedUnit,
): SimulatedTask[] {
  const plan = planRegister(scenario, seed, unit, reference);
  const [promised, visits, crossRegion] = [columns.promisedDays, columns.visits, columns.crossRegion].map(
    plan.column,
  );
  return reference.items.map((item, i): SimulatedTask => {
    const value = (column: Float64Array | undefined): number => column?.[i] ?? 0;
    const { statutoryDays } = item;
    const depth = plan.depth[i] ?? 1;
    const offers = offersOf(optionalChannels.length, plan.completeness, value(plan.channels));
    const order = reference.departments.findIndex(({ key }) => key === item.department);
    const officeCode = inventedOfficeCode(unit.index, order);
    const guide = (group: GuideGroup): [number, number] => [plan.guide[group][i] ?? 0, guideElements[group]];
    return {
      unit,
      item,
      itemIndex: i,
      office: order,
      line: {
        kind: 'item',
        taskCode: `${officeCode}${unit.unit.kind === 'province' ? '2' : '3'}${item.code}`,
        office: officeCode,
        name: item.name,
        nameEn: item.nameEn,
        taskType: item.type,
        handling: item.handling,
        statutoryDays,
        promisedDays:
          item.handling === 'instant'
            ? 0
            : Math.min(
                statutoryDays,
                Math.max(1, Math.round(item.promisedDays * (0.9 + 0.2 * value(promised)))),
              ),
        visits: depth >= FULLY_ONLINE_DEPTH ? 0 : depth >= 3 ? 1 : 1 + Math.floor(value(visits) * 2),
        depth,
        channels: itemChannels.filter(
          (pf) =>
            pf === WINDOW ||
            (offers[optionalChannels.indexOf(pf)] === true && (pf > 2 || depth >= ONLINE_DEPTH)),
        ),
        published: plan.published[i] === true,
        crossRegion: value(crossRegion) < plan.maturity * 0.9,
        guide: {
          basics: guide('basics'),
          materials: guide('materials'),
          process: guide('process'),
          forms: guide('forms'),
          fees: guide('fees'),
        },
      },
    };
  });
}
