import { holdNational } from '../../measure/compare-national.ts';
import { normalInterval, wilsonInterval } from '../../model/math/interval.ts';
import { caseKey } from '../../model/record/key.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import type { Reference } from '../../model/reference.ts';
import type { MonthTargets, NationalTargets, TargetRow } from '../../model/targets.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { ratingsPerCase } from '../../store/read/ratings-per-case.ts';
import { readRegister } from '../../store/read/register.ts';
import { runWithoutRows } from '../../store/read/runs.ts';

import type { Knowledge } from '../knowledge.ts';
import { measurePeriod } from './measure-period.ts';

export interface TargetComparison {
  readonly rows: readonly TargetRow[];
  readonly cases: number;
  readonly ratings: number;
}

/** 99.5% point of the standard normal distribution: two-sided 99% intervals. */
const Z99 = 2.5758293035489004;

/**
 * Holds simulated counts against published ones: shares of the levels among levelled ratings (Wilson), of the channels
 * among all ratings (Wilson), ratings per case (normal, from the spread between cases).
 */
export function compareTargets(
  store: Store,
  reference: Reference,
  published: MonthTargets,
): TargetComparison {
  const period = parsePeriod(published.period);
  const units = reference.units.flatMap(({ code, province }, index) =>
    code === published.unit || province === published.unit ? [index] : [],
  );
  const cells = ratingCells(store, period, units);
  const tasks = readRegister(store).tasks;
  const cases = serviceCells(store, period).reduce(
    (sum, cell) => sum + (units.includes(tasks[cell.task]?.unitIndex ?? -1) ? cell.cases : 0),
    0,
  );
  const ratings = cells.reduce((sum, { n }) => sum + n, 0);
  const count = (wanted: (cell: (typeof cells)[number]) => boolean): number =>
    cells.reduce((sum, cell) => sum + (wanted(cell) ? cell.n : 0), 0);

  const shares = (
    group: 'levels' | 'channels',
    table: Readonly<Record<string, number>>,
    of: 'level' | 'channel',
    total: number,
  ): TargetRow[] => {
    const publishedTotal = Object.values(table).reduce((sum, n) => sum + n, 0);
    return Object.entries(table).map(([key, n]) => {
      const simulated = count((cell) => cell[of] === Number(key));
      return row(group, key, n / publishedTotal, total === 0 ? null : simulated / total, () =>
        wilsonInterval(simulated, total, Z99),
      );
    });
  };
  const levelled = count(({ level }) => level > 0);
  const perCase = ratingsPerCase(
    store,
    units.map((unit): [number, number] => [
      caseKey(unit, firstDayOfMonth(period.first), 0, 0),
      caseKey(unit, firstDayOfMonth(period.last + 1), 0, 0),
    ]),
  );
  return {
    rows: [
      ...shares('levels', published.levels, 'level', levelled).sort((a, b) => Number(b.key) - Number(a.key)),
      ...shares('channels', published.channels, 'channel', ratings),
      row('ratio', 'ratingsPerCase', published.ratingsPerCase, cases < 2 ? null : ratings / cases, () => {
        // How ratings spread over cases is known from the rows alone.
        if (runWithoutRows(store)) return undefined;
        const mean = ratings / cases;
        const variance = perCase.squares / cases - (perCase.ratings / cases) ** 2;
        return normalInterval(mean, variance, cases, Z99);
      }),
    ],
    cases,
    ratings,
  };
}

/** Holds the results of a period, the report's own year unless told otherwise, against a national report. */
export const compareNational = (
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
  targets: NationalTargets,
  period: Period = parsePeriod(String(targets.year)),
): TargetRow[] => holdNational(measurePeriod(store, knowledge, period), targets);

function row(
  group: TargetRow['group'],
  key: string,
  published: number,
  simulated: number | null,
  interval: () => { low: number; high: number } | undefined,
): TargetRow {
  const range = simulated === null ? undefined : interval();
  if (!range) return { group, key, published, simulated, low: null, high: null, inside: null };
  const { low, high } = range;
  return { group, key, published, simulated, low, high, inside: low <= published && published <= high };
}
