import { isWorkingDay, type Calendar } from '../../../model/time/calendar.ts';
import { DAY_SECONDS, weekdayOf } from '../../../model/time/time.ts';
import type { AnomalyId } from './anomaly-names.ts';
import type { AuditedRecord, AuditedUnit } from './audited-unit.ts';
import { HOUR_SECONDS } from './unit-scene.ts';

/** What an anomaly is, rule by rule, with the limits that the exercise prints (anomaly-names.ts). */

export interface AuditScene {
  readonly units: readonly AuditedUnit[];
  readonly calendar: Calendar;
}

type Rule = (unit: AuditedUnit, scene: AuditScene) => readonly AuditedRecord[];

/** Records of an office that make it an anomaly of this kind, by their places from 0; none where it is no such anomaly. */
export const rowsThatDecide = (id: AnomalyId, unit: AuditedUnit, scene: AuditScene): number[] =>
  rules[id](unit, scene).map((record) => unit.records.indexOf(record));

const HALL_CHANNELS: readonly number[] = [4, 5];
const SATURDAY = 5;
const LAST_CHANNEL = 7;

const clockOf = (second: number): number => second % DAY_SECONDS;

export const isNight = ({ ratedAt }: AuditedRecord): boolean =>
  clockOf(ratedAt) >= 22 * HOUR_SECONDS || clockOf(ratedAt) < 6 * HOUR_SECONDS;

export function isOutOfHours(
  { ratedAt }: AuditedRecord,
  { opensSaturdays }: AuditedUnit,
  calendar: Calendar,
) {
  const day = Math.floor(ratedAt / DAY_SECONDS);
  const clock = clockOf(ratedAt);
  if (isWorkingDay(calendar, day)) return clock < 9 * HOUR_SECONDS || clock >= 17 * HOUR_SECONDS;
  const isOpen = opensSaturdays && weekdayOf(day) === SATURDAY;
  return !isOpen || clock < 9 * HOUR_SECONDS || clock >= 12 * HOUR_SECONDS;
}

export const isZeros = (phone: string): boolean => phone !== '' && /^[0*]+$/.test(phone);
export const isBad = ({ level }: AuditedRecord): boolean => level !== null && level <= 2;
export const isOverdue = ({ finishedAt, dueAt }: AuditedRecord): boolean => finishedAt > dueAt;
export const isRated = ({ level }: AuditedRecord): boolean => level !== null;

function groupsOf(
  records: readonly AuditedRecord[],
  nameOf: (record: AuditedRecord) => string,
): (readonly AuditedRecord[])[] {
  const names = new Set(records.map(nameOf));
  return [...names].map((name) => records.filter((record) => nameOf(record) === name));
}

/** The largest group of records with the same name. */
export function largestGroup(
  records: readonly AuditedRecord[],
  nameOf: (record: AuditedRecord) => string,
): readonly AuditedRecord[] {
  return groupsOf(records, nameOf).reduce<readonly AuditedRecord[]>(
    (most, group) => (group.length > most.length ? group : most),
    [],
  );
}

/** The longest run of neighbours in which each gap between ratings agrees with the first of the run. */
export function longestEvenRun(
  records: readonly AuditedRecord[],
  agree: (gap: number, first: number) => boolean,
): readonly AuditedRecord[] {
  let longest: readonly AuditedRecord[] = [];
  for (let from = 0; from + 1 < records.length; from++) {
    const first = gapAfter(records, from);
    let to = from + 1;
    while (to + 1 < records.length && agree(gapAfter(records, to), first)) to += 1;
    if (to + 1 - from > longest.length) longest = records.slice(from, to + 1);
  }
  return longest;
}

const gapAfter = (records: readonly AuditedRecord[], i: number): number =>
  (records[i + 1]?.ratedAt ?? 0) - (records[i]?.ratedAt ?? 0);

const atLeast = (n: number, records: readonly AuditedRecord[]): readonly AuditedRecord[] =>
  records.length >= n ? records : [];

/** The first records, in the order of `at`, of which so many lie within so many seconds. */
function within(
  records: readonly AuditedRecord[],
  n: number,
  seconds: number,
  at: (record: AuditedRecord) => number,
): readonly AuditedRecord[] {
  const sorted = [...records].sort((a, b) => at(a) - at(b));
  const windows = sorted.map((first) =>
    sorted.filter((other) => at(other) >= at(first) && at(other) - at(first) <= seconds),
  );
  return windows.find((window) => window.length >= n) ?? [];
}

