import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QualityReport } from '../../src/model/quality-report.ts';
import { realismIds } from '../../src/model/realism/realism-range.ts';
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
      /1\. Validity[\s\S]*2\. Likeness[\s\S]*3\. Realism[\s\S]*4\. Truth[\s\S]*Verdict: valid yes; like \d+ of \d+/,
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

  it('prints the realism alone, which fails nothing, and gives it in the document of the whole', async () => {
    interface Realism {
      readonly notice: string;
      readonly scenario: string;
      readonly checks: readonly { id: string; ok: boolean | null; verdict: string }[];
    }
    const made = await runJson<Realism>(['quality', '--realism', '--db', path('run.db')]);
    expect(made.scenario).toBe('tiny');
    expect(made.notice).toContain('模拟数据');
    expect(made.checks.map(({ id }) => id)).toEqual([...realismIds]);
    for (const check of made.checks) {
      expect(Object.keys(check)).toEqual(
        'id value n low high least verdict ok kind source sourceEn confidence assumption'.split(' '),
      );
      expect(check.ok).toBe({ inside: true, outside: false, few: null }[check.verdict]);
    }
    expect((await runJson<QualityReport>(['quality', '--db', path('run.db')])).realism).toEqual(made.checks);
    const { code, out } = await run(['quality', '--realism', '--db', path('run.db')], {
      env: { HAOCHAPING_LANG: 'zh' },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^模拟数据[\s\S]*判断 +统计 +值 +范围 +数量 +依据/);
    expect(out).toMatch(/单位内事项办件量的 Zipf 斜率 +[\d.]+ +0\.8–1\.2 +[\d,]+ +\[\d+\] 推测 假设/);
    expect(out).not.toContain('有效性');
  });

  it('refuses a run that is not there, and a number that is none', async () => {
    const absent = await run(['quality', '--run', '7', '--db', path('run.db')]);
    expect(absent.code).toBe(2);
    expect(onlyMessage(absent)).toContain('there is no run 7; the database holds 1');
    expect((await run(['quality', '--run', 'x', '--db', path('run.db')])).code).toBe(2);
  });
});
