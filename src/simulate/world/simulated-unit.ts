import { drawNormal, stream } from '../../model/math/random.ts';
import { dimensionIds, type DimensionId, type Reference, type Unit } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';

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

/** The units of a scenario, in the order of the reference list; `seed` changes their qualities only. */
export function makeUnits(
  scenario: Scenario,
  seed: number,
  { units }: Pick<Reference, 'units'>,
): SimulatedUnit[] {
  return units.flatMap((unit, index) =>
    (scenario.units === 'all' ? !unit.fictional : scenario.units.includes(unit.code))
      ? [makeUnit(scenario, seed, unit, index, units)]
      : [],
  );
}

/** Draws the qualities of a unit, but for those that the scenario states, and works out its volume. */
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

/** People of a unit whose cases count for it first: a province without its key cities, 新疆 without 新疆生产建设兵团. */
function restPopulation(unit: Unit, all: readonly Unit[]): number {
  const apart = all.filter((other) => other.province === unit.code || other.countedIn === unit.code);
  return Math.max(0.3, unit.population - apart.reduce((sum, { population }) => sum + population, 0));
}
