import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/display-width.ts';
import { onlyMessage, run, runJson, scratchFolder } from './command.ts';

/** The way of a stranger: simulate, verify, hand over as files, collect, measure, explain. */

interface Simulated {
  run: number;
  scenario: string;
  seed: number;
  units: number;
  services: number;
  ratings: number;
  rectifications: number;
  refused: Record<string, number>;
  digest: string;
  seconds: number;
  peakRssMb: number;
}
interface Collected {
  accepted: number;
  duplicate: number;
  conflicting: number;
  refused: Record<string, number>;
  digest: string;
}
interface Verified {
  ok: boolean;
  digest: string;
  services: number;
  ratings: number;
  checks: { name: string; ok: boolean; detail: string }[];
}
type Score = { score: number; low: number; high: number } | null;
interface Measured {
  notice: string;
  method: { province: string; city: string };
  version: string;
  period: string;
  weights: Record<string, number>;
  units: {
    code: string;
    name: string;
    kind: 'province' | 'city';
    region: string;
    rank: number | null;
    band: string | null;
    overall: Score;
    dimensions: Record<string, Score>;
    indicators: {
      id: string;
      value: number | null;
      numerator: number;
      denominator: number;
      low: number | null;
      high: number | null;
    }[];
  }[];
  means: Record<'province' | 'city', Record<string, number | null>>;
  bands: Record<'province' | 'city', Record<string, number>>;
}
interface Explained {
  unit: string;
  period: string;
  path: {
    id: string;
    step: string;
    effective: number;
    score: Score;
    indicator?: { numerator: number; denominator: number; value: number | null };
  }[];
}

const dimensions = ['effectiveness', 'maturity', 'completeness', 'coverage', 'accuracy'];
const { path, remove } = scratchFolder();
const db = path('run.db');
let simulated: Simulated;
let handedOver: Simulated;

beforeAll(async () => {
  [simulated, handedOver] = await Promise.all([
    runJson<Simulated>(['simulate', '--scenario', 'tiny', '--seed', '7', '--db', db]),
    runJson<Simulated>(['simulate', '--scenario', 'tiny', '--threads', '2', '--out', path('out')]),
  ]);
});

afterAll(() => {
  remove();
});

