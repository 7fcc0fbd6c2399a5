import { inventedOfficeCode } from '../model/identifiers.ts';
import { draw, drawNormal, stream, uniform } from '../model/random.ts';
import { dimensionIds, type DimensionId, type Item, type Reference, type Unit } from '../model/reference.ts';
import { guideGroups, type GuideGroup, type ItemLine, type OfficeLine } from '../model/register.ts';
import type { Scenario } from '../model/scenario.ts';
import { shiftedShare } from './distributions.ts';

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
      profile: scenario.profile,
    })),
  );
  const tasks = units.flatMap((unit) =>
    reference.items.map((item, itemIndex) => makeTask(scenario, seed, reference, unit, item, itemIndex)),
  );
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
  const [effectiveness, maturity, completeness, coverage, accuracy] = dimensionIds.map((_, i) => of(i + 1));
  const size = restPopulation(unit, all) / 20;
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
    casesPerYear: scenario.casesPerYear * size ** scenario.demand.populationPower,
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

function makeTask(
  scenario: Scenario,
  seed: number,
  reference: Reference,
  unit: SimulatedUnit,
  item: Item,
  itemIndex: number,
): SimulatedTask {
  const chance = (n: number): number => uniform(draw(seed, stream.task, unit.index, itemIndex, n));
  const { quality } = scenario;
  const shares = (dimension: 'maturity' | 'completeness' | 'coverage' | 'accuracy'): number =>
    shiftedShare(quality[dimension].mean, quality[dimension].spread * unit.quality[dimension]);
  const maturity = shares('maturity');
  const completeness = shares('completeness');
  const accuracy = shares('accuracy');

  const fullyOnline = chance(0) < maturity;
  const depth = fullyOnline ? 5 + Math.floor(chance(1) * 3) : 1 + Math.floor(Math.sqrt(chance(1)) * 4);
  const published = chance(2) < shares('coverage');
  const offered = (pf: number, n: number, possible: boolean): number[] =>
    possible && chance(n) < completeness ? [pf] : [];
  const statutoryDays = item.statutoryDays;
  const promisedDays =
    item.handling === 'instant'
      ? 0
      : Math.min(statutoryDays, Math.max(1, Math.round(item.promisedDays * (0.75 + 0.5 * chance(3)))));
  const order = reference.departments.findIndex(({ key }) => key === item.department);
  const officeCode = inventedOfficeCode(unit.index, order);

  let element = 16;
  const guide = (group: GuideGroup): [number, number] => {
    let right = 0;
    for (let i = 0; i < guideElements[group]; i++) if (chance(element++) < accuracy) right++;
    return [right, guideElements[group]];
  };
  const [basics, materials, process, forms, fees] = guideGroups.map(guide);

  return {
    unit,
    item,
    itemIndex,
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
      promisedDays,
      visits: fullyOnline ? 0 : depth >= 3 ? 1 : 1 + Math.floor(chance(4) * 2),
      depth,
      channels: [
        ...offered(1, 5, depth >= 2),
        ...offered(2, 6, depth >= 2),
        ...offered(3, 7, true),
        4,
        ...offered(5, 8, true),
        ...offered(6, 9, true),
      ],
      published,
      crossRegion: chance(10) < maturity * 0.9,
      guide: {
        basics: basics ?? [0, 1],
        materials: materials ?? [0, 1],
        process: process ?? [0, 1],
        forms: forms ?? [0, 1],
        fees: fees ?? [0, 1],
      },
    },
  };
}
