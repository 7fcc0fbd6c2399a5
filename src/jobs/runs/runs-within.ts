import type { Run } from '../../model/run.ts';
import type { Period } from '../../model/time/period.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';

/** The runs and collections that hold data of a period; one that does not say its days may hold any. */
export function runsWithin<R extends Pick<Run, 'firstDay' | 'lastDay'>>(
  runs: readonly R[],
  period: Period,
): readonly R[] {
  const [first, last] = [firstDayOfMonth(period.first), firstDayOfMonth(period.last + 1) - 1];
  return runs.filter(({ firstDay, lastDay }) => (firstDay ?? last) <= last && (lastDay ?? first) >= first);
}
