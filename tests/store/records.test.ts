import { newBatch } from '../../src/model/record/batch.ts';
import { describe, expect, it } from 'vitest';
import { serviceMeasures } from '../../src/model/cells.ts';
import { foreignCaseKey, serviceKeyOf } from '../../src/model/record/key.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { printMonth } from '../../src/model/time/time.ts';
import { foreignCases } from '../../src/store/foreign-cases.ts';
import {
  periodCells,
  ratingCells,
  serviceCells,
  tagCells,
  taskRatingCells,
} from '../../src/store/read/cells.ts';
import { monthsWithData } from '../../src/store/read/months.ts';
import { ratingsPerCase } from '../../src/store/read/ratings-per-case.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { eachRating, eachService } from '../../src/store/read/rows.ts';
import { addToRegister } from '../../src/store/write/register.ts';
import { ratingWriter, serviceWriter } from '../../src/store/write/records.ts';
import {
  aRating,
  aService,
  caseNumber,
  collect,
  instant,
  mistakeOf,
  permit,
  reference,
  register,
  shuffled,
  simulate,
  tiny,
  unitAt,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();
const unitCodes = reference.units.map(({ code }) => code);

describe('a foreign case number', () => {
  it('gets one key, another one another, and is read back from any of its services', () => {
    const cases = foreignCases(scratch.store());
    const [first, second] = [cases.keyOf('A-1'), cases.keyOf('A-2')];
    expect([first, second]).toEqual([foreignCaseKey(1), foreignCaseKey(2)]);
    expect(cases.keyOf('A-1')).toBe(first);
    expect(cases.numberOf(first + 15)).toBe('A-1');
    expect(cases.numberOf(second)).toBe('A-2');
    expect(cases.numberOf(foreignCaseKey(3))).toBe('');
  });
});

describe('rows written in bulk', () => {
  it.each([0, 1, 99, 100, 101, 250])('are all there: %i', (n) => {
    const store = scratch.store();
    const { services, ratings } = newBatch(n, n);
    for (let i = 0; i < n; i++) {
      [services.key[i], services.task[i], services.person[i]] = [i * 16, 1, 6];
      [services.acceptedAt[i], services.finishedAt[i], services.serviceAt[i]] = [3, -1, 5];
      ratings.key[i] = i * 32;
      ratings.assessedAt[i] = i;
    }
    services.length = ratings.length = n;
    const noneRefused = new Uint8Array(n);
    serviceWriter(store)(services, new Int32Array(n).fill(2), noneRefused);
    ratingWriter(store)(ratings, new Int32Array(n).fill(7), noneRefused);
    expect([...eachService(store)].map(({ key }) => key)).toEqual(
      Array.from({ length: n }, (_, i) => i * 16),
    );
    expect([...eachRating(store)].map(({ assessedAt }) => assessedAt)).toEqual(
      Array.from({ length: n }, (_, i) => i),
    );
    if (n > 0) {
      expect([...eachService(store)][0]).toEqual({
        key: 0,
        task: 1,
        packed: 2,
        acceptedAt: 3,
        finishedAt: -1,
        serviceAt: 5,
        person: 6,
      });
    }
  });
});

describe('the register', () => {
  it('says the same whatever order its lines came in', () => {
    const [store, other] = [scratch.store(), scratch.store()];
    const { offices, items } = register;
    addToRegister(store, readRegister(store), register, unitCodes);
    const mixed = { offices: [...offices].reverse(), items: shuffled(items, 5) };
    addToRegister(other, readRegister(other), mixed, unitCodes);
    expect(readRegister(other)).toEqual(readRegister(store));
    expect(mixed.items).not.toEqual(items);
  });

  it('gives back what was put in, and finds it by code and by place', () => {
    const store = scratch.store();
    addToRegister(store, readRegister(store), register, unitCodes);
    const { offices, tasks, taskByCode, officeByCode, taskAt } = readRegister(store);
    for (const line of register.items) {
      const task = taskByCode.get(line.taskCode)!;
      expect(task).toMatchObject(line);
      expect(tasks[taskAt[task.unitIndex * 1024 + task.slot]!]).toBe(task);
      expect(offices[task.officeId]!.code).toBe(line.office);
    }
    for (const line of register.offices) {
      expect(officeByCode.get(line.code)).toMatchObject({ ...line, unitIndex: unitAt(line.unit) });
    }
  });

  it('has room for 1024 items of a unit and no more', async () => {
    const store = scratch.store();
    const [office] = register.offices;
    const items = Array.from({ length: 1025 }, (_, i) => ({
      ...register.items[0]!,
      taskCode: `${office!.code}2${String(i).padStart(12, '0')}`,
    }));
    const { text } = await mistakeOf(() =>
      addToRegister(store, readRegister(store), { offices: [office!], items }, unitCodes),
    );
    expect(text.en).toContain('1024 items at most');
  });
});

describe('the counts kept beside the rows', () => {
  it('are those of the rows, by month', async () => {
    const store = scratch.store();
    const second = { projectNo: caseNumber(instant, 0, '2025-04-01'), taskCode: instant };
    await collect(store, [
      aService(),
      aRating(),
      aRating({ assessNumber: 2, satisfaction: '4', evalDetail: '', assessTime: '2025-04-02 10:00:00' }),
      aService({
        ...second,
        acceptDate: '2025-04-01 10:00:00',
        resultDate: '2025-04-01 10:10:00',
        serviceTime: '2025-04-01 10:10:00',
      }),
      aRating({
        ...second,
        satisfaction: '1',
        evalDetail: '115',
        pf: '4',
        assessTime: '2025-04-01 10:11:00',
      }),
    ]);
    expect(monthsWithData(store).map(printMonth)).toEqual(['2025-03', '2025-04']);
    const [march, april, year] = ['2025-03', '2025-04', '2025'].map(parsePeriod) as [never, never, never];
    const unit = unitAt('330000');
    const month = (text: string): number => parsePeriod(text).first;
    const cell = { unit, defaulted: 0, flagged: 0, additional: 0, n: 1 };
    const [firstOffice] = readRegister(store).offices.filter(({ unitIndex }) => unitIndex === unit);
    const office = firstOffice!.id;
    expect(ratingCells(store, march)).toEqual([
      { ...cell, office, month: month('2025-03'), channel: 1, level: 5 },
    ]);
    expect(ratingCells(store, april)).toEqual([
      { ...cell, office, month: month('2025-04'), channel: 1, level: 4, additional: 1 },
      { ...cell, office, month: month('2025-04'), channel: 4, level: 1 },
    ]);
    expect(ratingCells(store, year, [unit + 1])).toEqual([]);
    const ids = [permit, instant].map((code) => readRegister(store).taskByCode.get(code)!.id);
    expect(taskRatingCells(store, year).map(({ task, level, n }) => [task, level, n])).toEqual([
      [ids[0], 5, 1],
      [ids[1], 1, 1],
    ]);
    expect(tagCells(store, march).map(({ tag, n }) => [tag, n])).toEqual([
      [4 * 8 + 0, 1],
      [4 * 8 + 7, 1],
    ]);
    expect(serviceCells(store, march)).toEqual([
      {
        task: ids[0],
        month: month('2025-03'),
        services: 1,
        rated: 1,
        cases: 1,
        supplemented: 0,
        online: 1,
        supplements: 0,
        finished: 1,
        onTime: 1,
        sameDay: 0,
        limited: 1,
        halved: 1,
      },
    ]);
  });

  it('of a period are those of its months added up', async () => {
    const store = scratch.store();
    const days = { from: '2025-03-20', to: '2025-04-10' };
    await simulate(store, scratch.truth(store), { scenario: tiny(days) });
    const month = parsePeriod('2025-03').first;
    const { task: uncounted = -1 } = serviceCells(store, parsePeriod('2025-03'))[0] ?? {};
    store.db.exec(`UPDATE service_rollup SET rated = NULL WHERE month = ${month} AND task = ${uncounted}`);
    const year = parsePeriod('2025');
    const sums = (cells: readonly object[], counted: readonly string[]) => {
      const found = new Map<string, Record<string, number>>();
      for (const cell of cells) {
        const named = Object.entries({ ...cell, month: year.first });
        const name = JSON.stringify(named.filter(([field]) => !counted.includes(field)).sort());
        const sum = found.get(name) ?? {};
        for (const [field, n] of named) if (counted.includes(field)) sum[field] = (sum[field] ?? 0) + n;
        found.set(name, sum);
      }
      return found;
    };
    const added = periodCells(store, year);
    expect(sums(added.ratings, ['n'])).toEqual(sums(ratingCells(store, year), ['n']));
    expect(sums(added.taskRatings, ['n'])).toEqual(sums(taskRatingCells(store, year), ['n']));
    expect(sums(added.services, serviceMeasures)).toEqual(sums(serviceCells(store, year), serviceMeasures));
    expect(added.services.filter(({ rated }) => Number.isNaN(rated)).map(({ task }) => task)).toEqual([
      uncounted,
    ]);
    for (const cells of Object.values(added))
      expect(cells.every((cell) => cell.month === year.first)).toBe(true);
    expect(added.services.length).toBeLessThan(serviceCells(store, year).length);
  });

  it('of the ratings of a case are its sum and squares', async () => {
    const store = scratch.store();
    const numbers = (n: number): Fields => ({ projectNo: caseNumber(permit, n) });
    await collect(store, [
      aService(numbers(0)),
      aService({ ...numbers(0), serviceNumber: 2 }),
      aService(numbers(1)),
      aService(numbers(2)),
      aRating(numbers(0)),
      aRating({ ...numbers(0), serviceNumber: 2 }),
      aRating({ ...numbers(0), serviceNumber: 2, assessNumber: 2 }),
      aRating(numbers(1)),
    ]);
    const keys = [...eachRating(store)].map(({ key }) => serviceKeyOf(key));
    expect(ratingsPerCase(store, [[0, keys.at(-1)! + 1]])).toEqual({ ratings: 4, squares: 10 });
    expect(ratingsPerCase(store, [[0, keys.at(-1)!]])).toEqual({ ratings: 3, squares: 9 });
    expect(ratingsPerCase(store, [[0, 1]])).toEqual({ ratings: 0, squares: 0 });
  });
});
