import { copyFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IntegrityCheck, IntegrityReport } from '../../src/audit/integrity/integrity-report.ts';
import { measurePeriod } from '../../src/jobs/measure/measure-period.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import {
  aRating,
  aRectification,
  aService,
  caseNumber,
  collect,
  knowledge,
  permit,
  simulate,
  tiny,
  useScratch,
} from '../builders.ts';
import { FILLING, prepare, VERSION } from '../web/fixture.ts';

const scratch = useScratch();
let copies = 0;

beforeAll(async () => {
  const store = scratch.store('run.db');
  await simulate(store, scratch.truth(store), {
    // Its only rectification is the collected one.
    scenario: tiny({ units: ['520100'], casesPerYear: 20_000, rectification: { chance: 0 } }),
  });
  // A rating of another system's case and a refused record belong to a database like any other.
  const projectNo = '0014BGSQ7';
  await collect(store, [
    aService({ projectNo }),
    aRating({ projectNo, writingEvaluation: '很快' }),
    aService({ projectNo, serviceNumber: 2 }),
    aRating({ projectNo, serviceNumber: 2, satisfaction: '2', evalDetail: '209' }),
    aRectification({ projectNo, serviceNumber: 2 }),
    aService({ certKey: '' }),
  ]);
  closeStore(store);
});

const copy = (of = 'run.db'): Store => {
  const name = `copy-${copies++}.db`;
  copyFileSync(scratch.path(of), scratch.path(name));
  return scratch.store(name);
};
const verify = (store: Store): Promise<IntegrityReport> => verifyStore(store, knowledge, VERSION);
/** The checks that failed; where there is one, the report does not say that all is well. */
function failedOf({ checks, ok }: IntegrityReport): IntegrityCheck['name'][] {
  const failed = checks.flatMap((check) => (check.ok ? [] : [check.name]));
  expect(ok).toBe(failed.length === 0);
  return failed;
}
const detailIn = ({ checks }: IntegrityReport, name: IntegrityCheck['name']): string =>
  checks.find((check) => check.name === name)!.detail.en;
const failed = async (store: Store): Promise<IntegrityCheck['name'][]> => failedOf(await verify(store));
const detailOf = async (store: Store, name: IntegrityCheck['name']): Promise<string> =>
  detailIn(await verify(store), name);

describe('a sound database', () => {
  it('passes every check, and says what it counted', async () => {
    const store = copy();
    const report = await verifyStore(store, knowledge, 'test');
    expect(report.checks.map(({ name, ok }) => [name, ok])).toEqual(
      [
        ...['integrity', 'services', 'ratings', 'rectifications', 'digest', 'orphans', 'rollups'],
        ...['measurements', 'answers', 'register', 'refusals', 'settings'],
      ].map((name) => [name, true]),
    );
    const { services, ratings, digest } = contentOf(store);
    expect(report).toMatchObject({ ok: true, services, ratings, digest });
    expect(detailIn(report, 'services')).toBe(`${services} rows, ${services} kept, ${services} in all runs`);
  });

  it('may be empty', async () => {
    expect(await verifyStore(scratch.store(), knowledge, 'test')).toMatchObject({
      ok: true,
      services: 0,
      digest: '0'.repeat(32),
    });
  });

  it('is not changed by the check', async () => {
    copy();
    const name = `copy-${copies - 1}.db`;
    expect((await verifyStore(scratch.store(name, { readonly: true }), knowledge, 'test')).ok).toBe(true);
  });
});

