import { ratingShares, type RatingShares } from '../../measure/rating-shares.ts';
import { valuesByPath } from '../../model/scenario/setting-differences.ts';
import { smallestPeriod, type Period } from '../../model/time/period.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import { dayOf, monthOf, printMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { servicesIn, summedRatingCells } from '../../store/read/cells.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import type { Run } from '../../model/run.ts';
import { measurePeriod } from '../measure/measure-period.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** What a run says of itself, from what its database holds: settings, counts and results, never the truth. */
export interface RunFigures extends RatingShares {
  readonly run: Run;
  /** Values of its scenario by path, as JSON; empty for a collected file. */
  readonly settings: ReadonlyMap<string, string>;
  /** First and last month its figures are of. */
  readonly months: { readonly first: string; readonly last: string };
  /** Other runs of the database that count in the same months. */
  readonly shared: boolean;
  readonly services: number;
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  readonly measurement: Measurement;
}

export function runFigures(
  store: Store,
  run: Run,
  all: readonly Run[],
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
): RunFigures {
  const { first, last } = monthsOf(store, run);
  const period: Period = { label: '', first, last };
  const cells = summedRatingCells(store, period);
  const services = servicesIn(store, period);
  return {
    run,
    settings: run.kind === 'simulate' ? valuesByPath(JSON.parse(run.settings)) : new Map<string, string>(),
    months: { first: printMonth(first), last: printMonth(last) },
    shared: all.some((other) => other.id !== run.id && touches(store, other, first, last)),
    services,
    ...ratingShares(cells, services, knowledge.reference),
    refused: Object.fromEntries(refusalCounts(store, run.id).map(({ reason, n }) => [reason, n])),
    measurement: measurePeriod(store, knowledge, smallestPeriod(first, last)),
  };
}

/** Months of a run's days; a collected file has none, so all that have data. */
function monthsOf(store: Store, { firstDay, lastDay }: Run): { first: number; last: number } {
  if (firstDay !== null && lastDay !== null) return { first: monthOf(firstDay), last: monthOf(lastDay) };
  const months = monthsWithData(store);
  const now = monthOf(dayOf(2000, 1, 1));
  return { first: months[0] ?? now, last: months.at(-1) ?? now };
}

function touches(store: Store, run: Run, first: number, last: number): boolean {
  const other = monthsOf(store, run);
  return other.first <= last && other.last >= first;
}
