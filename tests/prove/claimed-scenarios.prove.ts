import { copyFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import type { QualityReport } from '../../src/model/quality-report.ts';
import { underRegime } from '../../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { knowledge, reference, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();
const report = (store: Store): QualityReport => qualityReport(store, knowledge, [], {});

/** Two months of four units: enough rows for most lines to be judged. */
const scenario = tiny({ from: '2025-03-01', to: '2025-04-30', casesPerYear: 120_000 });

beforeAll(async () => {
  const store = scratch.store('run.db');
  await simulate(store, scratch.truth(store), { scenario });
  closeStore(store);
});

let copies = 0;
const copy = (): Store => {
  const name = `copy-${String(++copies)}.db`;
  copyFileSync(scratch.path('run.db'), scratch.path(name));
  return scratch.store(name);
};

describe('a simulated run', () => {
  it.each(['prompted', 'default-3', 'only-successful', 'only-unhappy', 'suppressed', 'unforced'])(
    'is like its scenario under the regime %s',
    async (id) => {
      const regime = reference.regimes.find((one) => one.id === id)!;
      const store = scratch.store();
      const under = underRegime(tiny({ casesPerYear: 100_000 }), regime);
      await simulate(store, scratch.truth(store), {
        scenario: { ...under, handling: { ...under.handling, selectiveEntry: 0.5 } },
      });
      expect(report(store).failed).toEqual([]);
    },
  );
});

describe('a run that claims another scenario', () => {
  const claimed = (change: (scenario: Scenario) => object): string[] => {
    const store = copy();
    const run = store.db.prepare<[], string>('SELECT settings FROM run').pluck().get()!;
    const settings = JSON.parse(run) as Scenario;
    store.db.prepare('UPDATE run SET settings = ?').run(JSON.stringify({ ...settings, ...change(settings) }));
    const made = report(store);
    expect(made.ok).toBe(made.failed.length === 0);
    return made.likeness.lines.flatMap(({ name, verdict }) => (verdict === 'unlike' ? [name] : []));
  };
  const hours = [0, 0, 0, 0, 0, 0, 0, 0, 9, 13, 10, 16, 4, 5, 16, 14, 9, 0, 0, 0, 0, 0, 0, 0];

  it.each<[string, string[], (scenario: Scenario) => object]>([
    [
      'a weekday profile',
      ['weekdays'],
      ({ demand }) => ({ demand: { ...demand, weekday: [1.5, 1, 1, 1, 0.5] } }),
    ],
    [
      'a month profile',
      ['months'],
      ({ demand }) => ({ demand: { ...demand, month: demand.month.map((n, i) => (i === 3 ? n * 1.5 : n)) } }),
    ],
    [
      'hours in a hall',
      ['hoursHall'],
      ({ demand }) => ({ demand: { ...demand, hallHours: hours.map((n) => n / 100) } }),
    ],
    [
      'hours online',
      ['hoursOnline'],
      ({ demand }) => ({ demand: { ...demand, onlineHours: demand.hallHours } }),
    ],
    ['an online share', ['places'], ({ demand }) => ({ demand: { ...demand, onlineShift: 0.1 } })],
    ['volumes', ['units', 'items'], ({ casesPerYear }) => ({ casesPerYear: casesPerYear * 1.1 })],
    [
      'recorded acceptances',
      ['stages'],
      ({ handling }) => ({ handling: { ...handling, acceptanceRecorded: 0.3 } }),
    ],
    [
      'times taken',
      ['overruns', 'timeTaken'],
      ({ handling }) => ({ handling: { ...handling, medianShare: 0.6 } }),
    ],
    [
      'rating channels',
      ['channels'],
      ({ channels }) => ({
        channels: { ...channels, online: { '1': 0.4, '2': 0.52, '6': 0.03, '7': 0.05 } },
      }),
    ],
    [
      'delays',
      ['delay-1'],
      ({ channels }) => ({
        channels: { ...channels, delays: { ...channels.delays, '1': { medianMinutes: 150, spread: 1.6 } } },
      }),
    ],
    ['participation', ['participation'], ({ answering }) => ({ answering: { ...answering, online: 0.5 } })],
    [
      'default ratings',
      ['defaults'],
      ({ answering }) => ({
        answering: { ...answering, defaulting: { share: 0.3, afterDays: 7, level: 5 } },
      }),
    ],
    ['tags', ['comments'], ({ answering }) => ({ answering: { ...answering, tagged: 0.3 } })],
    [
      'weights of tags',
      ['tags'],
      ({ answering }) => ({ answering: { ...answering, tagWeights: { '510': 9 } } }),
    ],
    [
      'levels',
      ['badRatings', 'levels'],
      ({ experience }) => ({ experience: { ...experience, cuts: [-2, -1.8, -1.4, -1] } }),
    ],
  ])('fails by %s', (_, names, change) => {
    expect(claimed(change)).toEqual(expect.arrayContaining(names));
  });
});
