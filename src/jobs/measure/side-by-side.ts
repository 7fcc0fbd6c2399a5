import {
  scoreFigures,
  testScoreChange,
  testScoreDifference,
  type ScoreFigure,
} from '../../measure/change/score-tests.ts';
import type { Tested } from '../../measure/change/test-estimate.ts';
import { benjaminiHochberg } from '../../model/math/multiple-tests.ts';
import type { UnitResult } from '../../model/measurement.ts';
import type { Period } from '../../model/time/period.ts';

/** The results of several units in a period; those that are not assessed then are not among them. */
export interface PeriodUnits {
  readonly period: Period;
  readonly units: readonly UnitResult[];
}

/** A score of two units in one period, or of one unit in two: b less a. */
export interface SideDifference {
  readonly figure: ScoreFigure;
  readonly a: { readonly code: string; readonly period: string };
  readonly b: { readonly code: string; readonly period: string };
  /** Null where one of them has no figure or it is not known how sure it is, and between periods that share months. */
  readonly tested: Tested | null;
  /** P-value adjusted over all differences of these units and periods; null without a test. */
  readonly adjusted: number | null;
}

/**
 * Differences between units of one kind: of each unit from the first one in every period, and of each unit from one period to the next.
 * `codes` in the order of the reader, periods in the order of time. P-values are adjusted over all of them (Benjamini and Hochberg).
 */
export function sideBySide(codes: readonly string[], periods: readonly PeriodUnits[]): SideDifference[] {
  const resultIn = ({ units }: PeriodUnits, code: string): UnitResult | undefined =>
    units.find((unit) => unit.code === code);
  const [first, ...others] = codes;
  const differences = scoreFigures.flatMap((figure) => [
    ...periods.flatMap((known) =>
      others.map((code) => {
        const [a, b] = [resultIn(known, first ?? ''), resultIn(known, code)];
        const period = known.period.label;
        return {
          figure,
          a: { code: first ?? '', period },
          b: { code, period },
          tested: a && b ? testScoreDifference(b, a, figure) : null,
        };
      }),
    ),
    ...periods.slice(1).flatMap((known, i) => {
      const before = periods[i];
      if (before === undefined) return [];
      return codes.map((code) => {
        const [a, b] = [resultIn(before, code), resultIn(known, code)];
        const isApart = before.period.last < known.period.first;
        return {
          figure,
          a: { code, period: before.period.label },
          b: { code, period: known.period.label },
          tested: a && b && isApart ? testScoreChange(b, a, figure) : null,
        };
      });
    }),
  ]);
  const tested = differences.filter((one) => one.tested !== null);
  const adjusted = benjaminiHochberg(tested.map((one) => one.tested?.p ?? 1));
  return differences.map((one) => ({ ...one, adjusted: adjusted[tested.indexOf(one)] ?? null }));
}
