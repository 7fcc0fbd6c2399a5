import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Tally, type CountedService } from '../../src/rollup/tally.ts';
import { tallyContext } from '../../src/rollup/task-columns.ts';
import { encodeCounts } from '../../src/model/counts/count-codec.ts';
import { caseKey, foreignCaseKey, ratingKey } from '../../src/model/record/key.ts';
import { packedRating, packedService } from '../packed.ts';
import { ABSENT, DAY_SECONDS, dayOf, monthOf } from '../../src/model/time/time.ts';
import { calendar, makeRegister, unitIndex } from '../measure/samples.ts';

const register = makeRegister([
  { unit: '广东' },
  { unit: '广东', department: 1, handling: 'instant', statutoryDays: 0, promisedDays: 0 },
  { unit: '深圳', statutoryDays: 20, promisedDays: 15 },
]);
const context = tallyContext(register, calendar);
let tally = new Tally(context);
beforeEach(() => {
  tally = new Tally(context);
});

const at = (year: number, month: number, day: number, hour = 10): number =>
  dayOf(year, month, day) * DAY_SECONDS + hour * 3600;
const month = (year: number, m: number): number => monthOf(dayOf(year, m, 1));
const key = (serial: number, number = 1): number => caseKey(1, 9200, 3, serial) + number - 1;
const FINISHED = packedService(3, 6, 1, 1);

const served = (
  key: number,
  task: number,
  packed: number,
  acceptedAt: number,
  finishedAt: number,
  serviceAt: number,
  person = 7,
): CountedService => ({ key, task, packed, acceptedAt, finishedAt, serviceAt, person });

/** One finished case of a task: accepted and finished on these days of 2025. */
const finish = (task: number, accepted: number, finished: number): void =>
  tally.addService(served(key(0), task, FINISHED, accepted, finished, finished));

describe('services', () => {
  it('count in the month of the service, a case with its first service', () => {
    tally.addService(
      served(key(0), 0, packedService(2, 3, 2, 1), at(2025, 3, 31), ABSENT, at(2025, 3, 31, 23)),
    );
    tally.addService(
      served(key(0, 2), 0, packedService(2, 4, 1, 1), at(2025, 3, 31), ABSENT, at(2025, 4, 1, 0)),
    );
    tally.addService(
      served(foreignCaseKey(7), 0, packedService(2, 3, 1, 1), at(2025, 4, 1), ABSENT, at(2025, 4, 1)),
    );
    const none = { rated: 0, supplemented: 0, finished: 0, onTime: 0, sameDay: 0, limited: 0, halved: 0 };
    expect([...tally.serviceCells()]).toEqual([
      { task: 0, month: month(2025, 3), services: 1, cases: 1, online: 0, supplements: 0, ...none },
      { task: 0, month: month(2025, 4), services: 2, cases: 1, online: 2, supplements: 1, ...none },
    ]);
  });

  // Wednesday 1 October to Tuesday 7 October 2025 are 4 working days in the calendar of these tests.
  it.each([
    ['on the last promised working day', at(2025, 10, 1), at(2025, 10, 7), { onTime: 1, halved: 1 }],
    ['one working day late', at(2025, 10, 1), at(2025, 10, 8), { onTime: 0, halved: 1 }],
    ['past half the legal limit', at(2025, 10, 1), at(2025, 10, 9), { onTime: 0, halved: 0 }],
    ['on the day itself', at(2025, 10, 1, 9), at(2025, 10, 1, 17), { onTime: 1, halved: 1, sameDay: 1 }],
  ])('finished %s', (_title, accepted, finished, expected) => {
    finish(0, accepted, finished);
    const [cell] = [...tally.serviceCells()];
    expect(cell).toMatchObject({ finished: 1, limited: 1, sameDay: 0, ...expected });
  });

  it('on an item done on the spot are on time the same day only, and have no limit to halve', () => {
    finish(1, at(2025, 10, 1, 9), at(2025, 10, 1, 10));
    finish(1, at(2025, 10, 1, 9), at(2025, 10, 2, 9));
    expect([...tally.serviceCells()]).toMatchObject([
      { finished: 2, onTime: 1, sameDay: 1, limited: 0, halved: 0 },
    ]);
  });

  it('outside the calendar are finished but neither on time nor halved, and nothing throws', () => {
    finish(0, at(2024, 12, 31, 9), at(2025, 1, 2));
    finish(0, at(2025, 12, 31), at(2026, 1, 1));
    finish(0, at(2031, 5, 1, 9), at(2031, 5, 1, 10));
    finish(0, ABSENT, at(2025, 1, 2));
    const cells = [...tally.serviceCells()];
    const sum = (measure: 'finished' | 'onTime' | 'limited' | 'halved' | 'sameDay'): number =>
      cells.reduce((total, cell) => total + cell[measure], 0);
    expect([sum('finished'), sum('onTime'), sum('limited'), sum('halved'), sum('sameDay')]).toEqual([
      4, 0, 0, 0, 1,
    ]);
  });

  it.each([
    ['accepted', packedService(2, 6, 1, 1), at(2025, 10, 1)],
    ['of another stage', packedService(3, 5, 1, 1), at(2025, 10, 1)],
    ['without a time of completion', FINISHED, ABSENT],
  ])('%s are not finished', (_title, packed, finishedAt) => {
    tally.addService(served(key(0), 0, packed, at(2025, 10, 1), finishedAt, at(2025, 10, 1)));
    expect([...tally.serviceCells()]).toMatchObject([{ services: 1, finished: 0, onTime: 0 }]);
  });

  it('at the first and last second of the years 2000 to 2067 have a month, beyond them none', () => {
    tally.addService(served(key(0), 0, FINISHED, ABSENT, ABSENT, 0));
    tally.addService(served(key(1), 0, FINISHED, ABSENT, ABSENT, at(2068, 1, 1, 0) - 1));
    tally.addService(served(key(2), 0, FINISHED, ABSENT, ABSENT, at(2068, 1, 1, 0)));
    tally.addService(served(key(3), 0, FINISHED, ABSENT, ABSENT, ABSENT));
    expect([...tally.serviceCells()].map((cell) => [cell.month, cell.services])).toEqual([
      [0, 1],
      [68 * 12 - 1, 1],
    ]);
  });
});

