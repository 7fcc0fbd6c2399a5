import { copyFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import type { QualityReport } from '../../src/model/quality-report.ts';
import { closeStore, truthFileOf, type Store } from '../../src/store/open.ts';
import { knowledge, simulate, tiny, useScratch } from '../builders.ts';

const scratch = useScratch();
const report = (store: Store): QualityReport => qualityReport(store, knowledge, [], {});
let copies = 0;

beforeAll(async () => {
  const store = scratch.store('run.db');
  const truth = scratch.truth(store);
  await simulate(store, truth, { scenario: tiny() });
  closeStore(store);
  closeStore(truth);
});

const copy = (): Store => {
  const name = `copy-${String(++copies)}.db`;
  copyFileSync(scratch.path('run.db'), scratch.path(name));
  copyFileSync(truthFileOf(scratch.path('run.db')), truthFileOf(scratch.path(name)));
  return scratch.store(name);
};

const wrongOf = ({ validity }: QualityReport): string[] =>
  validity.checks.flatMap(({ name, wrong }) => (wrong > 0 ? [name] : []));

describe('a spoiled row is found by its check:', () => {
  const rating = '(SELECT key FROM rating WHERE mark & 64 = 0 ORDER BY key LIMIT 1 OFFSET 7)';
  const service = '(SELECT key FROM service ORDER BY key LIMIT 1 OFFSET 7)';
  const finished =
    '(SELECT key FROM service WHERE stage = 6 AND key % 16 = 0 AND finished_at - accepted_at > 200000 LIMIT 1)';
  const hall = '(SELECT key FROM service WHERE channel = 2 AND stage = 3 ORDER BY key LIMIT 1 OFFSET 3)';
  const longCase = '(SELECT key - 1 FROM service WHERE key % 16 = 1 ORDER BY accepted_at DESC LIMIT 1)';

  it.each<[string, string, string]>([
    ['status', 'a status 0', `UPDATE service SET mark = mark & ~3 WHERE key = ${service}`],
    ['stage', 'a stage 7', `UPDATE service SET mark = mark | 28 WHERE key = ${service}`],
    ['serviceChannel', 'a channel 3', `UPDATE service SET mark = mark | 96 WHERE key = ${service}`],
    ['userType', 'a user type 15', `UPDATE service SET mark = mark | 1920 WHERE key = ${service}`],
    ['ratingChannel', 'a pf 0', `UPDATE rating SET mark = mark & ~56 WHERE key = ${rating}`],
    ['level', 'a level 7', `UPDATE rating SET mark = mark | 7 WHERE key = ${rating}`],
    [
      'level',
      'no level on a channel that has them',
      `UPDATE rating SET mark = mark & ~7 WHERE key = ${rating}`,
    ],
    ['tags', 'a tag without a level', `UPDATE rating SET mark = (mark & ~7) | 512 WHERE key = ${rating}`],
    [
      'reason',
      'a bad rating without a word',
      `UPDATE rating SET mark = (mark & 56) | 1 WHERE key = ${rating}`,
    ],
    [
      'text',
      'a text of 151 characters',
      `UPDATE rating_text SET text = printf('%.151c', '啊') WHERE rating_key = (SELECT min(rating_key) FROM rating_text)`,
    ],
    [
      'text',
      'a text that is gone',
      'DELETE FROM rating_text WHERE rating_key = (SELECT min(rating_key) FROM rating_text)',
    ],
    ['item', 'another item', `UPDATE service SET task = task + 1 WHERE key = ${service}`],
    [
      'officeCode',
      'an office code of a real area',
      `UPDATE office SET code = '1144' || substr(code, 5) WHERE id = 3`,
    ],
    ['taskCode', 'a task code cut short', `UPDATE task SET task_code = substr(task_code, 2) WHERE id = 5`],
    ['person', 'a person below zero', `UPDATE service SET person = -5 WHERE key = ${service}`],
    ['certificate', 'a person below zero, printed', `UPDATE service SET person = -5 WHERE key = ${service}`],
    ['source', 'a device out of range', `UPDATE rating SET device = 99999999999 WHERE key = ${rating}`],
    ['source', 'a telephone owner out of range', `UPDATE rating SET rater = -2 WHERE key = ${rating}`],
    ['keys', 'a service missing in its case', `DELETE FROM service WHERE key = ${longCase}`],
    ['keys', 'an additional rating without a first', `UPDATE rating SET key = key + 1 WHERE key = ${rating}`],
    ['orphans', 'a rating without its service', `DELETE FROM service WHERE key = ${rating} / 2`],
    ['rowCount', 'a rating deleted', `DELETE FROM rating WHERE key = ${rating}`],
    [
      'serviceTimes',
      'finished before accepted',
      `UPDATE service SET finished_at = accepted_at - 60 WHERE key = ${finished}`,
    ],
    [
      'ratingTimes',
      'rated before served',
      `UPDATE rating SET assessed_at = assessed_at - 9000000 WHERE key = ${rating}`,
    ],
    ['ratingTimes', 'uploaded before rated', `UPDATE rating SET uploaded_at = 5 WHERE key = ${rating}`],
    [
      'period',
      'rated after the run',
      `UPDATE rating SET assessed_at = assessed_at + 90000000, uploaded_at = -1 WHERE key = ${rating}`,
    ],
    [
      'period',
      'accepted on another day than the case number says',
      `UPDATE service SET accepted_at = accepted_at - 86400 WHERE key = ${service}`,
    ],
    [
      'workingHours',
      'a hall at midnight',
      `UPDATE service SET accepted_at = accepted_at - accepted_at % 86400, service_at = service_at - service_at % 86400 WHERE key = ${hall}`,
    ],
  ])('%s: %s', (name, _, sql) => {
    const store = copy();
    store.db.pragma('foreign_keys = OFF');
    expect(store.db.prepare(sql).run().changes).toBe(1);
    const made = report(store);
    expect(wrongOf(made)).toContain(name);
    expect(made.ok).toBe(false);
    expect(made.failed).toContain(name);
    const check = made.validity.checks.find((one) => one.name === name)!;
    expect(check.examples.length).toBeGreaterThan(0);
    // No whole case number in an example.
    for (const example of check.examples) expect(example).not.toMatch(/[0-9A-Z]{18}/);
  });

  it('caseNumber: a serial that no case number has', () => {
    const store = copy();
    store.db.exec(
      `UPDATE task SET task_code = substr(task_code, 1, 30) || 'X' WHERE id = (SELECT task FROM service LIMIT 1)`,
    );
    expect(wrongOf(report(store))).toEqual(expect.arrayContaining(['caseNumber', 'taskCode']));
  });
});