describe('a changed database is found out:', () => {
  const someRating = '(SELECT key FROM rating ORDER BY key LIMIT 1 OFFSET 7)';
  const someService = '(SELECT key FROM service ORDER BY key LIMIT 1 OFFSET 7)';
  const withText = '(SELECT rating_key FROM rating_text ORDER BY rating_key LIMIT 1)';

  it.each<[string, string, IntegrityCheck['name'][]]>([
    ['a rating deleted', `DELETE FROM rating WHERE key = ${someRating}`, ['ratings', 'digest', 'rollups']],
    [
      'a rating added',
      `INSERT INTO rating (key, mark, assessed_at) SELECT key + 1, mark, assessed_at FROM rating WHERE key = ${someRating}`,
      ['ratings', 'digest', 'rollups'],
    ],
    [
      'the mark of a rating: another level',
      `UPDATE rating SET mark = (mark | 1) - (mark & 1) WHERE key = ${someRating}`,
      ['digest', 'rollups'],
    ],
    [
      'the mark of a rating: flagged',
      `UPDATE rating SET mark = mark | 128 WHERE key = ${someRating}`,
      ['digest', 'rollups'],
    ],
    [
      'the time of a rating, by a second',
      `UPDATE rating SET assessed_at = assessed_at + 1 WHERE key = ${someRating}`,
      ['digest'],
    ],
    ['a text', `UPDATE rating_text SET text = text || '！' WHERE rating_key = ${withText}`, ['digest']],
    ['a text deleted', `DELETE FROM rating_text WHERE rating_key = ${withText}`, ['digest']],
    [
      'a text added',
      `INSERT INTO rating_text SELECT key, '!' FROM rating WHERE mark & 256 = 0 LIMIT 1`,
      ['digest'],
    ],
    [
      'the mark of a service',
      `UPDATE service SET mark = (mark | 96) - (mark & 96) WHERE key = ${someService}`,
      ['digest', 'rollups'],
    ],
    [
      'the person of a service',
      `UPDATE service SET person = person + 1 WHERE key = ${someService}`,
      ['digest', 'rollups'],
    ],
    ['the number of a foreign case', `UPDATE foreign_case SET project_no = '0014BGSQ8'`, ['digest']],
    [
      'the code of an item',
      `UPDATE task SET task_code = 'X' || task_code WHERE id = (SELECT task FROM service LIMIT 1)`,
      ['digest', 'register'],
    ],
    ['the count of services', `UPDATE content SET services = services + 1`, ['services']],
    ['the count of ratings', `UPDATE content SET ratings = ratings - 1`, ['ratings']],
    ['the count of rectifications', `UPDATE content SET rectifications = 0`, ['rectifications']],
    ['a rectification deleted', `DELETE FROM rectification`, ['rectifications', 'digest', 'rollups']],
    ['the verdict of a rectification', `UPDATE rectification SET mark = 2`, ['digest', 'rollups']],
    [
      'the time of a rectification, by a second',
      `UPDATE rectification SET rectified_at = rectified_at + 1`,
      ['digest'],
    ],
    ['the number called back', `UPDATE rectification SET called_back_to = called_back_to + 1`, ['digest']],
    ['the counts of rectifications', `UPDATE rectification_rollup SET n = n + 1`, ['rollups']],
    [
      'the counts by group of a month',
      `UPDATE group_rollup SET counts = x'000102' WHERE rowid = (SELECT min(rowid) FROM group_rollup)`,
      ['rollups'],
    ],
    [
      'the counts by group of a month, deleted',
      `DELETE FROM group_rollup WHERE rowid = (SELECT max(rowid) FROM group_rollup)`,
      ['rollups'],
    ],
    [
      'the rating of a rectification: no longer bad',
      `UPDATE rating SET mark = mark | 7 WHERE key = (SELECT key FROM rectification)`,
      ['digest', 'orphans', 'rollups'],
    ],
    [
      'the guide of an item, raised by hand',
      `UPDATE task SET guide = replace(guide, '[', '[1') WHERE id = 3`,
      ['register'],
    ],
    ['the name of an office', `UPDATE office SET name = name || '局' WHERE id = 0`, ['register']],
    [
      'the promise of an item',
      `UPDATE task SET promised_days = promised_days + 1 WHERE id = 3`,
      ['register'],
    ],
    ['the text of a refused record', `UPDATE refusal SET raw = raw || ' '`, ['refusals']],
    ['the reason of a refused record', `UPDATE refusal SET reason = 1`, ['refusals']],
    ['how often a record was refused', `UPDATE refusal SET times = 2`, ['refusals']],
    ['a refused record deleted', `DELETE FROM refusal`, ['refusals']],
    ['the count of refused records', `UPDATE refusal_count SET records = 7`, ['refusals']],
    ['the reason of a count', `UPDATE refusal_count SET reason = reason + 1`, ['refusals']],
    ['the run of a refused record', `UPDATE refusal SET run = 1`, ['refusals']],
    ['the refused records of a run', `UPDATE run SET refused = 0 WHERE id = 2`, ['refusals']],
    [
      'the unit of an office',
      `UPDATE office SET unit = unit + 1 WHERE id = (SELECT max(id) FROM office)`,
      ['register'],
    ],
    [
      'the unit of an item that nobody used',
      `UPDATE task SET unit = unit + 1 WHERE id = (SELECT max(id) FROM task WHERE id NOT IN (SELECT task FROM service))`,
      ['register'],
    ],
    ['the services of a run', `UPDATE run SET services = services + 1 WHERE id = 1`, ['services']],
    ['the ratings of a run', `UPDATE run SET ratings = ratings - 1 WHERE id = 2`, ['ratings']],
    ['the rectifications of a run', `UPDATE run SET rectifications = 0 WHERE id = 2`, ['rectifications']],
    [
      'the digest of a run',
      `UPDATE run SET digest = iif(digest LIKE '1%', '2', '1') || substr(digest, 2) WHERE id = 1`,
      ['digest'],
    ],
    ['the length of the digest of a run', `UPDATE run SET digest = digest || 'x' WHERE id = 1`, ['digest']],
    ['the settings of a run', `UPDATE run SET settings = '{}' WHERE id = 1`, ['settings']],
    ['the seed of a run', `UPDATE run SET seed = 8 WHERE id = 1`, ['settings']],
    ['the digest', `UPDATE content SET digest = substr(digest, 2) || substr(digest, 1, 1)`, ['digest']],
  ])('%s', async (_, sql, names) => {
    const store = copy();
    expect(store.db.prepare(sql).run().changes).toBe(1);
    expect(await failed(store)).toEqual(names);
  });

  it('a kept result: named by its period and edition', async () => {
    const store = copy();
    for (const label of ['2025', '2025-03']) measurePeriod(store, knowledge, parsePeriod(label));
    const before = await verify(store);
    const sound = detailIn(before, 'measurements');
    expect(failedOf(before)).toEqual([]);
    store.db.exec(
      `UPDATE measurement SET document = replace(document, '"rank":1', '"rank":2') WHERE period = '2025-03'`,
    );
    const after = await verify(store);
    expect(failedOf(after)).toEqual(['measurements']);
    expect([sound, detailIn(after, 'measurements')]).toEqual([
      '2 kept results equal those computed again',
      `of 2 kept results these differ from those computed again: 2025-03 ${knowledge.methods.edition}`,
    ]);
    // What another build or an unknown method has computed is shown nowhere, and is no damage.
    store.db.exec(`UPDATE measurement SET method = 'province-2022+city-2022' WHERE period = '2025-03'`);
    const moved = await verify(store);
    expect(failedOf(moved)).toEqual([]);
    expect(detailIn(moved, 'measurements')).toBe(
      '1 kept results equal those computed again; 1 more, computed by another version of the program or of a method, are not compared and not shown',
    );
    // What is kept of other data is shown nowhere.
    store.db.exec(`UPDATE measurement SET data = 'of before'`);
    expect(await failed(store)).toEqual([]);
  });

  describe('a kept answer:', () => {
    beforeAll(async () => {
      const store = copy();
      await prepare(store);
      // Of the worlds, those stay that are made in little time.
      store.db.exec(`DELETE FROM answer WHERE question IN ('twoWorlds', 'regimeBias', 'concealmentLadder')
        OR (question = 'exerciseWorld' AND asked <> '{"number":0}')`);
      const sound = await verify(store);
      expect(failedOf(sound)).toEqual([]);
      const n = countAnswers(store);
      expect(n).toBeGreaterThan(9);
      expect(detailIn(sound, 'answers')).toBe(`${n} kept answers to pages equal those computed again`);
      // Those that the tests below alter, with one that stays right: each is computed again in every test.
      store.db.exec(`DELETE FROM answer WHERE question NOT IN
        ('taskLevels', 'comparisons', 'quality', 'nationalRatings', 'months', 'figures', 'periodOrigin')`);
      closeStore(store);
      copyFileSync(store.file, scratch.path('answered.db'));
    }, FILLING);
    const answered = (): Store => copy('answered.db');
    const countAnswers = (store: Store): number =>
      Number(store.db.prepare('SELECT count(*) FROM answer').pluck().get());
    const alter = (store: Store, question: string, change: (document: Buffer) => Buffer): void => {
      const document = store.db
        .prepare<[string], Buffer>('SELECT document FROM answer WHERE question = ? LIMIT 1')
        .pluck()
        .get(question)!;
      store.db.prepare('UPDATE answer SET document = ? WHERE question = ?').run(change(document), question);
    };

    it('altered in one number, cut off, or kept for another question, and named', async () => {
      const store = answered();
      alter(store, 'taskLevels', (document) => {
        const levels = deserialize(document) as Float64Array;
        levels[levels.length - 1]! += 1;
        return serialize(levels);
      });
      const altered = await verify(store);
      expect(failedOf(altered)).toEqual(['answers']);
      expect(detailIn(altered, 'answers')).toContain('these differ from those computed again: taskLevels {');
      alter(store, 'comparisons', (document) => document.subarray(0, 9));
      store.db.exec(`
        DELETE FROM answer WHERE question = 'quality' AND asked = '{"run":2}';
        UPDATE answer SET asked = '{"run":2}' WHERE question = 'quality';
        UPDATE answer SET asked = 'no JSON' WHERE question = 'nationalRatings'
          AND asked = (SELECT min(asked) FROM answer WHERE question = 'nationalRatings');
        UPDATE answer SET question = 'weather' WHERE question = 'months';`);
      const several = await verify(store);
      expect(failedOf(several)).toEqual(['answers']);
      expect(detailIn(several, 'answers')).toMatch(
        /^of \d+ kept .*: comparisons; nationalRatings no JSON; quality .*; taskLevels .*; weather$/,
      );
    });

    it('of the figures of a run', async () => {
      const store = answered();
      alter(store, 'figures', (document) =>
        serialize({ ...(deserialize(document) as object), services: 1, settings: new Map() }),
      );
      expect(await failed(store)).toEqual(['answers']);
    });

    it('of a world of exercises, which rests on no data', async () => {
      const store = answered();
      store.db.exec(`
        DELETE FROM answer WHERE question <> 'months';
        INSERT INTO answer (question, asked, data, version, document)
          SELECT 'exerciseWorld', '{"number":0}', '', version, document FROM answer`);
      expect(await detailOf(store, 'answers')).toContain('differ from those computed again: exerciseWorld {');
    });

    it('but none that pages do not show: of another version, or of other data', async () => {
      const store = answered();
      alter(store, 'months', () => serialize([1]));
      const n = countAnswers(store);
      store.db.exec(`UPDATE answer SET version = 'other' WHERE question = 'months'`);
      const other = await verify(store);
      expect(failedOf(other)).toEqual([]);
      expect(detailIn(other, 'answers')).toBe(
        `${n - 1} kept answers to pages equal those computed again; 1 more, computed by another version of the program or from earlier data, are not compared and not shown`,
      );
      store.db.exec(`UPDATE answer SET data = 'of before'`);
      expect(await failed(store)).toEqual([]);
    });
  });

  it('a service deleted whose rating stays', async () => {
    const store = copy();
    const sql = `DELETE FROM service WHERE key = (SELECT service_key FROM rating ORDER BY key LIMIT 1)`;
    expect(store.db.prepare(sql).run().changes).toBe(1);
    const report = await verify(store);
    expect(failedOf(report)).toEqual(['services', 'digest', 'orphans', 'rollups']);
    expect(detailIn(report, 'orphans')).toBe(
      '1 ratings without their service, texts without their rating, or rectifications without a bad one',
    );
  });

  it.each([
    ['rating_rollup', 'UPDATE rating_rollup SET n = n + 1 WHERE rowid_of'],
    ['task_rating_rollup', 'UPDATE task_rating_rollup SET n = n - 1 WHERE rowid_of'],
    ['tag_rollup', 'DELETE FROM tag_rollup WHERE rowid_of'],
    ['service_rollup', 'UPDATE service_rollup SET on_time = on_time + 1 WHERE rowid_of'],
    ['service_rollup', 'UPDATE service_rollup SET halved = halved + 1 WHERE rowid_of'],
  ])('one cell of %s: named, with the number of cells', async (table, sql) => {
    const store = copy();
    const keys = (store.db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).flatMap(
      ({ name, pk }) => (pk > 0 ? [name] : []),
    );
    const one = `(${keys.join(', ')}) = (SELECT ${keys.join(', ')} FROM ${table} LIMIT 1)`;
    expect(store.db.prepare(sql.replace('rowid_of', one)).run().changes).toBe(1);
    const report = await verify(store);
    expect(failedOf(report)).toEqual(['rollups']);
    expect(detailIn(report, 'rollups')).toBe(`differ: ${table} (1)`);
  });

  it('a cell added for a month without records', async () => {
    const store = copy();
    store.db.exec('INSERT INTO tag_rollup VALUES (0, 1, 1, 5)');
    expect(await detailOf(store, 'rollups')).toBe('differ: tag_rollup (1)');
  });
});

