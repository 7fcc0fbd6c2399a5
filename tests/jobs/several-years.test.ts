import { describe, expect, it } from 'vitest';
import { registerIn } from '../../src/jobs/measure/measure-period.ts';
import { simulateScenario } from '../../src/jobs/simulate/simulate-scenario.ts';
import { storageMode, storageModes } from '../../src/jobs/simulate/storage-modes.ts';
import { MAX_SERVICES, partsOf, serviceNumberOf } from '../../src/model/record/key.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { parseDay } from '../../src/model/time/time.ts';
import { planOf } from '../../src/simulate/partitions.ts';
import { makeWorld } from '../../src/simulate/world/world.ts';
import type { Store } from '../../src/store/open.ts';
import { eachService } from '../../src/store/read/rows.ts';
import { listRuns } from '../../src/store/read/runs.ts';
import { clock, knowledge, tiny, unitAt, useScratch } from '../builders.ts';

const scratch = useScratch();

const scenario = tiny({
  from: '2018-12-01',
  to: '2019-02-28',
  casesPerYear: 4000,
  quality: {
    years: {
      '2018': { units: { '330000': { maturity: -3, effectiveness: -2 } } },
      '2019': { units: { '330000': { maturity: 3, effectiveness: 2 } } },
    },
  },
});
const run = (store: Store, given = scenario) =>
  simulateScenario(
    store,
    scratch.truth(store),
    { scenario: given, seed: 7, threads: 1, programVersion: 'test' },
    knowledge,
    clock,
  );

describe('a scenario whose qualities differ by year', () => {
  it('is simulated year by year, each a run, with the register of each', async () => {
    const store = scratch.store();
    const report = await run(store);
    const runs = listRuns(store);
    expect(runs.length).toBe(2);
    expect(report.services).toBe(runs.reduce((sum, { services }) => sum + services, 0));
    const online = (period: string): number =>
      registerIn(store, parsePeriod(period)).tasks.filter(
        ({ unitIndex, depth }) => unitIndex === unitAt('330000') && depth >= 5,
      ).length;
    expect(online('2019')).toBeGreaterThan(2 * online('2018'));
    expect((await run(store)).already).toBe(true);
  });

  it('lets cases live on into the next year as they began: each has its services from the first on', async () => {
    const store = scratch.store();
    await run(store);
    const numbers = new Map<number, number[]>();
    for (const { key } of eachService(store)) {
      if (partsOf(key).day < parseDay(scenario.from)) continue;
      const found = numbers.get(Math.floor(key / MAX_SERVICES)) ?? [];
      numbers.set(Math.floor(key / MAX_SERVICES), [...found, serviceNumberOf(key)]);
    }
    const begun = [...numbers].filter(([one]) => partsOf(one * MAX_SERVICES).day < parseDay('2019-01-01'));
    expect(begun.length).toBeGreaterThan(500);
    for (const [, found] of numbers) expect(found).toEqual(found.map((_, i) => i + 1));
    const people = new Map<number, Set<number>>();
    for (const { key, person } of eachService(store))
      people.set(
        Math.floor(key / MAX_SERVICES),
        (people.get(Math.floor(key / MAX_SERVICES)) ?? new Set()).add(person),
      );
    expect([...people.values()].every(({ size }) => size === 1)).toBe(true);
  });

  it('writes the rows of a following year in bulk, but for cases begun before it', async () => {
    const store = scratch.store();
    await run(store, { ...scenario, to: '2018-12-31' });
    const next = { ...scenario, from: '2019-01-01' };
    const plan = planOf(makeWorld(next, 7, knowledge.reference), next, knowledge);
    expect(new Set(storageModes(store, plan, true))).toEqual(new Set([storageMode.fromRunOn]));
    await run(store, next);
    expect(new Set(storageModes(store, plan, true))).toEqual(new Set([storageMode.batches]));
  });

  it('comes out the same whichever year is made first', async () => {
    const [store, other] = [scratch.store(), scratch.store()];
    const both = await run(store);
    await run(other, { ...scenario, from: '2019-01-01' });
    await run(other, { ...scenario, to: '2018-12-31' });
    const last = await run(other, scenario);
    expect(last.digest).toBe(both.digest);
  });
});
