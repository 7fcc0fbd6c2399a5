import { beforeAll, describe, expect, it } from 'vitest';
import type { CollectReport } from '../../src/jobs/collect/collect-files.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { DAY_SECONDS, parseDay } from '../../src/model/time/time.ts';
import { registerLines } from '../../src/national/register-lines.ts';
import type { Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { eachRectification } from '../../src/store/read/rectifications.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { eachRating, eachService } from '../../src/store/read/rows.ts';
import { readScenario } from '../../src/store/reference.ts';
import { collectSources, knowledge, simulate, sourceOf, text, useScratch, type Fields } from '../builders.ts';

/** A run to 14 February and one to 14 March, of the same scenario, seed and first day. */

const scratch = useScratch();
const END = '2025-02-14';
const end = (parseDay(END) + 1) * DAY_SECONDS;

const shortened = (name: string, given: object): Scenario =>
  parseScenario({ ...readScenario(name), from: '2025-01-06', ...given }, name);
const scenarios: [string, Scenario][] = [
  ['case-life', shortened('case-life', { casesPerYear: 9000 })],
  ['defects', shortened('defects', { casesPerYear: 9000 })],
];

interface Made {
  readonly store: Store;
  readonly truth: readonly Fields[];
}

async function madeTo(scenario: Scenario, to: string): Promise<Made> {
  const store = scratch.store();
  const truth = scratch.truth(store);
  await simulate(store, truth, { scenario: { ...scenario, to }, seed: 9 });
  return {
    store,
    truth: [...exportTruth(store, truth, knowledge)].map((line) => JSON.parse(line) as Fields),
  };
}

describe.each(scenarios)('two ends of %s', (name, scenario) => {
  let short: Made;
  let long: Made;
  beforeAll(async () => {
    short = await madeTo(scenario, END);
    long = await madeTo(scenario, '2025-03-14');
  });

  it('agree on every service and rating before the first one', () => {
    const services = [...eachService(short.store)];
    expect(services).toEqual([...eachService(long.store)].filter(({ serviceAt }) => serviceAt < end));
    expect(services.length).toBeGreaterThan(2000);
    expect([...eachRating(short.store)]).toEqual(
      [...eachRating(long.store)].filter(
        ({ assessedAt, uploadedAt }) => Math.max(assessedAt, uploadedAt) < end,
      ),
    );
  });

  it('agree on what rectifications say of the time before it', () => {
    const later = new Map([...eachRectification(long.store)].map((row) => [row.key, row]));
    let open = 0;
    for (const row of eachRectification(short.store)) {
      const same = later.get(row.key)!;
      for (const time of ['contactedAt', 'rectifiedAt', 'calledBackAt'] as const)
        expect(row[time]).toBe(same[time] < end ? same[time] : -1);
      if (row.packed !== same.packed) open++;
      // Verdict, and what was said when called back, come with their times.
      if (row.rectifiedAt >= 0) expect(row.packed & 7).toBe(same.packed & 7);
      if (row.calledBackAt >= 0) expect(row).toEqual(same);
    }
    expect(open).toBeGreaterThan(0);
  });

  it('agree on what was refused and on the truth', () => {
    const refused = (store: Store): string[] => listRefusals(store, { limit: 10_000 }).map(({ raw }) => raw);
    const known = new Set(refused(long.store));
    expect(refused(short.store).filter((raw) => !known.has(raw) && !raw.includes('"rectification"'))).toEqual(
      [],
    );
    const told = new Set(long.truth.map((line) => JSON.stringify(line)));
    const missing = short.truth.filter(
      (line) =>
        (line['kind'] === 'rating-truth' ||
          (line['kind'] === 'defect' && line['record'] !== 'rectification')) &&
        !told.has(JSON.stringify(line)),
    );
    expect(missing).toEqual([]);
    if (name === 'defects')
      expect(short.truth.filter(({ kind }) => kind === 'defect').length).toBeGreaterThan(300);
  });

  const collectedInto = async (store: Store, made: Made): Promise<CollectReport> =>
    collectSources(
      store,
      sourceOf('register.ndjson', text([...registerLines(readRegister(made.store))])),
      sourceOf('records.ndjson', text([...recordLines(made.store, knowledge)])),
    );

  it('can be collected one after the other, in either order, without a conflict', async () => {
    const held = contentOf(long.store);
    const { services, ratings } = contentOf(short.store);
    for (const order of [
      [short, long],
      [long, short],
    ]) {
      const store = scratch.store();
      const reports: CollectReport[] = [];
      for (const made of order) reports.push(await collectedInto(store, made));
      expect(reports.map(({ conflicting, refused }) => ({ conflicting, refused }))).toEqual([
        { conflicting: 0, refused: {} },
        { conflicting: 0, refused: {} },
      ]);
      expect(contentOf(store)).toEqual(held);
      expect(reports[1]!.duplicate).toBeGreaterThanOrEqual(services + ratings);
      expect(reports[1]!.updated > 0).toBe(order[0] === short);
    }
  });
});