describe('ratings', () => {
  it('count by unit and office of the item and by every field of the mark', () => {
    const packed = packedRating(2, 4, 0, 1, 1, 0b10000001);
    tally.addRating(ratingKey(key(0), 1), 1, packed, at(2025, 6, 30, 23), at(2025, 6, 30), 7);
    tally.addRating(ratingKey(key(0), 2), 1, packed, at(2025, 7, 1, 0), at(2025, 6, 30), 7);
    tally.addRating(
      ratingKey(key(1), 1),
      2,
      packedRating(5, 1, 1, 0, 0, 0),
      at(2025, 7, 1),
      at(2025, 6, 29),
      7,
    );
    const [unit, office] = [unitIndex('广东'), 1];
    const cell = { unit, office, channel: 4, level: 2, defaulted: 0, flagged: 1, n: 1 };
    expect([...tally.ratingCells()]).toEqual([
      { ...cell, month: month(2025, 6), additional: 0 },
      { ...cell, month: month(2025, 7), additional: 1 },
      {
        unit: unitIndex('深圳'),
        office: 2,
        month: month(2025, 7),
        channel: 1,
        level: 5,
        defaulted: 1,
        flagged: 0,
        additional: 0,
        n: 1,
      },
    ]);
    expect([...tally.taskRatingCells()]).toEqual([
      { task: 1, month: month(2025, 6), level: 2, n: 1 },
      { task: 2, month: month(2025, 7), level: 5, n: 1 },
    ]);
    expect([...tally.tagCells()].map(({ tag, n }) => [tag, n])).toEqual([
      [8, 1],
      [15, 1],
      [8, 1],
      [15, 1],
    ]);
  });

  it('say which services are rated, in the month of the service, by first ratings alone', () => {
    tally.addRating(
      ratingKey(key(0), 1),
      1,
      packedRating(5, 1, 0, 0, 0, 0),
      at(2025, 7, 2),
      at(2025, 6, 30),
      7,
    );
    tally.addRating(
      ratingKey(key(0), 2),
      1,
      packedRating(1, 1, 0, 0, 1, 0),
      at(2025, 7, 3),
      at(2025, 6, 30),
      7,
    );
    expect([...tally.serviceCells()]).toMatchObject([{ task: 1, month: month(2025, 6), rated: 1 }]);
  });

  it('without a level carry no tag', () => {
    tally.addRating(
      ratingKey(key(0), 1),
      0,
      packedRating(0, 6, 0, 0, 0, 3),
      at(2025, 6, 30),
      at(2025, 6, 30),
      7,
    );
    expect([...tally.tagCells()]).toEqual([]);
    expect([...tally.ratingCells()]).toMatchObject([{ channel: 6, level: 0, n: 1 }]);
  });
});

type Row =
  | { kind: 'service'; args: Parameters<typeof served> }
  | { kind: 'rating'; args: Parameters<Tally['addRating']> };

