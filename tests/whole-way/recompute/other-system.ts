import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byKind, readRegister, type Export, type Item, type RegisterLine, type Row } from './read-export.ts';

/**
 * The records of a run as another system might send them: some are missing, cases have numbers of its own, some happened in a year of
 * which no holiday notice is known, results and contacts come at weekends, and the register states less and is odd in places.
 */

const DAY = 86_400_000;
const moment = (time: string): number => Date.parse(`${time.replace(' ', 'T')}Z`);

/** A time some days later or earlier; an empty one stays empty. */
const shifted = (time: string, days: number): string =>
  time === '' ? '' : new Date(moment(time) + days * DAY).toISOString().slice(0, 19).replace('T', ' ');

const withShifted = (row: Row, days: number, ...fields: readonly string[]): Row => ({
  ...row,
  ...Object.fromEntries(fields.map((field) => [field, shifted(row[field] ?? '', days)])),
});

/** The nth item: without later fields, offered or not, with strange limits; items of the last unit are never offered. */
function oddItem(item: Item, n: number, offersNothing: boolean): Item {
  const { tier, entrance, licence, accessible, convenience, ...always } = item;
  return {
    ...(n % 3 === 0 ? always : item),
    published: !offersNothing && (n % 7 === 0 ? !item.published : item.published),
    promisedDays: n % 13 === 0 ? 0 : n % 19 === 0 ? 5 : item.promisedDays,
    statutoryDays: n % 17 === 0 ? 0 : n % 19 === 0 ? 3 : item.statutoryDays,
  };
}

function oddRegister(lines: readonly RegisterLine[]): RegisterLine[] {
  const offices = lines.filter((line) => line.kind === 'office');
  const last = offices.at(-1)?.unit;
  const ofLast = new Set(offices.filter(({ unit }) => unit === last).map(({ code }) => code));
  return lines.map((line, n) => (line.kind === 'item' ? oddItem(line, n, ofLast.has(line.office)) : line));
}

const serviceKey = (row: Row): string => `${row['projectNo']}/${row['serviceNumber']}`;

function oddService(row: Row, n: number): Row {
  const { resultDate = '' } = row;
  if (resultDate === '') return row;
  // Accepted, or accepted and finished, on a day that the calendar does not know.
  if (n % 23 === 0) {
    const acceptDate = '2015-12-29 10:00:00';
    return { ...row, acceptDate, resultDate: n % 46 === 0 ? '2015-12-29 11:00:00' : resultDate };
  }
  return n % 29 === 0 ? withShifted(row, 1 + (n % 5), 'resultDate') : row;
}

function oddRating(row: Row, n: number): Row {
  const automatic = n % 31 === 0 && Number(row['satisfaction']) !== 1 && Number(row['satisfaction']) !== 2;
  return {
    ...row,
    isdefault: automatic ? '1' : (row['isdefault'] ?? ''),
    mobile: n % 3 === 0 ? '' : (row['mobile'] ?? ''),
  };
}

function oddRectification(row: Row, n: number): Row {
  const late = withShifted(row, n % 4, 'contactTime', 'rectifyTime', 'callbackTime');
  return {
    ...late,
    contactTime: n % 21 === 0 ? '' : (late['contactTime'] ?? ''),
    callbackLevel: n % 10 === 0 ? '' : (late['callbackLevel'] ?? ''),
  };
}

const times = {
  service: ['serviceTime', 'acceptDate', 'resultDate'],
  rating: ['assessTime', 'uploadTime'],
  rectification: ['contactTime', 'rectifyTime', 'callbackTime'],
};
const odd = { service: oddService, rating: oddRating, rectification: oddRectification };
type Kind = keyof typeof odd;

/** Every 11th case has a number of the other system, every 37th began at the end of 2017. */
function ofOtherCases(rows: readonly (Row & { kind: Kind })[]): (Row & { kind: Kind })[] {
  const cases = new Map<string, { readonly number: string; readonly days: number }>();
  return rows.map((row) => {
    const { projectNo = '' } = row;
    let other = cases.get(projectNo);
    if (other === undefined) {
      const n = cases.size + 1;
      const days = Math.round((moment('2015-12-28') - moment((row['serviceTime'] ?? '').slice(0, 10))) / DAY);
      other = { number: n % 11 === 0 ? `外部-${n}` : projectNo, days: n % 37 === 0 ? days : 0 };
      cases.set(projectNo, other);
    }
    return { ...withShifted(row, other.days, ...times[row.kind]), kind: row.kind, projectNo: other.number };
  });
}

/** Makes them of an export as NDJSON, writes them to `to` as NDJSON, and gives them as they were written. */
export function writeAsOtherSystem(from: string, to: string): Export {
  const register = oddRegister(readRegister(from));
  const lost = new Set<string>();
  const counts = { service: 0, rating: 0, rectification: 0 };
  const kept = readFileSync(join(from, 'records.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { kind, ...fields } = JSON.parse(line) as { kind: Kind } & Record<string, string | number>;
      const row: Row = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, String(value)]),
      );
      const n = ++counts[kind];
      // A lost service takes along what speaks of it; a first rating is lost with an additional one.
      if (kind === 'service' && n % 2 === 0) lost.add(serviceKey(row));
      return lost.has(serviceKey(row)) ? [] : [{ ...odd[kind](row, n), kind }];
    });
  const records = ofOtherCases(kept);
  const write = (name: string, lines: readonly object[]): void =>
    writeFileSync(join(to, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  write('register.ndjson', register);
  write('records.ndjson', records);
  const rows = (kind: Kind): Row[] => records.filter((record) => record.kind === kind);
  return {
    ...byKind(register),
    services: rows('service'),
    ratings: rows('rating'),
    rectifications: rows('rectification'),
  };
}
