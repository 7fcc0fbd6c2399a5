import type { TargetComparison } from '../../measure/targets/compare-month.ts';
import { Z99 } from '../../model/math/interval.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';
import { compareShare } from './goodness-of-fit.ts';
import { LIMITS } from './limits.ts';

/** Published figures, each beside the simulated one with its interval. */
export function targetLines({ rows, ratings }: TargetComparison): GoodnessOfFit[] {
  return rows.flatMap((row): GoodnessOfFit[] => {
    const { group, key, simulated, low, high } = row;
    if (simulated === null || low === null || high === null) return [];
    const deviation = (high - low) / (2 * Z99);
    const cell = { key, observed: simulated, expected: row.published };
    return [
      {
        group: 'target',
        name: `target-${group}-${key}`,
        ...compareShare(cell, deviation ** 2, ratings, LIMITS.target),
        interval: { low, high },
      },
    ];
  });
}