const rules: Readonly<Record<AnomalyId, Rule>> = {
  A1: ({ records }) => {
    const quick = records.filter(
      ({ level, tags, ratedAt, servedAt }) =>
        level === 5 && tags.length > 0 && ratedAt >= servedAt && ratedAt - servedAt < 5,
    );
    return atLeast(
      5,
      largestGroup(quick, ({ device, tags }) => `${device} ${tags.join()}`),
    );
  },
  A2: ({ records }) =>
    atLeast(
      4,
      largestGroup(
        records.filter(({ isAutomatic, tags }) => isAutomatic && tags.length === 0),
        ({ ratedAt }) => String(ratedAt),
      ),
    ),
  A3: ({ records }) => {
    const scripted = (record: AuditedRecord): boolean => record.tags.join() === '510,517' && isNight(record);
    const runs = groupsOf(records.filter(scripted), ({ device }) => device).map((own) =>
      longestEvenRun(own, (gap, first) => gap === first && first > 0),
    );
    return atLeast(5, runs.find(({ length }) => length >= 5) ?? []);
  },
  A4: ({ letter, records }, { units }) => {
    const others = units.flatMap((unit) => (unit.letter === letter ? [] : unit.staff));
    return atLeast(
      3,
      records.filter(({ phone }) => others.includes(phone)),
    );
  },
  A5: ({ records }) =>
    atLeast(
      3,
      records.filter(({ phone }) => isZeros(phone)),
    ),
  A6: ({ records }) =>
    records.filter(
      ({ caseNumber, assessNumber }) =>
        records.filter((one) => one.caseNumber === caseNumber && one.assessNumber === assessNumber).length >
        1,
    ),
  A7: ({ records }) => records.filter(({ booked }) => booked === 'nowhere'),
  A8: ({ records }) =>
    records.filter(
      ({ ratedAt, servedAt, finishedAt, acceptedAt, calledAt, rectifiedAt, level }) =>
        (level !== null && ratedAt < servedAt) ||
        finishedAt < acceptedAt ||
        (calledAt !== null && rectifiedAt !== null && calledAt < rectifiedAt),
    ),
  A9: ({ records }) =>
    records.filter(
      ({ level, tags, channel }) =>
        channel > LAST_CHANNEL || tags.some((tag) => level !== null && tag[0] !== String(level)),
    ),
  A10: ({ records }) =>
    records.filter((record) => isBad(record) && record.tags.length === 0 && record.remark === null),
  A11: ({ records }) => {
    const silent = records.filter(({ level, remark }) => level === 1 && remark === null);
    const runs = groupsOf(silent, ({ phone }) => phone).map((own) =>
      within(own, 3, HOUR_SECONDS / 2, ({ ratedAt }) => ratedAt),
    );
    return runs.find((run) => new Set(run.map(({ item }) => item.zh)).size >= 3) ?? [];
  },
  A12: ({ records }) => records.filter(({ level, remark }) => level === 1 && remark?.isPraise === true),
  A13: ({ records }) => {
    const bad = records.filter(isBad);
    const onlyBad = records.every((record) => !isRated(record) || isBad(record) === !record.isTaken);
    return onlyBad ? atLeast(2, bad) : [];
  },
  A14: ({ records }) => {
    const unrated = records.filter((record) => !isRated(record));
    return unrated.every(isOverdue) ? atLeast(3, unrated) : [];
  },
  A15: ({ records }) =>
    within(
      records.filter(({ uploadedAt, ratedAt }) => uploadedAt - ratedAt > 5 * DAY_SECONDS),
      4,
      HOUR_SECONDS / 6,
      ({ uploadedAt }) => uploadedAt,
    ),
  'A16-no-call': ({ records }) =>
    records.filter(({ rectifiedAt, calledAt }) => rectifiedAt !== null && calledAt === null),
  'A16-staff': ({ records, staff }) => records.filter(({ calledPhone }) => staff.includes(calledPhone)),
  A17: (unit, { calendar }) =>
    atLeast(
      2,
      unit.records.filter(
        (record) => HALL_CHANNELS.includes(record.channel) && isOutOfHours(record, unit, calendar),
      ),
    ),
};
