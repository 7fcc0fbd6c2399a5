import { wilsonInterval } from '../../model/math/interval.ts';
import type { Measurement } from '../../model/measurement.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import type { RatingCell } from '../../model/cells.ts';
import { dayOf, monthOf, printMonth } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { ratingCells, serviceCells } from '../../store/read/cells.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import type { Run } from '../../store/read/runs.ts';
import { measurePeriod } from '../measure/measure-period.ts';
import type { Knowledge } from '../../model/knowledge.ts';

/** What a run says of itself, from what its database holds: settings, counts and results, never the truth. */
export interface RunFigures {
  readonly run: Run;
  /** Values of its scenario by path, as JSON; empty for a collected file. */
  readonly settings: ReadonlyMap<string, string>;
  /** First and last month its figures are of. */
  readonly months: { readonly first: string; readonly last: string };
  /** Other runs of the database that count in the same months. */
  readonly shared: boolean;
  readonly services: number;
  readonly ratings: number;
  /** Levels 5 to 1 among the levelled ratings. */
  readonly levels: readonly (Share & { readonly level: number })[];
  /** Channels among all ratings. */
  readonly channels: readonly (Share & { readonly channel: number })[];
  readonly defaulted: Share;
  /** Services that have a first rating. */
  readonly rated: Share;
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  readonly measurement: Measurement;
}

/** A part of a whole with its 95% interval; no figure where the whole is too small. */
export interface Share {
  readonly n: number;
  readonly of: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Fewest counts in the whole for a share, as for the shares of the methods. */
const MINIMUM = 30;

function shareIn(n: number, of: number): Share {
  // More ratings than services: no share of a whole.
  if (of < MINIMUM || n > of) return { n, of, value: null, low: null, high: null };
  return { n, of, value: n / of, ...wilsonInterval(n, of) };
}

/** True where two shares differ by more than their intervals allow; undefined where one has no figure. */
export function liesApart(a: Share, b: Share): boolean | undefined {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return undefined;
  return a.high < b.low || b.high < a.low;
}

export function runFigures(
  store: Store,
  run: Run,
  all: readonly Run[],
  knowledge: Pick<Knowledge, 'reference' | 'methods'>,
): RunFigures {
  const { first, last } = monthsOf(store, run);
  const period: Period = { label: '', first, last };
  const cells = ratingCells(store, period);
  const count = (wanted: (cell: RatingCell) => boolean): number =>
    cells.reduce((sum, cell) => sum + (wanted(cell) ? cell.n : 0), 0);
  const services = serviceCells(store, period).reduce((sum, cell) => sum + cell.services, 0);
  const ratings = count(() => true);
  const levelled = count(({ level }) => level > 0);
  return {
    run,
    settings: run.kind === 'simulate' ? leavesOf(JSON.parse(run.settings)) : new Map<string, string>(),
    months: { first: printMonth(first), last: printMonth(last) },
    shared: all.some((other) => other.id !== run.id && touches(store, other, first, last)),
    services,
    ratings,
    levels: [...knowledge.reference.levels]
      .sort((a, b) => b.level - a.level)
      .map(({ level }) => ({
        level,
        ...shareIn(
          count((cell) => cell.level === level),
          levelled,
        ),
      })),
    channels: knowledge.reference.channels.map(({ code }) => ({
      channel: code,
      ...shareIn(
        count(({ channel }) => channel === code),
        ratings,
      ),
    })),
    defaulted: shareIn(
      count(({ defaulted }) => defaulted === 1),
      ratings,
    ),
    rated: shareIn(
      count(({ additional }) => additional === 0),
      services,
    ),
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

/** The month, quarter or year that holds these months; of several years the last. */
function smallestPeriod(first: number, last: number): Period {
  const year = String(2000 + Math.floor(last / 12));
  if (first === last) return parsePeriod(printMonth(last));
  if (Math.floor(first / 3) === Math.floor(last / 3)) {
    return parsePeriod(`${year}-Q${String(Math.floor((last % 12) / 3) + 1)}`);
  }
  return parsePeriod(year);
}

/** Every single value of a scenario by its path. */
function leavesOf(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, below] of Object.entries(value)) {
      leavesOf(below, path === '' ? name : `${path}.${name}`, into);
    }
  } else {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}

export interface SettingDifference {
  readonly path: string;
  /** Undefined where the scenario does not have it. */
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** Values that differ between two scenarios, in the order of the first. */
export function settingDifferences(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): SettingDifference[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((path) => ({ path, a: a.get(path), b: b.get(path) }))
    .filter((pair) => pair.a !== pair.b);
}
