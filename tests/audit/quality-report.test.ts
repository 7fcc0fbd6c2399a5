import { copyFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import { type QualityReport, validityNames } from '../../src/model/quality-report.ts';
import { closeStore, truthFileOf, type Store } from '../../src/store/open.ts';
import { readMonthTargets } from '../../src/store/reference.ts';
import {
  aRating,
  aService,
  collect,
  collectSources,
  knowledge,
  mistakeOf,
  simulate,
  sourceOf,
  text,
  tiny,
  useScratch,
} from '../builders.ts';

const scratch = useScratch();
const published = readMonthTargets();
const report = (store: Store, options: { run?: number; most?: number } = {}): QualityReport =>
  qualityReport(store, knowledge, published, options);
let copies = 0;

/** Two months of four units: enough rows for most lines to be judged. */
const scenario = tiny({ from: '2025-03-01', to: '2025-04-30', casesPerYear: 60_000 });

beforeAll(async () => {
  for (const [name, made] of [
    ['run.db', scenario],
    ['small.db', tiny()],
  ] as const) {
    const store = scratch.store(name);
    const truth = scratch.truth(store);
    await simulate(store, truth, { scenario: made });
    closeStore(store);
    closeStore(truth);
  }
});

const copy = (of: 'run.db' | 'small.db' = 'run.db'): Store => {
  const name = `copy-${String(++copies)}.db`;
  copyFileSync(scratch.path(of), scratch.path(name));
  copyFileSync(truthFileOf(scratch.path(of)), truthFileOf(scratch.path(name)));
  return scratch.store(name);
};
/** The report on the whole run as it was made. */
let whole: QualityReport;
beforeAll(() => {
  whole = report(copy());
});

const wrongOf = ({ validity }: QualityReport): string[] =>
  validity.checks.flatMap(({ name, wrong }) => (wrong > 0 ? [name] : []));
const lineOf = ({ likeness }: QualityReport, name: string) =>
  likeness.lines.find((line) => line.name === name)!;

describe('a simulated run', () => {
  it('is valid and like its scenario, and says how much was looked at', () => {
    const made = whole;
    expect(made.failed).toEqual([]);
    expect(made.ok).toBe(true);
    expect(made.validity.valid).toBe(true);
    expect(made.looked.services).toBe(made.looked.ofServices);
    expect(made.looked.ratings).toBe(made.looked.ofRatings);
    expect(made.likeness.like).toBeGreaterThan(14);
    for (const { name, checked } of made.validity.checks) expect(checked, name).toBeGreaterThan(0);
    for (const line of made.likeness.lines) {
      expect(line.p, line.name).toBeGreaterThan(0.0005);
      expect(line.df, line.name).toBeGreaterThan(0);
    }
  });

  it('gives the same document again, and changes nothing', () => {
    copy();
    const store = scratch.store(`copy-${String(copies)}.db`, { readonly: true });
    expect(report(store)).toEqual(whole);
  });

  it('can be looked at in part: each unit on some of its days, with the expectation of these days', () => {
    const made = report(copy(), { most: 6_000 });
    expect(made.looked.everyDay).toBeGreaterThan(1);
    expect(made.looked.services).toBeLessThan(made.looked.ofServices / 2);
    expect(made.failed).toEqual([]);
    expect(lineOf(made, 'units').size).toBeLessThan(0.05);
  });

  it('is found by its number, and another number is refused', async () => {
    const store = copy('small.db');
    expect(report(store, { run: 1 }).run).toMatchObject({ id: 1, kind: 'simulate', seed: 7 });
    expect((await mistakeOf(() => report(store, { run: 9 }))).text.en).toBe(
      'there is no run 9; the database holds 1',
    );
  });

  it('has its own rows only: another period of the same world is another run', async () => {
    const store = copy('small.db');
    await simulate(store, scratch.truth(store), { scenario: tiny({ from: '2025-04-01', to: '2025-04-20' }) });
    const [first, second] = [report(store, { run: 1 }), report(store, { run: 2 })];
    for (const made of [first, second]) {
      expect(made.failed).toEqual([]);
      expect(made.looked.services).toBe(made.looked.ofServices);
    }
    expect(first.looked.services).not.toBe(second.looked.services);
  });
});

describe('a spoiled row', () => {
  // One check after the other in tests/prove/spoiled-rows.prove.ts.
  it('is found by its check, with an example that shows no whole case number', () => {
    const store = copy('small.db');
    const { changes } = store.db
      .prepare('UPDATE service SET mark = mark & ~3 WHERE key = (SELECT min(key) FROM service)')
      .run();
    expect(changes).toBe(1);
    const made = report(store);
    expect(wrongOf(made)).toEqual(['status']);
    expect(made.ok).toBe(false);
    expect(made.failed).toContain('status');
    const [example] = made.validity.checks.find(({ name }) => name === 'status')!.examples;
    expect(example).not.toMatch(/[0-9A-Z]{18}/);
  });
});

describe('a run that claims another scenario', () => {
  // One value after the other in tests/prove/claimed-scenarios.prove.ts.
  it('fails by what it claims, and by nothing else', () => {
    const store = copy();
    const demand = { ...scenario.demand, weekday: [1.3, 1, 1, 1, 0.7] };
    store.db.prepare('UPDATE run SET settings = ?').run(JSON.stringify({ ...scenario, demand }));
    const made = report(store);
    expect(made.ok).toBe(false);
    expect(made.failed).toEqual(['weekdays']);
  });
});

describe('the published figures a scenario names', () => {
  it('are lines of likeness with their interval, and fail where they are off', async () => {
    const store = scratch.store();
    const southern = tiny({
      from: '2023-07-01',
      to: '2023-07-31',
      units: ['440000', '440100', '440300'],
      casesPerYear: 60_000,
      targets: 'guangdong-2023-07',
    });
    await simulate(store, scratch.truth(store), { scenario: southern });
    const made = report(store);
    const targets = made.likeness.lines.filter(({ group }) => group === 'target');
    expect(targets.length).toBeGreaterThan(9);
    for (const { interval } of targets) expect(interval!.low).toBeLessThanOrEqual(interval!.high);
    // The defaults of a scenario are not fitted to this month: its channels differ.
    expect(made.failed).toContain('target-channels-4');
    expect(made.failed.every((name) => name.startsWith('target-'))).toBe(true);
  });
});

describe('the truth beside a report', () => {
  it('is labelled, and adds up to the run', () => {
    const made = whole;
    const truth = made.truth!;
    expect(truth.label).toBe('真值（不进入任何结果）');
    const sum = (counts: readonly { readonly n: number }[]): number =>
      counts.reduce((all, { n }) => all + n, 0);
    expect(sum(truth.felt)).toBe(made.looked.services);
    for (const counts of [truth.mechanisms, truth.feltByRated, truth.published]) {
      expect(sum(counts)).toBe(made.looked.ratings);
    }
  });

  it('changes nothing else: without it the report is the same', () => {
    const withTruth = report(copy('small.db'));
    copyFileSync(scratch.path('small.db'), scratch.path('bare.db'));
    const without = report(scratch.store('bare.db'));
    expect(without.truth).toBeNull();
    expect({ ...withTruth, truth: null }).toEqual(without);
  });
});

describe('a collected run', () => {
  it('is looked at without a scenario', async () => {
    const store = scratch.store();
    await collect(store, [
      aService(),
      aRating(),
      aService({ projectNo: '0014BGSQ7' }),
      aRating({ projectNo: '0014BGSQ7', writingEvaluation: '很快' }),
      aService({ certKey: '' }),
    ]);
    const made = report(store);
    expect(made).toMatchObject({ ok: true, truth: null, looked: { services: 2, ratings: 2 } });
    expect(made.validity.refused).toEqual({ required: 1 });
    expect(made.likeness).toMatchObject({ basis: 'no-scenario', lines: [] });
    store.db.exec('UPDATE rating SET mark = mark | 7');
    expect(report(store).failed).toEqual(['level', 'tags']);
  });

  it('beside a simulated one has the rows that are not of it', async () => {
    const store = copy('small.db');
    const taskCode = store.db.prepare('SELECT task_code FROM task LIMIT 1').pluck().get();
    const projectNo = '0014BGSQ7';
    const records = text([aService({ projectNo, taskCode }), aRating({ projectNo })]);
    await collectSources(store, sourceOf('records.ndjson', records));
    expect(report(store)).toMatchObject({ run: { id: 2 }, looked: { services: 1, ratings: 1 } });
    expect(report(store, { run: 1 }).failed).toEqual([]);
  });
});

it('an unfinished run is valid as far as it came, and compared with nothing', () => {
  const store = copy('small.db');
  store.db.exec('UPDATE run SET parts = parts + 1');
  const made = report(store);
  expect(made.validity.valid).toBe(true);
  expect(made.likeness).toEqual({ basis: 'unfinished', like: 0, unlike: 0, few: 0, lines: [] });
  expect(made.failed).toEqual([]);
});

describe('a run whose rows were not kept', () => {
  it('has no validity, and likeness by its counts', () => {
    const store = copy();
    store.db.exec('DELETE FROM service; DELETE FROM rating; DELETE FROM rating_text');
    const made = report(store);
    expect(made.validity).toMatchObject({ valid: null, checks: [] });
    expect(made.likeness.basis).toBe('counts');
    expect(made.likeness.lines.map(({ name }) => name)).toEqual(['units', 'items']);
    expect(made.failed).toEqual([]);
    store.db.exec(`UPDATE service_rollup SET cases = cases * 2`);
    expect(report(store).failed).toEqual(['units', 'items']);
  });
});

it('has a document of this shape', () => {
  const made = report(copy('small.db'));
  const keys = (value: object): string[] => Object.keys(value);
  expect(keys(made)).toEqual(['run', 'looked', 'validity', 'likeness', 'realism', 'truth', 'ok', 'failed']);
  expect(keys(made.looked)).toEqual(['services', 'ratings', 'ofServices', 'ofRatings', 'everyDay']);
  expect(keys(made.validity)).toEqual(['valid', 'checks', 'refused']);
  expect(keys(made.validity.checks[0]!)).toEqual(['name', 'checked', 'wrong', 'examples']);
  expect(keys(made.likeness)).toEqual(['basis', 'like', 'unlike', 'few', 'lines']);
  expect(keys(made.likeness.lines[0]!).sort()).toEqual(
    [
      ...['group', 'name', 'effect', 'size', 'limit', 'noise', 'statistic', 'df', 'p', 'n', 'cells'],
      ...['adjusted', 'verdict'],
    ].sort(),
  );
  expect(keys(made.truth!)).toEqual([
    'label',
    'felt',
    'mechanisms',
    'feltByRated',
    'published',
    'losses',
    'defects',
  ]);
  expect(made.validity.checks.map(({ name }) => name)).toEqual([...validityNames]);
  expect(made.likeness.lines.map(({ name }) => name)).toEqual([
    ...['units', 'items', 'weekdays', 'userTypes', 'places', 'hoursOnline', 'hoursHall', 'stages'],
    ...[
      'overruns',
      'timeTaken',
      'begunBefore',
      'ages',
      'frequentApplicants',
      'agents',
      'participation',
      'defaults',
      'defaultRules',
      'channels',
      'levels',
    ],
    ...[
      'badRatings',
      'comments',
      'tags',
      'delay-1',
      'delay-2',
      'delay-3',
      'delay-4',
      'delay-5',
      'delay-6',
      'delay-7',
    ],
    ...['orders', 'complexOrders', 'contacted', 'lateContacts', 'contactDays', 'answered', 'lateAnswers'],
    ...['answerDays', 'upheld', 'notUpheld', 'calledBack', 'callBackDays', 'satisfied'],
  ]);
});

describe('a run with injected defects', () => {
  const injected = async (defects: readonly object[]): Promise<QualityReport> => {
    const store = scratch.store();
    const units = ['330000', '330100', '520000', '990100'];
    await simulate(store, scratch.truth(store), { scenario: tiny({ units, casesPerYear: 60_000, defects }) });
    return report(store);
  };

  it('is compared where none is injected, and valid: what is wrong was refused', async () => {
    const made = await injected([
      { id: 'A1', rate: 0.5, units: ['990100'] },
      { id: 'A7', rate: 0.05, units: ['330100'] },
      { id: 'A8', rate: 0.05, units: ['330100'] },
    ]);
    expect(made.failed).toEqual([]);
    expect(made.likeness.basis).toBe('rows');
    expect(lineOf(made, 'units').cells.map(({ key }) => key)).toEqual(['981100', '982400']);
    expect(made.validity.refused['orphan']).toBeGreaterThan(0);
    expect(new Set(made.truth!.defects.map(({ defect }) => defect))).toEqual(new Set(['A1', 'A7', 'A8']));
  });

  it('in every unit is compared with nothing', async () => {
    const made = await injected([{ id: 'A12', rate: 0.1 }]);
    expect(made.likeness).toMatchObject({ basis: 'all-defects', lines: [] });
    expect(made.failed).toEqual([]);
  });
});
