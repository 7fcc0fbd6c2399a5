import { copyFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import type { QualityReport } from '../../src/model/quality-report.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';
import { wholeLife as scenario } from './whole-life.ts';

const scratch = useScratch();
const report = (store: Store): QualityReport => qualityReport(store, knowledge, [], {});

beforeAll(async () => {
  const store = scratch.store('life.db');
  await simulate(store, scratch.truth(store), { scenario, seed: 11 });
  closeStore(store);
});

let copies = 0;
const copy = (): Store => {
  const name = `life-${String(++copies)}.db`;
  copyFileSync(scratch.path('life.db'), scratch.path(name));
  return scratch.store(name);
};
const unlike = (store: Store): string[] =>
  report(store).likeness.lines.flatMap(({ name, verdict }) => (verdict === 'unlike' ? [name] : []));

describe('a run in which cases have a whole life', () => {
  it('is like its scenario in every line, and leaves none out', () => {
    const { likeness, failed } = report(copy());
    expect(failed).toEqual([]);
    expect(likeness.basis).toBe('rows');
    expect(likeness.lines.map(({ name }) => name)).toEqual([
      ...['units', 'items', 'calls', 'weekdays', 'months', 'userTypes', 'places', 'hoursOnline', 'hoursHall'],
      ...['stages', 'retention', 'overruns', 'timeTaken', 'consultations', 'payments', 'repeats'],
      ...['corrections', 'participation', 'defaults', 'defaultRules', 'channels', 'levels', 'badRatings'],
      ...['comments', 'tags', 'delay-1', 'delay-2', 'delay-3', 'delay-4', 'delay-5', 'delay-6', 'delay-7'],
      ...['hotlineHours', 'additionalRectified', 'additionalOtherwise', 'additionalDelay'],
      ...['additionalImproved', 'additionalLevels', 'orders', 'complexOrders', 'contacted', 'lateContacts'],
      ...['contactDays', 'answered', 'lateAnswers', 'answerDays', 'upheld', 'notUpheld', 'calledBack'],
      ...['callBackDays', 'satisfied'],
    ]);
    for (const { name, p, n } of likeness.lines) {
      expect(p, name).toBeGreaterThan(0.0005);
      expect(n, name).toBeGreaterThan(50);
    }
  });

  it('of which no rows were kept has its calls counted among its cases', () => {
    const store = copy();
    store.db.pragma('foreign_keys = OFF');
    store.db.exec('DELETE FROM service; DELETE FROM rating; DELETE FROM rating_text');
    const { likeness } = report(store);
    expect(likeness.basis).toBe('counts');
    expect(likeness.lines.map(({ name, size }) => [name, size < 0.03])).toEqual([
      ['units', true],
      ['items', true],
    ]);
  });
});

describe('made by another value than the scenario says, a run fails by the line of that value alone:', () => {
  // One of each group; all of them in tests/prove/unlike-by-one-line.prove.ts.
  const { handling, answering, rectification } = scenario;
  it.each<[string, object]>([
    ['payments', { handling: { ...handling, payment: 0.3 } }],
    [
      'additionalRectified',
      { answering: { ...answering, additional: { ...answering.additional, rectified: 0.25 } } },
    ],
    ['lateContacts', { rectification: { ...rectification, lateContact: 0.4 } }],
  ])('%s', (line, claim) => {
    const store = copy();
    store.db.prepare('UPDATE run SET settings = ?').run(JSON.stringify({ ...scenario, ...claim }));
    expect(unlike(store)).toEqual([line]);
  });
});

describe('records that no value of the scenario makes are found by their line alone:', () => {
  it.each<[string, string]>([
    ['defaultRules', 'UPDATE rating SET mark = mark | 7 - 2 WHERE mark & 64'],
    ['notUpheld', 'UPDATE rectification SET mark = mark - 1 WHERE mark & 7 = 4'],
  ])('%s', (line, sql) => {
    const store = copy();
    expect(store.db.prepare(sql).run().changes).toBeGreaterThan(20);
    expect(unlike(store)).toEqual([line]);
  });
});