describe('the digests of register, refused records and settings', () => {
  const digestsOf = async (store: Store): Promise<object> =>
    (await verifyStore(store, knowledge, 'test')).sideDigests;

  it('are those of what is held, in whatever order and calls it came', async () => {
    const [one, other] = [scratch.store(), scratch.store()];
    const bad = ['nonsense', aService({ certKey: '' })];
    await collect(one, bad);
    await collect(other, ['nonsense']);
    await collect(other, ['nonsense', aService({ certKey: '' })]);
    const [first, second] = [
      await verifyStore(one, knowledge, 'test'),
      await verifyStore(other, knowledge, 'test'),
    ];
    expect(first.ok && second.ok).toBe(true);
    expect(second.sideDigests.register).toBe(first.sideDigests.register);
    expect(second.sideDigests.refusals).toBe(first.sideDigests.refusals);
    expect(second.sideDigests.settings).not.toBe(first.sideDigests.settings);
  });

  it('are checked where rows were not kept, too', async () => {
    const store = scratch.store();
    const given = { scenario: tiny({ units: ['520100'], casesPerYear: 2000 }), keepRows: false };
    await simulate(store, scratch.truth(store), given);
    const rows = scratch.store();
    await simulate(rows, scratch.truth(rows), { ...given, keepRows: true });
    expect(await digestsOf(store)).toMatchObject({
      register: (await verifyStore(rows, knowledge, 'test')).sideDigests.register,
    });
    expect(await failed(store)).toEqual([]);
    store.db.exec("UPDATE task SET guide = replace(guide, '[', '[1') WHERE id = 0");
    expect(await failed(store)).toEqual(['register']);
  });
});

describe('a database that was collected', () => {
  it('passes every check after each call', async () => {
    const store = scratch.store();
    const numbered = (n: number): object => ({ projectNo: caseNumber(permit, n) });
    const calls = [
      [aService(), aRating()],
      [
        aService({ ...numbered(1) }),
        aRating({ ...numbered(1), writingEvaluation: '好' }),
        aRating({ ...numbered(2) }),
      ],
      [aService({ ...numbered(2) }), aService(), aService({ proChannel: '2' })],
      ['nonsense'],
    ];
    for (const records of calls) {
      await collect(store, records);
      expect(await failed(store)).toEqual([]);
    }
    expect(contentOf(store)).toMatchObject({ services: 3, ratings: 2 });
  });
});
