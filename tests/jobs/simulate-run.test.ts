import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { simulateRun, type SimulateReport } from '../../src/jobs/simulate/simulate-run.ts';
import { simulateScenario } from '../../src/jobs/simulate/simulate-scenario.ts';
import type { CheckedBatch } from '../../src/collect/check.ts';
import { addDigest, parseDigest, printDigest } from '../../src/model/record/digest.ts';
import { Mistake } from '../../src/model/errors.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import type { SimulatedBatch } from '../../src/simulate/generate.ts';
import { closeStore, truthFileOf, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { monthsWithData } from '../../src/store/read/months.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { eachRating, eachService } from '../../src/store/read/rows.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { readScenario } from '../../src/store/reference.ts';
import { reference, clock, knowledge, mistakeOf, simulate, tiny, useScratch } from '../builders.ts';
import { allOf } from './many-steps.ts';

const root = resolve(import.meta.dirname, '../..');
const golden = JSON.parse(readFileSync(join(root, 'tests/golden/tiny-7.json'), 'utf8')) as Record<
  string,
  unknown
>;
const scratch = useScratch();

let first: SimulateReport;
/** A database with the smallest scenario, seed 7, and its truth; each test gets a copy of its own. */
beforeAll(async () => {
  const store = scratch.store('first.db');
  const truth = scratch.truth(store);
  first = await simulate(store, truth, { scenario: readScenario('tiny') });
  closeStore(store);
  closeStore(truth);
});
let copies = 0;
function copyOfFirst(): { store: Store; truth: Store } {
  const file = scratch.path(`copy-${++copies}.db`);
  copyFileSync(scratch.path('first.db'), file);
  copyFileSync(truthFileOf(scratch.path('first.db')), truthFileOf(file));
  const store = scratch.store(`copy-${copies}.db`);
  return { store, truth: scratch.truth(store) };
}

const runInto = async (scenario: Scenario, given: { seed?: number; threads?: number } = {}) => {
  const store = scratch.store();
  const truth = scratch.truth(store);
  return { store, truth, report: await simulate(store, truth, { scenario, ...given }) };
};

describe('the smallest scenario with seed 7', () => {
  it('is the one written down', () => {
    const { store } = copyOfFirst();
    const count = (sql: string): unknown =>
      Object.fromEntries(store.db.prepare(sql).raw().all() as [number, number][]);
    const { offices, tasks } = readRegister(store);
    expect({
      scenario: first.scenario,
      seed: first.seed,
      units: first.units,
      offices: offices.length,
      items: tasks.length,
      services: first.services,
      ratings: first.ratings,
      levels: count('SELECT level, count(*) FROM rating GROUP BY level'),
      channels: count('SELECT channel, count(*) FROM rating GROUP BY channel'),
      stages: count('SELECT stage, count(*) FROM service GROUP BY stage'),
      rectifications: first.rectifications,
      digest: first.digest,
    }).toEqual(golden);
  });

  it('is written down as one run, with its scenario, and no record refused', () => {
    const { store } = copyOfFirst();
    expect(first.refused).toEqual({});
    expect(contentOf(store)).toEqual({
      services: first.services,
      ratings: first.ratings,
      rectifications: first.rectifications,
      digest: first.digest,
    });
    const [run, ...others] = listRuns(store);
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      id: first.run,
      kind: 'simulate',
      scenario: 'tiny',
      seed: 7,
      services: first.services,
      ratings: first.ratings,
      duplicates: 0,
      refused: 0,
      digest: first.digest,
      startedAt: clock.now(),
    });
    expect(JSON.parse(run!.settings)).toEqual(readScenario('tiny'));
  });

  it('passes every check', async () => {
    const { store } = copyOfFirst();
    const report = await verifyStore(store, knowledge, 'test');
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      digest: first.digest,
      services: first.services,
      ratings: first.ratings,
    });
  });

  it('has its truth, rating by rating, in the other file', () => {
    const { store, truth } = copyOfFirst();
    const segments = truth.db.prepare('SELECT * FROM truth_segment ORDER BY run, segment').all() as {
      n: number;
      rating_key: Buffer;
      true_level: Buffer;
      mechanism: Buffer;
    }[];
    const keys = segments.flatMap(({ n, rating_key: bytes }) =>
      Array.from({ length: n }, (_, i) => bytes.readDoubleLE(i * 8)),
    );
    expect(keys).toEqual([...eachRating(store)].map(({ key }) => key));
    for (const { n, true_level: levels, mechanism } of segments) {
      expect([levels.length, mechanism.length]).toEqual([n, n]);
      expect(levels.every((level) => level >= 1 && level <= 5)).toBe(true);
    }
    expect(truth.db.prepare('SELECT sum(n) FROM truth_services').pluck().get()).toBe(first.services);
    expect(truth.db.prepare('SELECT count(*) FROM truth_unit').pluck().get()).toBe(4 * 5);
  });

  it('comes out the same with two and with three threads, told part by part', async () => {
    for (const threads of [2, 3]) {
      const store = scratch.store();
      const truth = scratch.truth(store);
      let told = 0;
      const progress = (): void => {
        told++;
      };
      const report = await simulate(store, truth, { scenario: readScenario('tiny'), threads, progress });
      expect(report).toEqual(first);
      expect(told).toBe(4);
      const { store: one, truth: truthOfOne } = copyOfFirst();
      expect(allOf(store, truth)).toEqual(allOf(one, truthOfOne));
    }
  });

  it('comes out the same in another time zone', () => {
    const script = `
      const { mkdtempSync, rmSync } = await import('node:fs');
      const { simulateRun } = await import('./src/jobs/simulate/simulate-run.ts');
      const { openStore, openTruth } = await import('./src/store/open.ts');
      const { readKnowledge, readScenario } = await import('./src/store/reference.ts');
      const file = process.argv[1];
      const [store, truth] = [openStore(file), openTruth(file)];
      const clock = { now: () => 800000000, elapsed: () => 0 };
      const options = { scenario: readScenario('tiny'), seed: 7, programVersion: 'test' };
      const { digest } = await simulateRun(store, truth, options, readKnowledge(), clock);
      store.db.close();
      truth.db.close();
      console.log(new Date(2025, 0, 1).getTimezoneOffset(), digest);`;
    const args = ['--import', 'tsx', '--input-type=module', '-e', script, scratch.path('zone.db')];
    const said = execFileSync(process.execPath, args, {
      cwd: root,
      env: { ...process.env, TZ: 'America/New_York' },
      encoding: 'utf8',
    });
    expect(said.trim()).toBe(`300 ${first.digest}`);
  });
});

