import { drawNormal, stream, threshold, draw } from '../../model/math/random.ts';
import type { Item, Reference } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { choiceOf, type Choice } from '../choice.ts';
import {
  arrivalTable,
  logNormalQuantiles,
  logNormalQuantilesUpTo,
  type ArrivalTable,
} from '../distributions.ts';
import { channelHours, type ChannelHours } from '../rating/hours-of-channels.ts';
import { ageEffects, type AgeEffects } from './age-effects.ts';
import { applicantPools, type ApplicantPools } from './applicant-pools.ts';
import { officeHours, type OfficeHours } from './office-hours.ts';
import { oneThingPlans, type OneThingPlan } from './one-thing-plans.ts';
import { reformTables, timesFactors, type ReformedItem } from './reforms.ts';
import { tagChoices, type TagChoices } from './tag-choices.ts';
import { unitRules, type UnitRules } from './unit-rules.ts';
import type { SimulatedUnit } from './simulated-unit.ts';
import type { World } from './world.ts';

/** Places of a service: online, in a hall, by telephone (12345). */
export const ONLINE = 0;
export const HALL = 1;
export const HOTLINE = 2;

/** The hotline asks by calling back: its only rating channel (pf). */
const CALL = '6';

/** What of the tables differs by year, where the qualities of the units do: one row a task. */
export interface YearTables {
  /** Mean cases of a task on a day whose factor is 1. */
  readonly rate: Float64Array;
  /** A word below it sends the case of a working day online. */
  readonly online: Float64Array;
  /** Share of the cases of a task that come on days off. */
  readonly offDays: Float64Array;
  /** Four cuts between levels felt, less the mean of what is felt, at (task * 2 + place) * 4. */
  readonly cuts: Float64Array;
  /** Factor of a unit on the time taken, by task. */
  readonly speed: Float64Array;
  /** What reforms change, by task, the earliest first; undefined where none does, and no entry at all where there are none. */
  readonly reformed: readonly (readonly ReformedItem[] | undefined)[];
}

/** Everything the hot path reads, computed once: one row a task, thresholds against 32-bit words. */
export interface Tables extends YearTables, TagChoices {
  /** What differs by year, as it was the year before: cases begun then live on into the run. */
  readonly before: YearTables;
  /** Who applies for what. */
  readonly applicants: ApplicantPools;
  readonly ages: AgeEffects;
  /** Matters of several departments (一件事), by index of the unit. */
  readonly oneThings: readonly (readonly OneThingPlan[] | undefined)[];
  /** Tags where papers are asked for that another department has. */
  readonly repeatedPapers: TagChoices;
  /** 1 where the item is done on the spot. */
  readonly instant: Uint8Array;
  readonly promisedDays: Int32Array;
  /** Number of the item's office in its unit. */
  readonly office: Uint8Array;
  /** Windows of the item's office, each with a device of its own. */
  readonly windows: Uint8Array;
  /** Answer thresholds at place * 6 + level, retention at level. */
  readonly answers: Float64Array;
  readonly retained: Float64Array;
  /** Rules by index of the unit. */
  readonly rules: UnitRules;
  /** Channel thresholds and their codes, by place. */
  readonly channels: readonly Choice[];
  /** Codes of tags by level, in the order of their bits. */
  readonly tagCodes: readonly (readonly string[])[];
  /** What is done, and by which department, by task: what texts speak of. */
  readonly items: readonly Item[];
  /** Seconds between service and rating, by channel. */
  readonly delays: readonly Float64Array[];
  readonly channelHours: ChannelHours;
  /** When people come online, and when offices and their halls are open. */
  readonly onlineArrivals: ArrivalTable;
  readonly officeHours: OfficeHours;
  /** Time taken as a share of the promise. */
  readonly duration: Float64Array;
}

/** Factor of a unit on the time its cases take. */
export const speedOf = ({ unitSpread }: Scenario['handling'], { quality }: SimulatedUnit): number =>
  Math.exp(unitSpread * -quality.effectiveness);

/** Tag 210 (the same proof was asked for repeatedly) is so much likelier there: an assumption. */
const REPEATED_PAPERS = { 210: 6 };

type WorldInYear = Pick<World, 'units' | 'tasks'>;

/** No rating is due later than this after its service, in seconds. */
const LONGEST_DELAY = 40 * 86_400;

/** An office has 3 to 12 windows. */
const FEWEST_WINDOWS = 3;
const MORE_WINDOWS = 10;

function yearTables(
  scenario: Scenario,
  reference: Reference,
  shifts: Float64Array,
  { tasks }: WorldInYear,
): YearTables {
  const { quality, experience, handling, demand } = scenario;
  const cuts = new Float64Array(tasks.length * 8);
  tasks.forEach((task, t) => {
    const unitShift = quality.effectiveness.spread * task.unit.quality.effectiveness;
    for (const place of [ONLINE, HALL]) {
      const mean = unitShift + (shifts[t] ?? 0) + (place === ONLINE ? experience.online : 0);
      experience.cuts.forEach((cut, i) => {
        cuts[(t * 2 + place) * 4 + i] = cut - mean;
      });
    }
  });
  const onlineShares = tasks.map(({ line, item }) =>
    line.depth < 2 ? 0 : Math.min(1, Math.max(0, item.online + demand.onlineShift)),
  );
  // What comes on days off comes online: the fewer do on working days, so that the share of a year is that of the item.
  const online = Float64Array.from(onlineShares, (share) =>
    threshold((share * (1 - demand.offDays)) / (1 - share * demand.offDays)),
  );
  const speed = Float64Array.from(tasks, ({ unit }) => speedOf(handling, unit));
  return {
    rate: Float64Array.from(tasks, ({ line, unit, share }) =>
      line.published ? unit.casesPerYear * share : 0,
    ),
    online,
    offDays: Float64Array.from(onlineShares, (share) => share * demand.offDays),
    cuts,
    speed,
    reformed: reformTables(scenario, reference.tags, tasks, { online, cuts, speed }),
  };
}