const second = fc.integer({ min: at(2024, 11, 1), max: at(2026, 2, 1) });
const row: fc.Arbitrary<Row> = fc.oneof(
  fc.record({
    kind: fc.constant('service' as const),
    args: fc.tuple(
      fc.integer({ min: 0, max: 40 }).map((n) => key(n >> 2, (n & 3) + 1)),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2047 }),
      fc.oneof(fc.constant(ABSENT), second),
      fc.oneof(fc.constant(ABSENT), second),
      second,
      fc.integer({ min: -1, max: 200 }),
    ),
  }),
  fc.record({
    kind: fc.constant('rating' as const),
    args: fc.tuple(
      fc.integer({ min: 0, max: 80 }).map((n) => ratingKey(key(n >> 1), n % 2 === 0 ? 1 : 2)),
      fc.integer({ min: 0, max: 2 }),
      fc
        .tuple(
          fc.integer({ min: 0, max: 5 }),
          fc.integer({ min: 0, max: 7 }),
          fc.nat(1),
          fc.nat(1),
          fc.nat(1),
          fc.nat(255),
        )
        .map((fields) => packedRating(...fields)),
      second,
      second,
      fc.integer({ min: -1, max: 200 }),
    ),
  }),
);
const rows = fc.array(row, { maxLength: 600, size: 'max' });

const addAll = (target: Tally, list: readonly Row[]): Tally => {
  for (const { kind, args } of list) {
    if (kind === 'service') target.addService(served(...args));
    else target.addRating(...args);
  }
  return target;
};
const cellsOf = (target: Tally): unknown[] => [
  [...target.ratingCells()],
  [...target.taskRatingCells()],
  [...target.tagCells()],
  [...target.serviceCells()],
  [...target.groups.cells()].map(({ counts, ...cell }) => ({
    ...cell,
    counts: encodeCounts(counts!).join(),
  })),
];

describe('a tally', () => {
  it('is the same for the same rows in any order', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((item) => ({ item, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        expect(cellsOf(addAll(new Tally(context), shuffled))).toEqual(
          cellsOf(addAll(new Tally(context), list)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('of two batches is the sum of their tallies, cell by cell', () => {
    fc.assert(
      fc.property(rows, fc.nat(600), (list, cut) => {
        const merged = new Map<string, number>();
        for (const part of [list.slice(0, cut), list.slice(cut)]) {
          for (const { n, ...cell } of addAll(new Tally(context), part).ratingCells()) {
            const name = JSON.stringify(cell);
            merged.set(name, (merged.get(name) ?? 0) + n);
          }
        }
        const whole = [...addAll(new Tally(context), list).ratingCells()];
        expect(new Map(whole.map(({ n, ...cell }) => [JSON.stringify(cell), n]))).toEqual(merged);
      }),
      { numRuns: 40 },
    );
  });

  it('counts every row once', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const target = addAll(new Tally(context), list);
        const ratings = list.filter(({ kind }) => kind === 'rating').length;
        expect([...target.ratingCells()].reduce((sum, { n }) => sum + n, 0)).toBe(ratings);
        expect([...target.serviceCells()].reduce((sum, { services }) => sum + services, 0)).toBe(
          list.length - ratings,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is empty again after clear, and then counts as a new one does', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const used = addAll(new Tally(context), before);
        used.clear();
        expect(cellsOf(used)).toEqual([[], [], [], [], []]);
        expect(cellsOf(addAll(used, after))).toEqual(cellsOf(addAll(new Tally(context), after)));
      }),
      { numRuns: 20 },
    );
  });

  it('counts a row it knew before clear afresh', () => {
    finish(0, at(2025, 10, 1), at(2025, 10, 2));
    tally.clear();
    finish(0, at(2025, 10, 1), at(2025, 10, 2));
    expect([...tally.serviceCells()]).toMatchObject([{ task: 0, services: 1, finished: 1 }]);
  });

  it('keeps its cells apart when it has to grow', () => {
    const many = makeRegister(Array.from({ length: 900 }, () => ({ unit: '广东' })));
    const large = new Tally(tallyContext(many, calendar));
    for (let round = 0; round < 2; round++) {
      for (let task = 0; task < 900; task++) {
        for (let m = 1; m <= 12; m++)
          large.addService(served(key(0), task, FINISHED, ABSENT, ABSENT, at(2025, m, 3)));
      }
    }
    const cells = [...large.serviceCells()];
    expect(cells.length).toBe(900 * 12);
    expect(cells.every(({ services, cases }) => services === 2 && cases === 2)).toBe(true);
  });
});