describe('simulate', () => {
  it('reports the run', () => {
    expect(simulated).toMatchObject({ run: 1, scenario: 'tiny', seed: 7, units: 4, refused: {} });
    expect(simulated.services).toBeGreaterThan(1000);
    expect(simulated.ratings).toBeGreaterThan(1000);
    expect(simulated.digest).toMatch(/^[0-9a-f]{32}$/);
    expect(simulated.seconds).toBeGreaterThan(0);
    expect(simulated.peakRssMb).toBeGreaterThan(20);
  });

  it('stores as many rows as it says', () => {
    const store = new Database(db, { readonly: true });
    const count = (table: string): unknown => store.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count('service'), count('rating')]).toEqual([simulated.services, simulated.ratings]);
    store.close();
  });

  it('makes the same records on two threads, and hands them over as files that say they are simulated', () => {
    const { run, scenario, seed, units, services, ratings, rectifications, refused, digest } = simulated;
    expect(handedOver).toMatchObject({ run, scenario, seed, units, services, ratings, refused, digest });
    const lines = readFileSync(path('out/records.ndjson'), 'utf8').trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { kind: string; dataSource: string });
    expect(records.filter(({ kind }) => kind === 'service')).toHaveLength(services);
    expect(records.filter(({ kind }) => kind === 'rating')).toHaveLength(ratings);
    expect(new Set(records.map(({ dataSource }) => dataSource))).toEqual(new Set(['模拟数据']));
    const manifest = JSON.parse(readFileSync(path('out/manifest.json'), 'utf8'));
    expect(manifest.notice).toContain('模拟数据');
    expect(manifest.content).toEqual({ services, ratings, rectifications, digest });
  });

  it('does not store a run twice, simulate a period again, mix two worlds in a database, or replace files', async () => {
    const [same, again, other, files] = await Promise.all([
      run(['simulate', '--scenario', 'tiny', '--db', db]),
      run(['simulate', '--scenario', 'tiny', '--to', '2025-03-30', '--db', db]),
      run(['simulate', '--scenario', 'tiny', '--seed', '8', '--db', db]),
      run(['simulate', '--scenario', 'tiny', '--out', path('out')]),
    ]);
    expect([same.code, again.code, other.code, files.code]).toEqual([0, 1, 1, 1]);
    expect(same.err).toContain('this very run is stored already (run 1); nothing was added');
    expect(same.out).toContain(`digest ${simulated.digest}`);
    expect(again.err).toContain('2025-03-01 to 2025-03-31 is already simulated (run 1)');
    expect(other.err).toContain('already holds another simulation (scenario tiny, seed 7)');
    expect(files.err).toContain('register.ndjson is there already and is not replaced');
  });

  it('writes the formats asked for, and nothing where it is not understood', async () => {
    const [made, said, unknown, lonely, both] = await Promise.all([
      runJson<Simulated>(['simulate', '--scenario', 'tiny', '--out', path('tables'), '--format', 'sql,csv']),
      run(['simulate', '--scenario', 'tiny', '--to', '2025-03-03', '--out', path('few')]),
      run(['simulate', '--scenario', 'tiny', '--out', path('none'), '--format', 'csv,xml']),
      run(['simulate', '--scenario', 'tiny', '--format', 'csv', '--db', path('none.db')]),
      run(['simulate', '--scenario', 'tiny', '--out', path('none'), '--db', path('none.db')]),
    ]);
    expect(made.digest).toBe(simulated.digest);
    expect(said.err).toBe('');
    expect(said.out).toContain(`files ${path('few')}\n`);
    const manifest = JSON.parse(readFileSync(path('tables/manifest.json'), 'utf8'));
    const names = manifest.files.map(({ name }: { name: string }) => name);
    expect(names).toEqual([
      ...['register.ndjson', 'records.sql', 'services.csv', 'ratings.csv', 'rectifications.csv'],
      ...['dictionary.json', 'answers.json'],
    ]);
    for (const { name, sha256 } of manifest.files) {
      const bytes = readFileSync(path(`tables/${name}`));
      expect(createHash('sha256').update(bytes).digest('hex'), name).toBe(sha256);
    }
    expect([unknown.code, lonely.code, both.code]).toEqual([2, 2, 2]);
    expect(unknown.err).toContain('there is no format “xml”, use ndjson, csv, parquet, envelope, sql');
    expect(lonely.err).toContain('--format goes with --out');
    expect(both.err).toContain('--db and --out cannot be used together');
    expect([existsSync(path('none')), existsSync(path('none.db'))]).toEqual([false, false]);
  });
});