describe('whoever asks for the batches of a run', () => {
  it.each([1, 2])('gets every row with its verdict, in key order, with %i threads', async (threads) => {
    const store = scratch.store();
    const keys: number[] = [];
    let [services, refused] = [0, 0];
    const options = {
      scenario: readScenario('tiny'),
      seed: 7,
      threads,
      programVersion: 'test',
      onBatch: async ({ batch }: SimulatedBatch, verdicts: CheckedBatch): Promise<void> => {
        await Promise.resolve();
        keys.push(...batch.ratings.key.subarray(0, batch.ratings.length));
        services += batch.services.length;
        refused += verdicts.services.reason.filter((reason) => reason !== 0).length;
      },
    };
    await simulateScenario(store, scratch.truth(store), options, knowledge, clock);
    expect(keys).toEqual([...eachRating(store)].map(({ key }) => key));
    expect([services, refused]).toEqual([first.services, 0]);
  });
});

describe('a second run into the same database', () => {
  const refused = async (given: { scenario?: Scenario; seed?: number }): Promise<string> => {
    const { store, truth } = copyOfFirst();
    const before = allOf(store, truth);
    const { text } = await mistakeOf(() =>
      simulate(store, truth, { scenario: readScenario('tiny'), ...given }),
    );
    expect(allOf(store, truth)).toEqual(before);
    return text.en;
  };

  it('that is the same run adds nothing and reports the one that stands', async () => {
    const { store, truth } = copyOfFirst();
    const before = allOf(store, truth);
    const report = await simulate(store, truth, { scenario: readScenario('tiny') });
    expect(report).toEqual({ ...first, seconds: report.seconds, already: true });
    expect(allOf(store, truth)).toEqual(before);
  });

  it('of the same period by another version of the program is refused', async () => {
    const { store, truth } = copyOfFirst();
    const scenario = readScenario('tiny');
    const { text } = await mistakeOf(() =>
      simulateRun(store, truth, { scenario, seed: 7, programVersion: 'next' }, knowledge, clock),
    );
    expect(text.en).toContain('2025-03-01 to 2025-03-31 is already simulated (run 1)');
  });

  it('of a period that overlaps is refused', async () => {
    const later = { ...readScenario('tiny'), from: '2025-03-31', to: '2025-04-10' };
    expect(await refused({ scenario: later })).toContain('is already simulated');
  });

  it('of another seed is refused, in another period too', async () => {
    const said = 'already holds another simulation (scenario tiny, seed 7)';
    expect(await refused({ seed: 8 })).toContain(said);
    const later = { ...readScenario('tiny'), from: '2025-04-01', to: '2025-04-10' };
    expect(await refused({ seed: 8, scenario: later })).toContain(said);
  });

  it('of another scenario is refused', async () => {
    const other = tiny({ name: 'tiny', from: '2025-04-01', to: '2025-04-10', casesPerYear: 8001 });
    expect(await refused({ scenario: { ...other, title: readScenario('tiny').title } })).toContain(
      'another simulation',
    );
  });

  it('of a later period continues it and touches nothing that stands', async () => {
    const { store, truth } = copyOfFirst();
    const april = { ...readScenario('tiny'), from: '2025-04-01', to: '2025-04-30' };
    const march = { services: [...eachService(store)], ratings: [...eachRating(store)] };
    const marchTruth = truth.db.prepare('SELECT * FROM truth_segment').all();
    const register = readRegister(store);
    const report = await simulate(store, truth, { scenario: april });

    const alone = await runInto(april);
    const sum = parseDigest(first.digest);
    addDigest(sum, parseDigest(alone.report.digest));
    expect(report.digest).toBe(printDigest(sum));
    expect([report.services, report.ratings]).toEqual([alone.report.services, alone.report.ratings]);
    expect(report.services).toBeGreaterThan(1000);

    const kept = new Set(march.services.map(({ key }) => key));
    const keptRatings = new Set(march.ratings.map(({ key }) => key));
    expect([...eachService(store)].filter(({ key }) => kept.has(key))).toEqual(march.services);
    expect([...eachRating(store)].filter(({ key }) => keptRatings.has(key))).toEqual(march.ratings);
    expect(truth.db.prepare('SELECT * FROM truth_segment WHERE run = 1').all()).toEqual(marchTruth);
    expect(readRegister(store)).toEqual(register);
    expect(monthsWithData(store).length).toBe(2);
    expect(listRuns(store).map(({ id, services }) => [id, services])).toEqual([
      [1, first.services],
      [2, report.services],
    ]);
    expect(contentOf(store).services).toBe(first.services + report.services);
    expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
  });
});