/** Works out the tables of a world. */
export function makeTables(scenario: Scenario, seed: number, reference: Reference, world: World): Tables {
  const { tasks } = world;
  const { answering, channels, handling, demand } = scenario;
  const rules = unitRules(scenario, reference);
  const inYear = (one: WorldInYear): YearTables =>
    yearTables(scenario, reference, shiftsWithin(scenario, seed, one), one);
  const own = inYear(world);
  const applicants = applicantPools(scenario, world);
  const places = [
    { answered: answering.online, weights: channels.online },
    { answered: answering.hall, weights: channels.hall },
    { answered: answering.hotline, weights: { [CALL]: 1 } },
  ];
  const byLevel = [
    0,
    answering.byLevel[1],
    answering.byLevel[2],
    answering.byLevel[3],
    answering.byLevel[4],
    answering.byLevel[5],
  ];
  const kept = answering.retained;
  return {
    ...own,
    before: world.before === undefined ? own : inYear(world.before),
    applicants,
    oneThings: oneThingPlans(scenario, seed, reference, world, applicants),
    ages: ageEffects(scenario),
    instant: Uint8Array.from(tasks, ({ line }) => (line.handling === 'instant' ? 1 : 0)),
    promisedDays: Int32Array.from(tasks, ({ line }) => line.promisedDays),
    office: Uint8Array.from(tasks, ({ office }) => office),
    windows: Uint8Array.from(
      tasks,
      ({ unit, office }) =>
        FEWEST_WINDOWS + (draw(seed, stream.office, unit.index, office, 2) % MORE_WINDOWS),
    ),
    answers: Float64Array.from(
      places.flatMap(({ answered }) => byLevel.map((factor) => threshold(answered * factor))),
    ),
    retained: Float64Array.from([0, kept[1], kept[2], kept[3], kept[4], kept[5]], threshold),
    rules,
    channels: places.map(({ weights }) =>
      choiceOf(Object.entries(weights).map(([code, weight]) => [Number(code), weight])),
    ),
    ...tagChoices(reference.tags, answering.tagWeights),
    repeatedPapers: tagChoices(reference.tags, timesFactors(answering.tagWeights, REPEATED_PAPERS)),
    tagCodes: [0, 1, 2, 3, 4, 5].map((level) =>
      reference.tags.filter((tag) => tag.level === level).map(({ code }) => code),
    ),
    items: itemsAsHandled(tasks),
    delays: [0, 1, 2, 3, 4, 5, 6, 7].map((code) => {
      const delay = channels.delays[String(code)];
      const [median, spread] = [(delay?.medianMinutes ?? 1) * 60, delay?.spread ?? 0];
      const timeout = channels.timeoutSeconds[String(code)];
      return timeout === undefined
        ? logNormalQuantiles(median, spread).map((s) => Math.min(s, LONGEST_DELAY))
        : logNormalQuantilesUpTo(timeout, median, spread);
    }),
    channelHours: channelHours(channels),
    onlineArrivals: arrivalTable(demand.onlineHours, [[0, DAY_SECONDS]]),
    officeHours: officeHours(scenario, seed, world),
    duration: logNormalQuantiles(handling.medianShare, handling.spread),
  };
}

/** The items of tasks, each of the department that handles it there: one object for all tasks that are alike. */
function itemsAsHandled(tasks: World['tasks']): Item[] {
  const moved = new Map<string, Item>();
  return tasks.map(({ item, department }) => {
    if (department === item.department) return item;
    const known = moved.get(item.code) ?? { ...item, department };
    moved.set(item.code, known);
    return known;
  });
}

/**
 * What tells the offices and items of a unit apart in what people experience, by task. Centred over the cases a unit can
 * expect, so that a unit's quality is what its people experience on the whole, whatever was drawn for its items; unless the
 * scenario says otherwise.
 */
function shiftsWithin({ experience }: Scenario, seed: number, { units, tasks }: WorldInYear): Float64Array {
  const shifts = Float64Array.from(
    tasks,
    ({ unit, office, itemIndex }) =>
      experience.office * drawNormal(seed, stream.office, unit.index, office, 0) +
      experience.item * drawNormal(seed, stream.task, unit.index, itemIndex, 12),
  );
  if (!experience.centred) return shifts;
  const offered = new Map(units.map((unit): [SimulatedUnit, number[]] => [unit, []]));
  tasks.forEach(({ unit, line }, t) => {
    if (line.published) offered.get(unit)?.push(t);
  });
  for (const own of offered.values()) {
    const cases = own.reduce((sum, t) => sum + (tasks[t]?.share ?? 0), 0);
    if (cases === 0) continue;
    const mean = own.reduce((sum, t) => sum + (tasks[t]?.share ?? 0) * (shifts[t] ?? 0), 0) / cases;
    for (const t of own) shifts[t] = (shifts[t] ?? 0) - mean;
  }
  return shifts;
}
