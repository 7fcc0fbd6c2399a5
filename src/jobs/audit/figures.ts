import { compareCounts, compareShare } from '../../audit/likeness/goodness-of-fit.ts';
import type { Period } from '../../model/time/period.ts';
import type { Register } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { MonthTargets } from '../../model/targets.ts';
import { monthOf } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { serviceCells } from '../../store/read/cells.ts';
import type { Run } from '../../store/read/runs.ts';
import { compareTargets } from '../measure/compare-targets.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { CaseExpectation } from '../../audit/expected/cases.ts';
import { LIMITS, type LikenessLine } from '../../audit/likeness/result.ts';
import type { Subject } from './audited-run.ts';

/** A figure may differ so much from the published one. */
const TARGET_LIMIT = 0.05;
/** Half-width of a 99% interval in standard deviations. */
const Z99 = 2.5758293035489004;

/**
 * Of a run whose rows were not kept: its cases by unit and item, calls among them, from the counts by month, where no
 * other run has any.
 */
export function volumesByCounts(
  store: Store,
  runs: readonly Run[],
  run: Run,
  { world, span, clean, ground }: Subject,
  register: Register,
): LikenessLine[] {
  const months: Period = { label: '', first: monthOf(span.firstDay), last: monthOf(span.lastDay) };
  const alone = runs.every(
    (other) =>
      other.id === run.id ||
      (other.firstDay !== null &&
        other.lastDay !== null &&
        (monthOf(other.firstDay) > months.last || monthOf(other.lastDay) < months.first)),
  );
  if (!alone) return [];
  const cases = new Map<number, number>();
  for (const cell of serviceCells(store, months)) {
    cases.set(cell.task, (cases.get(cell.task) ?? 0) + cell.cases);
  }
  const expectation = new CaseExpectation(ground);
  const year = ground.span.share.reduce((sum, share) => sum + share, 0);
  const counts = { units: new Map<string, [number, number]>(), items: new Map<string, [number, number]>() };
  world.tasks.forEach(({ unit, item, line }, t) => {
    if (!clean.has(unit.index)) return;
    const observed = cases.get(register.taskByCode.get(line.taskCode)?.id ?? -1) ?? 0;
    const expected = (expectation.cases(t) + expectation.calls(t)) * year;
    for (const [map, key] of [
      [counts.units, unit.unit.code],
      [counts.items, item.code],
    ] as const) {
      const [o, e] = map.get(key) ?? [0, 0];
      map.set(key, [o + observed, e + expected]);
    }
  });
  return (['units', 'items'] as const).map((name) => ({
    group: 'volume',
    name,
    ...compareCounts(
      [...counts[name]].map(([key, [observed, expected]]) => ({ key, observed, expected })),
      LIMITS.volume,
    ),
  }));
}

/** The published figures that the scenario names, each with the interval of the simulated one. */
export function targetLines(
  store: Store,
  { reference }: Knowledge,
  published: readonly MonthTargets[],
  scenario: Scenario,
): LikenessLine[] {
  const target = published.find(({ id }) => id === scenario.targets);
  if (target === undefined) return [];
  const { rows, ratings } = compareTargets(store, reference, target);
  return rows.flatMap((row): LikenessLine[] => {
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
