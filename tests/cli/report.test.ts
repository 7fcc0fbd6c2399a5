import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, runJson } from './command.ts';

/** The command that writes the report of a period. */

const folder = mkdtempSync(join(tmpdir(), 'haochaping-report-'));
const db = join(folder, 'tiny.db');
const out = join(folder, 'written', 'here');

interface Written {
  readonly period: string;
  readonly files: { readonly path: string; readonly format: string; readonly bytes: number }[];
  readonly missing: { readonly format: string; readonly reason: string }[];
  readonly seconds: number;
}

beforeAll(async () => {
  await runJson(['simulate', '--scenario', 'tiny', '--db', db]);
}, 240_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const report = (...more: string[]): string[] => ['report', '--db', db, '--out', out, ...more];

describe('report', { timeout: 120_000 }, () => {
  it('writes the forms that are asked for, simulated by name, and says which', async () => {
    const written = await runJson<Written>(report('--period', '2025', '--format', 'html,json,csv,xlsx'));
    expect(written.period).toBe('2025');
    expect(written.missing).toEqual([]);
    expect(new Set(written.files.map(({ format }) => format))).toEqual(
      new Set(['html', 'json', 'csv', 'xlsx']),
    );
    for (const { path, bytes } of written.files) {
      expect(path).toMatch(/模拟评估报告-2025[^/]*$/);
      expect(readFileSync(path)).toHaveLength(bytes);
    }
    expect(readdirSync(out)).toHaveLength(written.files.length);
  });

  it('replaces files of the same names and no others', async () => {
    const [own, old] = [join(out, 'own.txt'), join(out, 'simulated-report-2025.html')];
    writeFileSync(own, 'mine');
    writeFileSync(old, 'old');
    await runJson<Written>(report('--period', '2025', '--lang', 'en'));
    expect(readFileSync(own, 'utf8')).toBe('mine');
    expect(readFileSync(old, 'utf8')).toContain('<html lang="en">');
    expect(readdirSync(out).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  it('writes the other forms where there is no Chromium, and says so', async () => {
    const {
      code,
      out: printed,
      err,
    } = await run(report('--period', '2025', '--format', 'pdf,json', '--json'), {
      env: { PATH: '' },
    });
    expect(code).toBe(1);
    expect(err).toMatch(/^pdf was not written: this machine has no Chromium/m);
    const { files, missing } = JSON.parse(printed) as Written;
    expect(files.map(({ format }) => format)).toEqual(['json']);
    expect(missing.map(({ format }) => format)).toEqual(['pdf']);
  });

  it('says that a bulletin has no figures and which forms it has, and writes those that are asked for too', async () => {
    const nowhere = join(folder, 'no-figures');
    const month = ['report', '--db', db, '--period', '2025-03', '--out', nowhere];
    for (const format of ['svg', 'png']) {
      const { code, err } = await run([...month, '--format', format]);
      expect(code).toBe(2);
      expect(err).toContain(`${format} was not written: the report of 2025-03 is a bulletin`);
      expect(err).toContain(`has no figures to write as ${format}; use html, pdf, docx, xlsx, json, csv`);
      expect(existsSync(nowhere)).toBe(false);
    }
    const { code, out: printed, err } = await run([...month, '--format', 'svg,json', '--json']);
    expect(code).toBe(2);
    expect(err).toMatch(/bulletin.*has no figures/);
    const { files, missing } = JSON.parse(printed) as Written;
    expect(files.map(({ format }) => format)).toEqual(['json']);
    expect(missing.map(({ format }) => format)).toEqual(['svg']);
    expect(readdirSync(nowhere)).toHaveLength(1);
  });

  it('names the option, its value and the rule where it cannot', async () => {
    const unknown = await run(report('--format', 'html,doc'));
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toMatch(/--format = “html,doc”: there is no format “doc”, use html, pdf, docx/);
    const nowhere = join(folder, 'nowhere');
    const empty = await run(['report', '--db', db, '--period', '2019', '--out', nowhere]);
    expect(empty).toMatchObject({ code: 1, out: '' });
    expect(empty.err).toMatch(/--period = “2019”: no data; the months with data/);
    expect(existsSync(nowhere)).toBe(false);
    // A file system that takes no folder.
    const refused = await run(['report', '--db', db, '--out', '/proc/none']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('--out = “/proc/none”: the folder cannot be made');
    const file = await run(['report', '--db', db, '--out', join(db, 'x')]);
    expect(file).toMatchObject({ code: 1, out: '' });
    expect(file.err).toMatch(/--out = “.*x”: the folder cannot be made \(ENOTDIR\)/);
    const language = await run(report('--lang', 'fr'));
    expect(language).toMatchObject({ code: 2, out: '' });
    expect(language.err).toMatch(/--lang/);
  });
});
