import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectFiles } from '../../src/jobs/collect/collect-files.ts';
import { scoresWithoutFlagged, type UnitWithoutFlagged } from '../../src/jobs/detect/leave-out-flagged.ts';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { computeScores } from '../../src/jobs/measure/measure-period.ts';
import { assessNumberOf } from '../../src/model/record/key.ts';
import type { Methods } from '../../src/model/knowledge.ts';
import type { Suspicion } from '../../src/model/detection/suspicion.ts';
import { parsePeriod, type Period } from '../../src/model/time/period.ts';
import { registerLines } from '../../src/national/register-lines.ts';
import { closeStore, openInMemory, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { replaceSuspicions } from '../../src/store/write/suspicions.ts';
import { clock, knowledge, simulate, sourceOf, text, tiny, tinyUnits, useScratch } from '../builders.ts';

const scratch = useScratch();
let store: Store;
/** Each record as a line, with the key of the rating that it is of; undefined of a service. */
let lines: { readonly line: string; readonly key: number | undefined }[];
let ratings: readonly { readonly key: number; readonly level: number }[];
let rectified: ReadonlySet<number>;
/** All records are of it. */
const year = parsePeriod('2025');

beforeAll(async () => {
  store = scratch.store();
  const scenario = tiny({
    ...{ from: '2025-02-20', casesPerYear: 16_000, experience: { cuts: [-1.6, -1.0, -0.7, -0.1] } },
    answering: { defaulting: { share: 0.15 }, additional: { rectified: 0.9, otherwise: 0.1 } },
  });
  await simulate(store, scratch.truth(store), { scenario });
  ratings = store.db
    .prepare<[], { key: number; level: number }>('SELECT key, level FROM rating ORDER BY key')
    .all();
  const orders = store.db.prepare<[], number>('SELECT key FROM rectification ORDER BY key').pluck().all();
  rectified = new Set(orders);
  const keys = [...ratings.map(({ key }) => key), ...orders];
  const records = [...recordLines(store, knowledge)];
  const services = records.length - keys.length;
  lines = records.map((line, i) => ({ line, key: i < services ? undefined : keys[i - services] }));
});

const flag = (target: Store, parts: Readonly<Record<string, readonly number[]>>): void => {
  const given = { data: contentOf(target).digest, programVersion: 'test', budget: 0.05 };
  const plain = { unit: 0, office: null, month: null, p: 0.01, observed: 1, expected: 0, of: 1 };
  replaceSuspicions(
    target,
    given,
    Object.entries(parts).flatMap(([detector, keys]): Suspicion[] => [{ ...plain, detector, keys }]),
  );
};

/** A database that never got the flagged ratings, nor what hangs on them. */
async function storeWithout(flagged: ReadonlySet<number>): Promise<Store> {
  const other = openInMemory().store;
  const kept = lines.flatMap(({ line, key }) => (key === undefined || !flagged.has(key) ? [line] : []));
  const register = text([...registerLines(readRegister(store))]);
  const report = await collectFiles(
    other,
    [sourceOf('register.ndjson', register), sourceOf('records.ndjson', text(kept))],
    { programVersion: 'test' },
    knowledge,
    clock,
  );
  // What could not stay is an additional rating without its first, and the rectification of such a one.
  expect(Object.keys(report.refused).every((reason) => reason === 'orphan')).toBe(true);
  return other;
}

const near = (value: number | null | undefined): unknown =>
  value === null || value === undefined ? value : expect.closeTo(value, 12);

/** Compares a period with what the other database measures of it. */
function expectPlainWay(other: Store, methods: Methods, period: Period): UnitWithoutFlagged[] {
  const measured = { ...knowledge, methods };
  const ours = scoresWithoutFlagged(store, measured, period, ['one', 'two']);
  const [whole, without] = [store, other].map((one) => computeScores(one, measured, period).units);
  expect(ours.map(({ code }) => code)).toEqual(without!.map(({ code }) => code));
  ours.forEach((unit, place) => {
    const [before, after] = [whole![place]!, without![place]!];
    expect(unit).toMatchObject({ score: before.overall?.score ?? null, rank: before.rank });
    expect(unit.scoreWithout).toEqual(near(after.overall?.score ?? null));
    expect(unit.rankWithout).toBe(after.rank);
    for (const id of ['goodRate', 'meanScore'] as const) {
      const [all, less] = [before, after].map(
        ({ indicators }) => indicators.find((one) => one.id === id)?.value,
      );
      // The method says nothing of few ratings.
      if (typeof all === 'number') expect(unit[id].all).toEqual(near(all));
      if (typeof less === 'number') expect(unit[id].without).toEqual(near(less));
    }
  });
  return ours;
}

/** Ratings left out, those of a city once: they count for its province as well. */
const leftOut = (units: readonly UnitWithoutFlagged[]): number =>
  units.reduce((sum, { kind, flagged }) => sum + (kind === 'province' ? flagged : 0), 0);

describe('results without the flagged ratings', () => {
  it('are those of a database that never got them, in every edition', async () => {
    const bad = ratings.filter(({ level }) => level > 0 && level < 3).map(({ key }) => key);
    const withOrder = bad.filter((key) => rectified.has(key));
    const additional = ratings.map(({ key }) => key).filter((key) => assessNumberOf(key) === 2);
    expect(withOrder.length).toBeGreaterThan(20);
    expect(additional.length).toBeGreaterThan(5);
    const keys = [
      ...ratings.filter(({ level }, i) => level === 5 && i % 3 === 0).map(({ key }) => key),
      ...withOrder.filter((_, i) => i % 2 === 0),
      ...additional.filter((_, i) => i % 2 === 0),
      ...additional.filter((_, i) => i % 3 === 0).map((key) => key - 1),
    ];
    // A record may be flagged by two detectors, and counts once.
    flag(store, { one: [...new Set(keys)], two: keys.slice(0, 9) });
    const other = await storeWithout(new Set(keys));
    for (const methods of knowledge.editions.filter(({ province }) => province.onRequest !== true)) {
      const month = expectPlainWay(other, methods, parsePeriod('2025-03'));
      expect(month.filter(({ scoreWithout }) => scoreWithout !== null).length).toBeGreaterThan(1);
      expect(month.some(({ score, scoreWithout }) => score !== scoreWithout)).toBe(true);
      expect(leftOut(expectPlainWay(other, methods, year))).toBe(ratings.length - contentOf(other).ratings);
    }
    closeStore(other);
  });

  it('are those of a database that never got them, whichever are flagged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.nat(), async (every, start) => {
        const keys = ratings.flatMap(({ key }, i) => ((i * 7919 + start) % every === 0 ? [key] : []));
        flag(store, { one: keys.slice(0, keys.length / 2), two: keys.slice(keys.length / 2) });
        const other = await storeWithout(new Set(keys));
        const units = expectPlainWay(other, knowledge.methods, year);
        expect(leftOut(units)).toBe(ratings.length - contentOf(other).ratings);
        closeStore(other);
      }),
      { numRuns: 3 },
    );
  });

  it('are the same where no rating is flagged: of a refused record, of a rectification, of a whole month, or by no detector asked for', () => {
    flag(store, { rectifications: [...rectified], one: [], refused: [1, 2] });
    for (const unit of scoresWithoutFlagged(store, knowledge, year, ['one', 'unknown'])) {
      expect(unit).toMatchObject({ flagged: 0, scoreWithout: unit.score, rankWithout: unit.rank });
      expect(unit.goodRate.without).toBe(unit.goodRate.all);
    }
  });

  it('leave nothing to be rated where all are flagged', () => {
    flag(store, { one: ratings.map(({ key }) => key) });
    const units = scoresWithoutFlagged(store, knowledge, year, ['one']);
    expect(units.filter((unit) => unit.ratings > 0)).toHaveLength(tinyUnits.length);
    for (const unit of units) {
      expect(unit.flagged).toBe(unit.ratings);
      expect(unit).toMatchObject({ scoreWithout: null, rankWithout: null });
      expect([unit.goodRate.without, unit.meanScore.without]).toEqual([null, null]);
    }
  });
});
