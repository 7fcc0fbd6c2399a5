import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { reportOn, unlikeLines, useWholeLife, wholeLife as scenario } from './whole-life.ts';

const scratch = useScratch();
const copy = useWholeLife(scratch);

describe('a run in which cases have a whole life', () => {
  it('is like its scenario in every line, and leaves none out', () => {
    const { likeness, failed } = reportOn(copy());
    expect(failed).toEqual([]);
    expect(likeness.basis).toBe('rows');
    expect(likeness.lines.map(({ name }) => name)).toEqual([
      ...['units', 'items', 'calls', 'weekdays', 'months', 'userTypes', 'places', 'hoursOnline', 'hoursHall'],
      ...['stages', 'retention', 'overruns', 'timeTaken', 'consultations', 'payments', 'repeats'],
      ...[
        'corrections',
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
    const { likeness } = reportOn(store);
    expect(likeness.basis).toBe('counts');
    expect(likeness.lines.map(({ name, size }) => [name, size < 0.04])).toEqual([
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
    expect(unlikeLines(store)).toEqual([line]);
  });
});

describe('records that no value of the scenario makes are found by their line alone:', () => {
  it.each<[string, string]>([
    ['defaultRules', 'UPDATE rating SET mark = mark | 7 - 2 WHERE mark & 64'],
    ['notUpheld', 'UPDATE rectification SET mark = mark - 1 WHERE mark & 7 = 4'],
  ])('%s', (line, sql) => {
    const store = copy();
    expect(store.db.prepare(sql).run().changes).toBeGreaterThan(20);
    expect(unlikeLines(store)).toEqual([line]);
  });
});
