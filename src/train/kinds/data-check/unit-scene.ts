import { isWorkingDay, type Calendar } from '../../../model/time/calendar.ts';
import { DAY_SECONDS, firstDayOfMonth, monthOf, parseDay, weekdayOf } from '../../../model/time/time.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { Draws } from '../../draws.ts';
import type { AuditedRecord } from './audited-unit.ts';

/** Records of an office. */
export const RECORDS = 8;

export const MINUTE_SECONDS = 60;
export const HOUR_SECONDS = 3600;
const SATURDAY = 5;

/** What the records of one office are drawn from. */
export interface UnitScene {
  /** Draws of this office alone. */
  readonly draws: Draws;
  readonly difficulty: Difficulty;
  readonly days: MonthDays;
  readonly staff: readonly string[];
  readonly otherStaff: readonly string[];
  readonly opensSaturdays: boolean;
}

export interface MonthDays {
  /** Working days of the first part of the month, so that what is sent at its end is late. */
  readonly working: readonly number[];
  /** Saturdays off in the same part. */
  readonly saturdays: readonly number[];
  readonly first: number;
  readonly last: number;
}

const FIRST_PART = 19;

export function daysOfMonth(month: string, calendar: Calendar): MonthDays {
  const first = parseDay(`${month}-01`);
  const part = Array.from({ length: FIRST_PART }, (_, i) => first + i);
  return {
    working: part.filter((day) => isWorkingDay(calendar, day)),
    saturdays: part.filter((day) => weekdayOf(day) === SATURDAY && !isWorkingDay(calendar, day)),
    first,
    last: firstDayOfMonth(monthOf(first) + 1) - 1,
  };
}

/** The same draws under names of their own. */
export const drawsUnder = (draws: Draws, prefix: string): Draws => ({
  share: (name) => draws.share(`${prefix} ${name}`),
  whole: (name, low, high) => draws.whole(`${prefix} ${name}`, low, high),
  one: (name, list) => draws.one(`${prefix} ${name}`, list),
  shuffled: (name, list) => draws.shuffled(`${prefix} ${name}`, list),
});

/** Makes something of the records of an office: an anomaly, or what only looks like one. */
export type RecordChange = (records: readonly AuditedRecord[], scene: UnitScene) => AuditedRecord[];

/** How many records show an anomaly that so many make: the fewest that do where it is hard. */
export const sizeOf = ({ difficulty }: UnitScene, threshold: number, most = RECORDS): number =>
  Math.min(most, threshold + 3 - difficulty);

/** So many places, in their order. */
export const somePlaces = ({ draws }: UnitScene, n: number): number[] =>
  draws
    .shuffled(
      'places',
      Array.from({ length: RECORDS }, (_, i) => i),
    )
    .slice(0, n)
    .sort((a, b) => a - b);

/** So many places in a row. */
export function neighbouringPlaces({ draws }: UnitScene, n: number): number[] {
  const from = draws.whole('first of the row', 0, RECORDS - n);
  return Array.from({ length: n }, (_, i) => from + i);
}

/** Changes the records at these places; they stay in the order of their ratings. */
export const changedAt = (
  records: readonly AuditedRecord[],
  places: readonly number[],
  change: (record: AuditedRecord, nth: number) => Partial<AuditedRecord>,
): AuditedRecord[] =>
  records
    .map((record, i) => {
      const nth = places.indexOf(i);
      return nth < 0 ? record : { ...record, ...change(record, nth), isMade: true };
    })
    .sort((a, b) => a.ratedAt - b.ratedAt);

export const secondOf = (day: number, hour: number): number => day * DAY_SECONDS + hour * HOUR_SECONDS;

/** A masked number; synthetic ones begin with 10–12. */
export function phoneFrom(draws: Draws, name: string, taken: readonly string[] = []): string {
  for (let n = 0; ; n++) {
    const digits = draws.whole(`${name} ${String(n)}`, 0, 299_999);
    const phone = `1${String(Math.floor(digits / 10_000)).padStart(2, '0')}****${String(digits % 10_000).padStart(4, '0')}`;
    if (!taken.includes(phone)) return phone;
  }
}
