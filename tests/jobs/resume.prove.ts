import { getEventListeners } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import type { SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { simulateScenario, type SimulateOptions } from '../../src/jobs/simulate/simulate-scenario.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import type { Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { countRows } from '../../src/store/read/rows.ts';
import { listRuns, unfinishedRun } from '../../src/store/read/runs.ts';
import { aService, clock, collect, knowledge, mistakeOf, tiny, useScratch } from '../builders.ts';
import { allOf, manySteps, PARTS } from './many-steps.ts';

const scratch = useScratch();

const scenario = manySteps;

const run = (store: Store, truth: Store, given: Partial<SimulateOptions> = {}): Promise<SimulateReport> =>
  simulateScenario(
    store,
    truth,
    { scenario, seed: 7, threads: 1, programVersion: 'test', ...given },
    knowledge,
    clock,
  );

const pair = (): [Store, Store] => {
  const store = scratch.store();
  return [store, scratch.truth(store)];
};

let undisturbed: { store: Store; truth: Store; report: SimulateReport };
beforeAll(async () => {
  const [store, truth] = pair();
  undisturbed = { store, truth, report: await run(store, truth) };
});

describe('a run that is stopped', () => {
  /** Stops a run when `parts` parts are made. */
  const stopAt = (parts: number, [store, truth]: [Store, Store], given: Partial<SimulateOptions> = {}) => {
    const stop = new AbortController();
    const progress = (done: number): void => {
      if (done === parts) stop.abort();
    };
    return mistakeOf(() => run(store, truth, { ...given, signal: stop.signal, progress }));
  };

  it('before its first step leaves both files as they were', async () => {
    const both = pair();
    const before = allOf(...both);
    const { text } = await stopAt(9, both);
    expect(text.en).toContain('nothing was stored');
    expect(allOf(...both)).toEqual(before);
  });

  it.each([1, 2])('later keeps its steps, on %i threads, and says how to go on', async (threads) => {
    const both = pair();
    const [store] = both;
    const { text } = await stopAt(25, both, { threads });
    expect(text.en).toContain(`20 of ${String(PARTS)} parts stored`);
    expect(text.en).toContain('--resume');
    expect(unfinishedRun(store)).toMatchObject({ id: 1, parts: PARTS, partsDone: 20, stepsDone: 2 });
    expect(contentOf(store).services).toBeGreaterThan(0);
    expect(contentOf(store).services).toBeLessThan(undisturbed.report.services);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
    const told: number[] = [];
    const report = await run(...both, { threads, resume: true, progress: (done) => told.push(done) });
    expect(told).toEqual(Array.from({ length: PARTS - 20 }, (_, i) => 21 + i));
    expect(report).toEqual(undisturbed.report);
    expect(allOf(...both)).toEqual(allOf(undisturbed.store, undisturbed.truth));
    expect(await run(...both, { resume: true })).toEqual({ ...report, already: true });
  });

  it('hears of it between two parts, even where all others have been made by then', async () => {
    const [store, truth] = pair();
    const stop = new AbortController();
    const told: number[] = [];
    const progress = (done: number): void => {
      told.push(done);
      if (done > 1) return;
      setTimeout(() => {
        stop.abort();
      });
      // Meanwhile the threads make the other parts, which arrive at once.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
    };
    const work = (): unknown => run(store, truth, { threads: 2, signal: stop.signal, progress });
    expect((await mistakeOf(work)).text.en).toContain('nothing was stored');
    expect(told.length).toBeLessThan(4);
  });

  it('leaves no listener on its signal, and neither does one that ends: many runs of a calibration share one', async () => {
    const stop = new AbortController();
    const small = tiny({ units: ['520100'], casesPerYear: 2000 });
    await run(...pair(), { scenario: small, threads: 2, signal: stop.signal });
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    const progress = (): void => {
      stop.abort();
    };
    await mistakeOf(() => run(...pair(), { scenario: small, threads: 2, signal: stop.signal, progress }));
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  });

  it('is refused without --resume, to another version, and to records from elsewhere', async () => {
    const both = pair();
    const [store] = both;
    await stopAt(25, both);
    const before = allOf(...both);
    const refused = async (work: () => unknown): Promise<string> => (await mistakeOf(work)).text.en;
    expect(await refused(() => run(...both))).toContain('run 1 of database');
    expect(await refused(() => run(...both))).toContain('--resume');
    const other = { resume: true, programVersion: 'next' };
    expect(await refused(() => run(...both, other))).toContain(
      `program test, 20 of ${String(PARTS)} parts done`,
    );
    const later = { resume: true, scenario: { ...scenario, from: '2025-04-01', to: '2025-04-30' } };
    expect(await refused(() => run(...both, later))).toContain('is unfinished');
    expect(await refused(() => run(...both, { resume: true, seed: 8 }))).toContain('another simulation');
    expect(await refused(() => collect(store, [aService()]))).toContain('is unfinished');
    expect(await refused(() => recordLines(store, knowledge))).toContain('is unfinished');
    expect(allOf(...both)).toEqual(before);
  });

  it('is not stored twice where another process goes on with it meanwhile', async () => {
    const both = pair();
    const [store, truth] = both;
    await stopAt(15, both);
    const progress = (done: number): void => {
      // The step before ended with part 30: its locks are free.
      if (done === 31) store.db.exec('UPDATE run SET parts_done = 40');
    };
    const { text } = await mistakeOf(() => run(store, truth, { resume: true, progress }));
    expect(text.en).toContain('another process continues run 1');
  });
});

describe('a run without rows', () => {
  it('has the counts, digest and results of one with rows', async () => {
    for (const threads of [1, 2]) {
      const [store, truth] = pair();
      const report = await run(store, truth, { keepRows: false, threads });
      expect(report).toEqual({ ...undisturbed.report, rowsKept: false });
      expect(countRows(store)).toBe(0);
      expect(contentOf(store)).toEqual(contentOf(undisturbed.store));
      for (const table of ['rating_rollup', 'task_rating_rollup', 'tag_rollup', 'service_rollup']) {
        const all = `SELECT * FROM ${table}`;
        expect(store.db.prepare(all).all()).toEqual(undisturbed.store.db.prepare(all).all());
      }
      const march = parsePeriod('2025-03');
      expect(measurePeriod(store, knowledge, march)).toEqual(
        measurePeriod(undisturbed.store, knowledge, march),
      );
      expect(truth.db.prepare('SELECT count(*) FROM truth_segment').pluck().get()).toBe(0);
      expect(truth.db.prepare('SELECT sum(n) FROM truth_services').pluck().get()).toBe(report.services);
    }
  });

  it('is said to be one, and a count that does not fit is found', async () => {
    const [store, truth] = pair();
    await run(store, truth, { keepRows: false, scenario: tiny() });
    const sound = await verifyStore(store, knowledge, 'test');
    expect(sound.ok).toBe(true);
    expect(sound.checks.find(({ name }) => name === 'rows')?.detail.en).toContain('rows were not kept');
    expect(sound.digest).toBe(contentOf(store).digest);
    // Every check of a run with rows is either made or said to be left out.
    const named = [...sound.checks, ...sound.leftOut].map(({ name }) => name);
    expect(named.sort()).toEqual([
      ...[
        'answers',
        'digest',
        'integrity',
        'measurements',
        'orphans',
        'ratings',
        'rectifications',
        'refusals',
      ],
      ...['register', 'rollups'],
      ...['rows', 'services', 'settings'],
    ]);
    expect(sound.leftOut.map(({ name }) => name)).toEqual(['orphans']);
    const faults = async (sql: string): Promise<string[]> => {
      store.db.exec(`SAVEPOINT trial; ${sql}`);
      const names = (await verifyStore(store, knowledge, 'test')).checks.flatMap(({ name, ok }) =>
        ok ? [] : [name],
      );
      store.db.exec('ROLLBACK TO trial; RELEASE trial');
      return names;
    };
    expect(await faults('UPDATE content SET ratings = ratings + 1')).toEqual(['ratings']);
    expect(await faults("UPDATE content SET digest = '1' || substr(digest, 2)")).toEqual(['digest']);
    expect(
      await faults('DELETE FROM task_rating_rollup WHERE task = (SELECT min(task) FROM task_rating_rollup)'),
    ).toEqual(['rollups']);
    expect(
      await faults(
        'UPDATE service_rollup SET services = 0 WHERE task = (SELECT min(task) FROM service_rollup)',
      ),
    ).toEqual(['services']);
    expect(await faults("INSERT INTO rating_text VALUES (1, 'x')")).toEqual(['rows']);
  });

  it('can be continued, and takes later periods of its kind only', async () => {
    const both = pair();
    const [store] = both;
    const options = { keepRows: false, scenario: tiny() };
    await run(...both, options);
    const april = tiny({ from: '2025-04-01', to: '2025-04-30' });
    const refused = async (work: () => unknown): Promise<string> => (await mistakeOf(work)).text.en;
    expect(await refused(() => run(...both, { scenario: april }))).toContain('add --no-keep');
    expect(await refused(() => run(...both, { scenario: tiny() }))).toContain('add --no-keep');
    expect(await refused(() => collect(store, [aService()]))).toContain('did not keep its rows');
    expect(await refused(() => recordLines(store, knowledge))).toContain('did not keep its rows');
    expect((await run(...both, options)).already).toBe(true);
    await run(...both, { keepRows: false, scenario: april });
    expect(listRuns(store).map(({ rowsKept }) => rowsKept)).toEqual([0, 0]);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
    expect(await refused(() => run(undisturbed.store, undisturbed.truth, { keepRows: false }))).toContain(
      '--no-keep needs another --db',
    );
  });
});
