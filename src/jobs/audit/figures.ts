import { compareShare } from '../../audit/likeness/goodness-of-fit.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { MonthTargets } from '../../model/targets.ts';
import type { Store } from '../../store/open.ts';
import { compareTargets } from '../measure/compare-targets.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';

/** A figure may differ so much from the published one. */
const TARGET_LIMIT = 0.05;
/** Half-width of a 99% interval in standard deviations. */
const Z99 = 2.5758293035489004;

/** The published figures that the scenario names, each with the interval of the simulated one. */
export function targetLines(
  store: Store,
  { reference }: Knowledge,
  published: readonly MonthTargets[],
  scenario: Scenario,
): GoodnessOfFit[] {
  const target = published.find(({ id }) => id === scenario.targets);
  if (target === undefined) return [];
  const { rows, ratings } = compareTargets(store, reference, target);
  return rows.flatMap((row): GoodnessOfFit[] => {
    const { group, key, simulated, low, high } = row;
    if (simulated === null || low === null || high === null) return [];
    const deviation = (high - low) / (2 * Z99);
    const cell = { key, observed: simulated, expected: row.published };
    return [
      {
        group: 'target',
        name: `target-${group}-${key}`,
        ...compareShare(cell, deviation ** 2, ratings, TARGET_LIMIT),
        interval: { low, high },
      },
    ];
  });
}