describe.concurrent('verify', () => {
  it('reads everything again and finds what the run reported', async () => {
    const { services, ratings, digest } = simulated;
    const verified = await runJson<Verified>(['verify', '--db', db]);
    expect(verified).toMatchObject({ ok: true, services, ratings, digest });
    expect(verified.checks.map(({ name }) => name)).toEqual([
      'integrity',
      'services',
      'ratings',
      'rectifications',
      'digest',
      'orphans',
      'rollups',
      'measurements',
      'answers',
      'register',
      'refusals',
      'settings',
    ]);
    for (const { ok, detail } of verified.checks) {
      expect(ok).toBe(true);
      expect(detail).not.toBe('');
    }
  });

  it('finds a rating that was changed behind its back, and fails', async () => {
    const file = path('changed.db');
    const source = new Database(db, { readonly: true });
    await source.backup(file);
    source.close();
    const changed = new Database(file);
    changed.prepare('UPDATE rating SET mark = mark + 512 WHERE key = (SELECT max(key) FROM rating)').run();
    changed.close();
    const { code, out } = await run(['verify', '--db', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL digest: /m);
    expect(out).toMatch(/^ok {3}ratings: /m);
  });
});

describe('collect', () => {
  const other = path('collected.db');

  it('takes the files in any order and comes to the digest of the run that wrote them', async () => {
    const files = ['records.ndjson', 'register.ndjson'].map((name) => path(`out/${name}`));
    const report = await runJson<Collected>(['collect', ...files, '--db', other]);
    expect(report).toMatchObject({
      accepted: simulated.services + simulated.ratings + simulated.rectifications,
      duplicate: 0,
      conflicting: 0,
      refused: {},
      digest: simulated.digest,
    });
  });

  it('takes standard input; what is there already is counted and not stored again', async () => {
    const lines = readFileSync(path('out/records.ndjson'), 'utf8').split('\n');
    const rating = lines.find((line) => line.includes('"kind":"rating"'))!;
    const input = [
      lines[0],
      rating,
      rating.replace(/"assessTime":"\d{4}/, '"assessTime":"2026'),
      rating.replace(/"pf":"\d"/, '"pf":"8"'),
      'no record',
      '',
    ].join('\n');
    const report = await runJson<Collected>(['collect', '-', '--db', other], { input });
    expect(report).toMatchObject({
      accepted: 0,
      duplicate: 2,
      conflicting: 1,
      refused: { 'code-list': 1, malformed: 1 },
      digest: simulated.digest,
    });
  });

  it('takes a byte order mark and CRLF', async () => {
    const windows = (name: string): string =>
      `\uFEFF${readFileSync(path(`out/${name}`), 'utf8').replaceAll('\n', '\r\n')}`;
    const registered = await run(['collect', '-', '--db', path('windows.db')], {
      input: windows('register.ndjson'),
    });
    expect(registered).toMatchObject({ code: 0, err: '' });
    const report = await runJson<Collected>(['collect', '-', '--db', path('windows.db')], {
      input: windows('records.ndjson'),
    });
    expect(report).toMatchObject({ refused: {}, digest: simulated.digest });
  });
});

describe('measure', () => {
  let measured: Measured;

  beforeAll(async () => {
    measured = await runJson<Measured>(['measure', '--db', db]);
  });

  it('prints methods, weights, 64 units, means and bands', () => {
    expect(measured.notice).toContain('模拟数据');
    expect(measured).toMatchObject({
      method: { province: 'province-2022', city: 'city-2022' },
      period: '2025-03',
      weights: { effectiveness: 0.25, maturity: 0.25, completeness: 0.2, coverage: 0.15, accuracy: 0.15 },
    });
    expect(measured.units).toHaveLength(64);
    const withFigure = measured.units.filter(({ overall }) => overall !== null);
    expect(withFigure.map(({ code }) => code).sort()).toEqual(['981100', '981101', '982400', '982401']);
    for (const unit of withFigure) {
      expect(Object.keys(unit.dimensions)).toEqual(dimensions);
      expect(unit.rank).toBeGreaterThan(0);
      expect(['veryHigh', 'high', 'medium', 'low']).toContain(unit.band);
      expect(unit.overall!.low).toBeLessThanOrEqual(unit.overall!.score);
      expect(unit.overall!.high).toBeGreaterThanOrEqual(unit.overall!.score);
      for (const { id, value, numerator, denominator } of unit.indicators) {
        // What is read from a sample of equal size is no share of these two counts.
        if (value !== null && !id.endsWith('Reach'))
          expect(value, id).toBeCloseTo(numerator / denominator, 9);
      }
    }
    for (const kind of ['province', 'city'] as const) {
      expect(Object.keys(measured.means[kind]).sort()).toEqual(
        [...dimensions, 'overall', 'low', 'high'].sort(),
      );
      expect(Object.values(measured.bands[kind]).reduce((a, b) => a + b)).toBe(2);
    }
  });

  it('prints overall scores that anybody can add up from weights and first-level scores', () => {
    for (const { code, overall, dimensions: scores } of measured.units) {
      if (overall === null) continue;
      let sum = 0;
      for (const [id, weight] of Object.entries(measured.weights)) sum += weight * scores[id]!.score;
      expect(Math.abs(sum - overall.score), code).toBeLessThan(1e-9);
    }
    for (const kind of ['province', 'city'] as const) {
      const scores = measured.units.flatMap((unit) =>
        unit.kind === kind && unit.overall ? [unit.overall.score] : [],
      );
      const mean = scores.reduce((a, b) => a + b) / scores.length;
      expect(Math.abs(mean - measured.means[kind]['overall']!)).toBeLessThan(1e-9);
    }
  });

  it('prints a table whose first line says what the figures are', async () => {
    const { code, out } = await run(['measure', '--db', db, '--period', '2025-03'], {
      env: { HAOCHAPING_LANG: 'zh' },
    });
    expect(code).toBe(0);
    const [label, settings, ...lines] = out.split('\n');
    expect(label).toMatch(/^模拟数据/);
    expect(settings).toMatch(/^时段 2025-03；方法 province-2022/);
    expect(lines[1]).toBe('省级政府（含新疆生产建设兵团）：32 个中 2 个有数据');
    expect(lines[2]).toMatch(
      /^排名 +名次区间 +单位 +水平 +总体指数 +区间 +成效度 +成熟度 +完备度 +覆盖度 +准确度$/,
    );
    expect(lines[3]).toMatch(/^ +1 +\d(–\d)? {2}(省份11|省份24) .* \d\d\.\d\d–\d\d\.\d\d( +\d\d\.\d\d){5}$/);
    // Headings and figures end in the same columns, and no line tells of what is not there.
    expect(new Set(lines.slice(2, 5).map(displayWidth)).size).toBe(1);
    expect(lines.filter((line) => line !== '')).toHaveLength(10);
  });

  it('takes the period that pages take: the latest whole year, else the latest month', () => {
    expect(measured.period).toBe('2025-03');
  });

  it.each([['measure'], ['explain', '981100', 'overall']])(
    '%s names the periods that have data',
    async (...command) => {
      const ran = await run([...command, '--db', db, '--period', '2024']);
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(onlyMessage(ran)).toBe(
        `error: --period = “2024”: no data; the months with data in ${db} are 2025-03`,
      );
    },
  );

  it('agrees with explain, which walks from the score to its counts', async () => {
    const explained = await runJson<Explained>(['explain', '省份11', 'goodRate', '--db', db]);
    const unit = measured.units.find(({ code }) => code === '981100')!;
    const printed = unit.indicators.find(({ id }) => id === 'goodRate')!;
    expect(explained).toMatchObject({ unit: '981100', period: '2025-03' });
    expect(explained.path.map(({ step }) => step)).toEqual(['overall', 'dimension', 'group', 'indicator']);
    expect(explained.path.map(({ id }) => id).slice(1)).toEqual([
      'effectiveness',
      'satisfaction',
      'goodRate',
    ]);
    expect(explained.path[0]!.score).toEqual(unit.overall);
    expect(explained.path[1]!.score).toEqual(unit.dimensions['effectiveness']);
    const { numerator, denominator, value } = explained.path[3]!.indicator!;
    expect({ numerator, denominator, value }).toEqual({
      numerator: printed.numerator,
      denominator: printed.denominator,
      value: printed.value,
    });
  });

  it('explains by a method of a file as by the edition that the file is of', async () => {
    const asked = ['explain', '省份11', 'satisfaction', '--db', db, '--json', '--method'];
    const [byFile, byEdition] = await Promise.all([
      runJson<Explained>([...asked, 'db/reference/methods/2022-1/province.json']),
      runJson<Explained>([...asked, '2022-1']),
    ]);
    expect(byFile.path).toEqual(byEdition.path);
    expect(byFile.path[0]!.score).not.toEqual(measured.units.find(({ code }) => code === '981100')!.overall);
  });
});

describe.concurrent('explain', () => {
  it('prints the whole tree of the overall score, labelled, and with its assumptions', async () => {
    const { code, out } = await run(['explain', '981100', 'overall', '--db', db]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Simulated data/);
    for (const id of dimensions) expect(out).toContain(`(${id}) = `);
    expect(out).toContain('[assumption]');
    expect(out).toMatch(/\d+ services with a first rating \/ \d+ services = 0\.\d{6} \[/);
  });

  it('knows what it has: an unknown unit or indicator is answered with the choice', async () => {
    const [unit, indicator] = await Promise.all([
      run(['explain', 'Atlantis', 'goodRate', '--db', db]),
      run(['explain', '981100', 'badRate', '--db', db]),
    ]);
    expect([unit.code, indicator.code]).toEqual([2, 2]);
    expect(unit.err).toContain('there is no assessed unit “Atlantis”');
    expect(indicator.err).toMatch(/there is no indicator “badRate”: use one of .*goodRate/);
  });
});
