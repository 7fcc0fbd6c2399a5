import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/store/reference.ts';
import { onlyMessage, run, scratchFolder } from './command.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const series = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../db/reference/targets/national-series.json'), 'utf8'),
) as { years: { year: number; means: Record<string, number> }[] };
const shipped = series.years.find(({ year }) => year === 2021)!;

/** A file of targets of 2021 with some fields changed. */
function targets(name: string, given: Readonly<Record<string, unknown>>): string {
  const file = folder.path(`${name}.json`);
  writeFileSync(file, JSON.stringify({ ...shipped, id: name, ...given }));
  return file;
}

const impossible: [string, Readonly<Record<string, unknown>>, string, string][] = [
  [
    'beyond-scale',
    { means: { ...shipped.means, overall: 101 } },
    'a score lies between 0 and 100',
    '指数须在 0 至 100 之间',
  ],
  [
    'bands-against-mean',
    {
      means: { overall: 85, effectiveness: 85, maturity: 85, completeness: 85, coverage: 85, accuracy: 85 },
      bands: { province: { veryHigh: 32, high: 0, medium: 0, low: 0 } },
    },
    'allow a mean between 90.00 and 100.00 only',
    '只容许平均值在 90.00 至 100.00 之间',
  ],
  [
    'weights',
    { means: { ...shipped.means, effectiveness: 70 } },
    'the five means under the weights 25/25/20/15/15 give 84.42',
    '五项平均值按权重 25/25/20/15/15 得 84.42',
  ],
];

describe('calibrate', () => {
  it.each(impossible)(
    'refuses impossible targets (%s) at once, in both languages',
    async (name, given, en, zh) => {
      const out = folder.path(`${name}-out.json`);
      const args = ['calibrate', '--targets', targets(name, given), '--out', out];
      const english = await run(args);
      expect(english.code).toBe(2);
      expect(onlyMessage(english)).toContain(en);
      const chinese = await run(args, { env: { HAOCHAPING_LANG: 'zh' } });
      expect([chinese.code, chinese.err]).toEqual([2, expect.stringContaining(zh)]);
      expect(existsSync(out)).toBe(false);
    },
    30_000,
  );

  it('names the wrong field of a file that holds no targets', async () => {
    const ran = await run([
      'calibrate',
      '--targets',
      targets('wrong', { year: 'x' }),
      '--out',
      folder.path('o.json'),
    ]);
    expect(ran.code).toBe(2);
    expect(onlyMessage(ran)).toContain('year');
  });

  it('writes what it found for a file of one’s own under invented names, and the bent twin of it', async () => {
    const month = {
      ...{ kind: 'month', source: 'x', confidence: 'guessed', id: 'mine', name: 'x', nameEn: 'x' },
      ...{ note: '', noteEn: '', unit: '440000', period: '2023-07', profile: 'guangdong-2019' },
      ...{ cases: 11_238, ratings: 13_879, ratingsPerCase: 1.235 },
      levels: { 5: 13_431, 4: 10, 3: 18, 2: 1, 1: 1 },
      channels: { 1: 5739, 2: 2590, 4: 5131 },
    };
    writeFileSync(folder.path('mine.json'), JSON.stringify(month));
    const out = folder.path('mine-out.json');
    await run(['calibrate', '--targets', folder.path('mine.json'), '--out', out]);
    const felt = readScenario(out);
    expect([felt.names, felt.units]).toEqual(['coded', ['981900', '981901', '981902']]);

    const twin = folder.path('mine-bent.json');
    const args = ['--targets', folder.path('mine.json'), '--twin-of', out, '--out', twin, '--json'];
    const report = JSON.parse((await run(['calibrate', ...args])).out) as {
      rows: unknown[];
      felt: { scenario: string; rows: unknown[] };
    };
    expect([report.felt.scenario, report.felt.rows.length]).toEqual(['mine', report.rows.length]);
    const bent = readScenario(twin);
    const { names, units, casesPerYear } = felt;
    expect(bent).toMatchObject({ name: 'bent-2023-07', names, units, casesPerYear });
    expect(bent.answering.retained[4]).toBeLessThan(felt.answering.retained[4]);
  }, 90_000);

  it('refuses to seek a twin where there is none, before any run', async () => {
    const out = folder.path('no-twin.json');
    const twin = ['--targets', 'national-series', '--twin-of', 'guangdong-2023-07', '--out', out];
    const ran = await run(['calibrate', ...twin]);
    expect(ran.code).toBe(2);
    expect(onlyMessage(ran)).toContain('only those of a month (kind “month”) have a twin');
    expect(existsSync(out)).toBe(false);
  });

  it('replaces no file', async () => {
    const out = folder.path('there.json');
    writeFileSync(out, '{}');
    const ran = await run(['calibrate', '--targets', 'national-series', '--out', out]);
    expect([ran.code, readFileSync(out, 'utf8')]).toEqual([1, '{}']);
  });
});
