import type { ServiceCell } from '../../model/cells.ts';
import type { Register } from '../../model/register.ts';
import type { Span } from '../../simulate/span.ts';
import type { AuditedRun } from '../audited-run.ts';
import { CaseExpectation } from '../expected/cases.ts';
import { workingDaysInto } from '../expected/working-days.ts';
import { compareCounts } from './goodness-of-fit.ts';
import { LIMITS } from './limits.ts';
import type { GoodnessOfFit } from '../../model/quality-report.ts';

/**
 * Shares of the working days of a year, or of its days off, whose cases have their first record in the run, and whose
 * calls are in it.
 */
function yearOf(
  recordedBy: Float64Array,
  span: Span,
  onDaysOff: boolean,
): { readonly firstRecords: number; readonly ofCalls: number } {
  const upTo = (n: number): number => (n < 0 ? 0 : (recordedBy[Math.min(n, recordedBy.length - 1)] ?? 0));
  let [firstRecords, ofCalls] = [0, 0];
  span.share.forEach((part, d) => {
    if ((span.off[d] === 1) !== onDaysOff) return;
    const { least, most } = workingDaysInto(span, d);
    firstRecords += part * (upTo(most) - upTo(least - 1));
    if (d >= span.first) ofCalls += part;
  });
  return { firstRecords, ofCalls };
}

/** Of a run whose rows were not kept: its cases by unit and item, calls among them, from the counts of its months. */
export function volumesByCounts(
  cells: readonly ServiceCell[],
  { world, clean, model }: AuditedRun,
  register: Register,
): GoodnessOfFit[] {
  const cases = new Map<number, number>();
  for (const cell of cells) cases.set(cell.task, (cases.get(cell.task) ?? 0) + cell.cases);
  const expectation = new CaseExpectation(model);
  const counts = { units: new Map<string, [number, number]>(), items: new Map<string, [number, number]>() };
  world.tasks.forEach(({ unit, item, line }, t) => {
    if (!clean.has(unit.index)) return;
    const observed = cases.get(register.taskByCode.get(line.taskCode)?.id ?? -1) ?? 0;
    const expected = [false, true].reduce((sum, off) => {
      const { firstRecords, ofCalls } = yearOf(expectation.firstRecords(t), model.span, off);
      const cases = expectation.cases(t, off) + (off ? 0 : expectation.linked(t));
      return sum + cases * firstRecords + expectation.calls(t, off) * ofCalls;
    }, 0);
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
