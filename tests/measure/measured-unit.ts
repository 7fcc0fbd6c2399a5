import { tQuantile } from '../../src/model/math/student-t.ts';
import type { UnitResult } from '../../src/model/measurement.ts';

interface Given {
  readonly code: string;
  /** Every score of the unit. */
  readonly score?: number;
  /** Standard error for other persons at the same offices, and for a new draw of both. */
  readonly persons?: number;
  readonly error?: number;
  readonly freedom?: number;
}

/** The result of a unit as far as changes and differences read it. */
export function measuredUnit({ code, score = 80, persons = 1, error = 2, freedom = 31 }: Given): UnitResult {
  const whole = { score, low: score - 10, high: Math.min(100, score + 10) };
  const half = persons * tQuantile(0.975, 31);
  const samePlaces = { low: Math.max(0, score - half), high: Math.min(100, score + half) };
  const sure = { error, freedom, designEffect: 1, samePlaces, worstCase: { low: 0, high: 100 } };
  const five = <T>(one: T) => ({
    effectiveness: one,
    maturity: one,
    completeness: one,
    coverage: one,
    accuracy: one,
  });
  return {
    code,
    name: code,
    nameEn: code,
    kind: 'province',
    region: 'test',
    rank: null,
    rankLow: null,
    rankHigh: null,
    tier: null,
    band: null,
    bandChance: null,
    overall: whole,
    dimensions: five(whole),
    groups: {},
    spread: { overall: sure, dimensions: five(sure), groups: {} },
    indicators: [],
  };
}
