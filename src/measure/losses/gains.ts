import { quantile } from '../../model/math/quantile.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { indicatorsOf, type Indicator, type Method } from '../../model/method.ts';
import { normalise } from '../normalise.ts';
import { weighedIndicators, type WeighedIndicator } from './losses.ts';

/** Share of the units of a kind that reach a target. */
const REACHED_BY = 0.25;

/**
 * The value that the better quarter of the units of a kind reaches, by indicator: what one unit in four has shown to be attainable.
 * None for an indicator without a figure.
 */
export function attainedValues(method: Method, units: readonly UnitResult[]): ReadonlyMap<string, number> {
  const values = valuesByIndicator(units);
  return new Map(
    indicatorsOf(method).flatMap(({ id, goalposts: [worst, best] }): [string, number][] => {
      const rising = values.get(id)?.toSorted((a, b) => a - b);
      if (rising === undefined) return [];
      return [[id, quantile(rising, best > worst ? 1 - REACHED_BY : REACHED_BY)]];
    }),
  );
}

/** Plain means of the values of units, by indicator; none for an indicator without a figure. */
export const meanValues = (units: readonly UnitResult[]): ReadonlyMap<string, number> =>
  new Map(
    [...valuesByIndicator(units)].map(([id, values]) => [
      id,
      values.reduce((sum, value) => sum + value, 0) / values.length,
    ]),
  );

/** The values that units have of each indicator. */
function valuesByIndicator(units: readonly UnitResult[]): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const { indicators } of units) {
    for (const { id, value } of indicators) {
      if (value === null) continue;
      const list = values.get(id);
      if (list === undefined) values.set(id, [value]);
      else list.push(value);
    }
  }
  return values;
}

/** What a unit's overall score would gain if one indicator came up to a target and nothing else changed. */
export interface Gain extends WeighedIndicator {
  readonly target: number;
  /** Points of the overall score; above 0. */
  readonly points: number;
}

/** Gains of a unit, the largest first; an indicator that has reached its target, or scores no more for it, has none. */
export function gainsOf(method: Method, unit: UnitResult, targets: ReadonlyMap<string, number>): Gain[] {
  return weighedIndicators(method, unit)
    .flatMap((one): Gain[] => {
      const target = targets.get(one.indicator.id);
      if (target === undefined) return [];
      const points = one.share * (normalise(target, one.indicator.goalposts) - one.score);
      return points > ROUNDING ? [{ ...one, target, points }] : [];
    })
    .sort((a, b) => b.points - a.points);
}

const ROUNDING = 1e-9;

/** What the mean of the units would gain if every unit behind a target came up to it. */
export interface MeanGain {
  readonly indicator: Indicator;
  readonly target: number;
  /** Units that are behind the target. */
  readonly behind: number;
  /** Points of the mean of the overall scores. */
  readonly points: number;
}

/** Gains of the mean of units of a kind, the largest first. */
export function meanGains(
  method: Method,
  units: readonly UnitResult[],
  targets: ReadonlyMap<string, number>,
): MeanGain[] {
  const scored = units.filter(({ overall }) => overall !== null);
  const gains = new Map<string, { indicator: Indicator; target: number; behind: number; points: number }>();
  for (const unit of scored) {
    for (const { indicator, target, points } of gainsOf(method, unit, targets)) {
      const sum = gains.get(indicator.id) ?? { indicator, target, behind: 0, points: 0 };
      sum.behind++;
      sum.points += points / scored.length;
      gains.set(indicator.id, sum);
    }
  }
  return [...gains.values()].sort((a, b) => b.points - a.points);
}
