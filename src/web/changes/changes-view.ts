import {
  changeFigures,
  ratingChanges,
  type ChangeFigure,
  type RatingChanges,
} from '../../jobs/measure/compare-ratings.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { smallestPeriod, type Period } from '../../model/time/period.ts';
import { printDifference, printFixed, printShare } from '../../wording/print-number.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** What the address asks of changes, and the answer: for the page and for its file. */
export interface AskedChanges {
  readonly kind: UnitKind;
  readonly figure: ChangeFigure;
  readonly before: Period;
  readonly units: readonly UnitResult[];
  /** Undefined where the period before has no data. */
  readonly changes: RatingChanges | undefined;
}

export async function askedChanges(context: RequestContext): Promise<AskedChanges> {
  const { query, period, results } = context;
  const kind = readChoice(query, 'kind', unitKinds, 'province');
  const figure = readChoice(query, 'figure', changeFigures, 'goodRate');
  const before = periodBefore(period);
  const units = (await results.measurement(period)).units.filter((unit) => unit.kind === kind);
  const hasBefore = results.months.some((month) => month >= before.first && month <= before.last);
  if (!hasBefore) return { kind, figure, before, units, changes: undefined };
  const codes = units.map(({ code }) => code);
  const [now, then] = [await results.periodRatings(period), await results.periodRatings(before)];
  return { kind, figure, before, units, changes: ratingChanges(codes, now, then, figure) };
}

/** The period of the same length that ends where this one begins. */
const periodBefore = ({ first, last }: Period): Period =>
  smallestPeriod(first - (last - first) - 1, first - 1);

export const printFigure = (figure: ChangeFigure, value: number | null): string =>
  value === null ? '—' : figure === 'goodRate' ? printShare(value, '—') : printFixed(value, 3);

/** A change: percentage points of a share, points of a score. */
export const printChange = (figure: ChangeFigure, value: number): string =>
  figure === 'goodRate'
    ? printDifference(value * 100, '—')
    : `${value > 0 ? '+' : ''}${printFixed(value, 3)}`;
