import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QualityReport } from '../../src/model/quality-report.ts';
import { onlyMessage, run, runJson, scratchFolder } from './command.ts';

const { path, copyOf, remove } = scratchFolder();

beforeAll(async () => {
  await runJson(['simulate', '--scenario', 'tiny', '--db', path('run.db')]);
  const db = new Database(path('run.db'));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
});

afterAll(() => {
  remove();
});

describe('quality', () => {
  it('ends well for a good run, as a document and as text', async () => {
    const report = await runJson<QualityReport & { notice: string }>(['quality', '--db', path('run.db')]);
    expect(report).toMatchObject({ ok: true, failed: [], run: { id: 1, scenario: 'tiny', seed: 7 } });
    expect(report.notice).toContain('模拟数据');
    expect(report.truth?.label).toBe('真值（不进入任何结果）');
    const { code, out } = await run(['quality', '--run', '1', '--db', path('run.db')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Simulated data/);
    expect(out).toMatch(
      /1\. Validity[\s\S]*2\. Likeness[\s\S]*3\. Truth[\s\S]*Verdict: valid yes; like \d+ of \d+/,
    );
  });

  it('ends with 1 and the names of what failed', async () => {
    const spoiled = copyOf('run.db');
    const db = new Database(spoiled);
    db.exec('UPDATE rating SET mark = mark | 7 WHERE key = (SELECT max(key) FROM rating)');
    db.close();
    const { code, out } = await run(['quality', '--db', spoiled], { env: { HAOCHAPING_LANG: 'zh' } });
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL 满意度等级为 1–5/);
    expect(out).toMatch(/未通过: level/);
  });

  it('refuses a run that is not there, and a number that is none', async () => {
    const absent = await run(['quality', '--run', '7', '--db', path('run.db')]);
    expect(absent.code).toBe(2);
    expect(onlyMessage(absent)).toContain('there is no run 7; the database holds 1');
    expect((await run(['quality', '--run', 'x', '--db', path('run.db')])).code).toBe(2);
  });
});
