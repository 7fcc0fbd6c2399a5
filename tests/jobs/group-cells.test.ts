import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { countPeriod, registerIn } from '../../src/jobs/measure/measure-period.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { countGroups, withoutGroup, type GroupedCounts } from '../../src/measure/group-counts.ts';
import { formulas } from '../../src/measure/formulas/formulas.ts';
import { scaleOf } from '../../src/measure/scale.ts';
import {
  addRecordCounts,
  emptyRecordCounts,
  type RecordCounts,
  type UnitCounts,
} from '../../src/measure/unit-counts.ts';
import { groupings } from '../../src/model/cells.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { ratingCells, serviceCells, taskRatingCells } from '../../src/store/read/cells.ts';
import { groupCells } from '../../src/store/read/group-cells.ts';
import { referenceOfStore } from '../../src/store/read/unit-names.ts';
import {
  aRating,
  aRectification,
  aService,
  caseNumber,
  collect,
  knowledge,
  permit,
  reference,
  simulate,
  tiny,
  tinyUnits,
  unitAt,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();
const year = parsePeriod('2025');
const scenario = tiny({ to: '2025-04-30', casesPerYear: 30_000 });

/** The counts of all units in a period, whole and by group. */
function countsIn(
  store: Store,
  label = '2025',
): { readonly totals: UnitCounts[]; readonly groups: GroupedCounts[] } {
  const period = parsePeriod(label);
  const register = registerIn(store, period);
  const names = referenceOfStore(store, reference);
  const totals = countPeriod(store, register, names, period);
  const cells = {
    ratings: ratingCells(store, period),
    taskRatings: taskRatingCells(store, period),
    services: serviceCells(store, period),
    groups: groupCells(store, period),
  };
  return { totals, groups: countGroups(cells, totals, register, names) };
}

/** The stored bytes of all counts by group. */
const stored = (store: Store): unknown[] =>
  store.db.prepare('SELECT unit, month, grouping, hex(counts) FROM group_rollup ORDER BY 1, 2, 3').all();

const sumOf = (groups: readonly RecordCounts[]): RecordCounts => {
  const sum = emptyRecordCounts();
  for (const group of groups) addRecordCounts(sum, group);
  return sum;
};
const recordsOf = ({
  active,
  defaulted,
  services,
  casesWithoutVisit,
  tags,
  byItemKind,
  handling,
}: RecordCounts): RecordCounts => ({
  active,
  defaulted,
  services,
  casesWithoutVisit,
  tags,
  byItemKind,
  handling,
});

let run: Store;
beforeAll(async () => {
  run = scratch.store('run.db');
  await simulate(run, scratch.truth(run), { scenario });
});

describe('counts by group of a simulated run', () => {
  it('are of two groupings for each unit and month', () => {
    const places = new Set(
      groupCells(run, year).map(({ unit, month, grouping }) => `${unit} ${month} ${grouping}`),
    );
    // March and April, and May, in which ratings of April's services come by default.
    expect(places.size).toBeGreaterThanOrEqual(tinyUnits.length * 2 * groupings.length);
    expect(groupCells(run, year)).toHaveLength(places.size);
  });

  it.each(['2025', '2025-03', '2025-Q2'])(
    'add up to the counts of each unit, in all that is counted: %s',
    (label) => {
      const { totals, groups } = countsIn(run, label);
      for (const unit of tinyUnits.map(unitAt)) {
        const total = recordsOf(totals[unit]!);
        expect(total.services.services).toBeGreaterThan(0);
        expect(groups[unit]!.persons).toHaveLength(32);
        expect(sumOf(groups[unit]!.persons!)).toEqual(total);
        expect(sumOf(groups[unit]!.offices!.flat())).toEqual(total);
      }
    },
  );

  it('are beside the services of each item, which add up to those of the unit', () => {
    const { totals, groups } = countsIn(run);
    for (const unit of tinyUnits.map(unitAt)) {
      const items = groups[unit]!.items.flat();
      expect(items.reduce((sum, { services }) => sum + services.finished, 0)).toBe(
        totals[unit]!.services.finished,
      );
      expect(items.reduce((sum, one) => sum + one.casesWithoutVisit, 0)).toBe(
        totals[unit]!.casesWithoutVisit,
      );
    }
    const codes = tinyUnits.map((code) => groups[unitAt(code)]!.items[0]!.map(({ basicCode }) => basicCode));
    expect(codes[0]!.filter((code) => codes[1]!.includes(code)).length).toBeGreaterThan(codes[0]!.length / 2);
  });

  it('hold handling, tags, automatic ratings and every kind of item', () => {
    const { groups } = countsIn(run);
    const all = sumOf(groups.flatMap(({ persons }) => persons!));
    for (const [name, n] of Object.entries(all.handling)) expect(n, name).toBeGreaterThan(0);
    for (const [name, n] of Object.entries(all.services)) expect(n, name).toBeGreaterThan(0);
    for (const part of [all.active, all.defaulted, all.tags, ...Object.values(all.byItemKind)])
      expect(part.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(100);
    expect(all.casesWithoutVisit).toBeGreaterThan(100);
  });

  it('keep the offices of a province apart from those of its cities', () => {
    const { groups } = countsIn(run);
    const [province, , city] = tinyUnits.map((code) => groups[unitAt(code)]!.offices!);
    expect(city).toHaveLength(1);
    expect(province).toHaveLength(2);
    expect(province![1]).toEqual(city![0]);
  });

  it('leave every formula over records with its counts, less those of the group', () => {
    const { totals, groups } = countsIn(run);
    const scale = scaleOf(reference);
    const overRecords = Object.values(formulas).filter(
      ({ id }) => !['itemReach', 'officeReach', 'itemRatingCoverage', 'officeRatingCoverage'].includes(id),
    );
    const total = totals[unitAt(tinyUnits[0]!)]!;
    const persons = groups[unitAt(tinyUnits[0]!)]!.persons!;
    for (const { id, ratio } of overRecords) {
      const whole = ratio(total, scale, {});
      const parts = persons.map((group) => ratio(withoutGroup(total, group), scale, {}));
      const [numerators, denominators] = (['numerator', 'denominator'] as const).map((side) =>
        parts.reduce((sum, part) => sum + part[side], 0),
      );
      const isOfRegister = parts.every(({ denominator }) => denominator === whole.denominator);
      const times = isOfRegister ? 32 : 31;
      expect(numerators, id).toBeCloseTo(whole.numerator * times, 6);
      expect(denominators, id).toBeCloseTo(whole.denominator * times, 6);
    }
    expect(withoutGroup(total, emptyRecordCounts())).toEqual(total);
  });

  it('are the same with two threads, and with rows that are not kept', async () => {
    const threaded = scratch.store();
    await simulate(threaded, scratch.truth(threaded), { scenario, threads: 2 });
    expect(stored(threaded)).toEqual(stored(run));
    const counted = scratch.store();
    await simulate(counted, scratch.truth(counted), { scenario, keepRows: false });
    expect(stored(counted)).toEqual(stored(run));
  });
});

describe('a database of a version that did not count by group', () => {
  const other = (day: string, n: number): string => caseNumber(permit, n, day);
  const served = (day: string, n: number): Fields[] => [
    aService({
      projectNo: other(day, n),
      acceptDate: `${day} 09:00:00`,
      resultDate: `${day} 10:00:00`,
      serviceTime: `${day} 10:00:00`,
    }),
    aRating({
      projectNo: other(day, n),
      satisfaction: '2',
      evalDetail: '209',
      assessTime: `${day} 11:00:00`,
    }),
  ];
  const knownIn = (store: Store, label: string): boolean[] =>
    groupCells(store, parsePeriod(label)).map(({ counts }) => counts !== null);

  it('has no counts by group of its months, however many records are added to them, and all counts of new months', async () => {
    const first = scratch.store('old.db');
    await collect(first, [...served('2025-03-03', 0), aRectification({ rectifyTime: '', callbackTime: '' })]);
    closeStore(first);
    const db = new Database(scratch.path('old.db'));
    db.exec(
      'DROP TABLE group_rollup; DROP TABLE own_method; DROP TABLE assessment_rollup; DROP TABLE assessment; DROP TABLE suspicion_record; DROP TABLE suspicion; DROP TABLE detection',
    );
    db.pragma('user_version = 10');
    db.close();

    const store = scratch.store('old.db');
    expect(knownIn(store, '2025')).toEqual([false, false]);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
    await collect(store, [...served('2025-03-04', 0), ...served('2025-04-01', 0), aRectification()]);
    expect(knownIn(store, '2025-03')).toEqual([false, false]);
    expect(knownIn(store, '2025-04')).toEqual([true, true]);
    expect((await verifyStore(store, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
    const unit = unitAt('330000');
    expect(countsIn(store, '2025').groups[unit]).toMatchObject({ persons: undefined, offices: undefined });
    const april = countsIn(store, '2025-04');
    expect(sumOf(april.groups[unit]!.persons!)).toEqual(recordsOf(april.totals[unit]!));
    expect(sumOf(april.groups[unit]!.offices!.flat()).services.rated).toBe(1);
  });
});

describe('a rectification that goes on', () => {
  it('is counted in its group as it stands', async () => {
    const store = scratch.store();
    const bad = { satisfaction: '2', evalDetail: '209' };
    await collect(store, [
      aService(),
      aRating(bad),
      aRectification({ rectifyTime: '', callbackTime: '', callbackMobile: '', callbackLevel: '' }),
    ]);
    const handled = (): readonly number[] => {
      const { totals, groups } = countsIn(store);
      const unit = unitAt('330000');
      const { handling } = sumOf(groups[unit]!.persons!);
      expect(handling).toEqual(totals[unit]!.handling);
      expect(sumOf(groups[unit]!.offices!.flat()).handling).toEqual(handling);
      return [handling.orders, handling.rectifiedInTime, handling.satisfied];
    };
    expect(handled()).toEqual([1, 0, 0]);
    await collect(store, [aRectification()]);
    expect(handled()[0]).toBe(1);
    expect(handled()[1]! + handled()[2]!).toBeGreaterThan(0);
    expect((await verifyStore(store, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe('counts that do not add up', () => {
  it('are no counts by group', async () => {
    const store = scratch.store();
    await simulate(store, scratch.truth(store), {
      scenario: tiny({ units: ['330000', '520000', '330100', '520100'] }),
    });
    const [province, city] = [unitAt('330000'), unitAt('330100')];
    store.db
      .prepare('UPDATE group_rollup SET counts = ? WHERE unit = ? AND grouping = 0')
      .run(Buffer.of(0, 1, 2), city);
    const { groups } = countsIn(store);
    expect([groups[province]!.persons, groups[city]!.persons]).toEqual([undefined, undefined]);
    expect(groups[province]!.offices).toBeDefined();
    expect(groups[unitAt('520000')]!.persons).toBeDefined();
  });
});