describe('a run that throws in the middle', () => {
  it.each([
    ['in an empty database', 1, false],
    ['in one that holds another month', 1, false],
    ['with threads', 2, false],
  ])('leaves both files as they were: %s', async (what, threads) => {
    const { store, truth } = what.includes('holds') ? copyOfFirst() : emptyPair();
    const before = allOf(store, truth);
    let told = 0;
    const progress = (): void => {
      if (++told === 3) throw new Error('enough');
    };
    const scenario = { ...readScenario('tiny'), from: '2025-04-01', to: '2025-04-30' };
    await expect(simulate(store, truth, { scenario, threads, progress })).rejects.toThrow('enough');
    expect(told).toBe(3);
    expect(allOf(store, truth)).toEqual(before);
    expect([store.db.inTransaction, truth.db.inTransaction]).toEqual([false, false]);
  });

  it('can be made again, and comes out as if nothing had happened', async () => {
    const { store, truth } = emptyPair();
    const progress = (): void => {
      throw new Error('at once');
    };
    const scenario = readScenario('tiny');
    await expect(simulate(store, truth, { scenario, progress })).rejects.toThrow('at once');
    expect(await simulate(store, truth, { scenario })).toEqual(first);
  });

  const emptyPair = (): { store: Store; truth: Store } => {
    const store = scratch.store();
    return { store, truth: scratch.truth(store) };
  };
});

describe('a scenario that cannot be run', () => {
  it.each<[string, Scenario, string]>([
    [
      'names a unit nobody assesses',
      tiny({ units: ['330000', '999999'] }),
      'units names 999999, no assessed units',
    ],
    [
      'states the quality of a unit nobody assesses',
      tiny({ quality: { units: { '888888': { effectiveness: 1 } } } }),
      'quality names 888888, no assessed units',
    ],
    [
      'states it for one year',
      tiny({ quality: { years: { '2025': { units: { '888888': { effectiveness: 1 } } } } } }),
      'quality names 888888, no assessed units',
    ],
    ['names a rule profile nobody knows', tiny({ profile: 'mars' }), 'mars'],
    ['lies in a year without a holiday notice', tiny({ from: '2027-01-01', to: '2027-01-31' }), '2027'],
    [
      'has no working day',
      tiny({ from: '2025-03-02', to: '2025-03-02', demand: { offDays: 0 } }),
      'has not a single record',
    ],
    [
      'has no record in more partitions than are stored at a time',
      { ...tiny({ units: reference.units.slice(0, 12).map(({ code }) => code) }), casesPerYear: 0.001 },
      'has not a single record',
    ],
  ])('%s: refused, and nothing is stored', async (_, scenario, part) => {
    const store = scratch.store();
    const truth = scratch.truth(store);
    const before = allOf(store, truth);
    const mistake = await mistakeOf(() => simulate(store, truth, { scenario }));
    expect(mistake).toBeInstanceOf(Mistake);
    expect(mistake.text.en).toContain(part);
    expect(allOf(store, truth)).toEqual(before);
  });
});

describe('another seed', () => {
  it('makes other records', async () => {
    const { report } = await runInto(readScenario('tiny'), { seed: 8 });
    expect(report.digest).not.toBe(first.digest);
    expect(Math.abs(report.services / first.services - 1)).toBeLessThan(0.2);
  });
});

describe('truth that a broken-off run left behind', () => {
  it('gives way to the run that is stored under its number', async () => {
    const store = scratch.store();
    const truth = scratch.truth(store);
    truth.db.exec(
      "INSERT INTO truth_unit VALUES (1, 10, 'effectiveness', 9.9), (2, 10, 'effectiveness', 9.9)",
    );
    await simulate(store, truth);
    expect(truth.db.prepare('SELECT count(*) FROM truth_unit WHERE quality = 9.9').pluck().get()).toBe(0);
    expect(truth.db.prepare('SELECT DISTINCT run FROM truth_unit').pluck().all()).toEqual([1]);
  });
});
