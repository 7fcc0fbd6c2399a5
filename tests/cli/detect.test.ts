import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyMessage, run, runJson, scratchFolder } from './command.ts';

interface Printed {
  readonly notice: string;
  readonly database: string;
  readonly flagged: number;
  readonly services: number;
  readonly onlyFictional: boolean;
  readonly detectors: readonly {
    readonly id: string;
    readonly anomaly: string;
    readonly flagged: number;
    readonly precision: number | null;
    readonly recall: number | null;
    readonly f1: number | null;
  }[];
  readonly baselines: unknown;
}

const { path, remove } = scratchFolder();
const database = path('defects.db');

beforeAll(async () => {
  await runJson(['simulate', '--scenario', 'defects', '--scale', '0.3', '--db', database]);
});

afterAll(() => {
  remove();
});

describe('detect', () => {
  it('prints what was flagged and how right it was, as a document', async () => {
    const printed = await runJson<Printed>(['detect', '--db', database]);
    expect(printed.notice).toContain('线索，须经核实');
    expect(printed).toMatchObject({ database, onlyFictional: false });
    expect(printed.flagged).toBeGreaterThan(100);
    const ring = printed.detectors.find(({ id }) => id === 'shared-telephones')!;
    expect(ring).toMatchObject({ anomaly: 'A4', precision: 1 });
    expect(ring.f1).toBeCloseTo((2 * ring.recall!) / (1 + ring.recall!), 12);
  });

  it('prints the same as text, with the notice first', async () => {
    const { code, out } = await run(['detect', '--db', database]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Simulated data[\s\S]*Leads that have to be verified; no finding about any unit or person\./,
    );
    expect(out).toMatch(/A4 +Telephones that rate across offices \(shared-telephones\) +\d/);
    const chinese = await run(['detect', '--db', database], { env: { HAOCHAPING_LANG: 'zh' } });
    expect(chinese.out).toContain('线索，须经核实；不构成对单位或个人的认定。');
    expect(chinese.out).toMatch(/查准率 +查全率 +F1/);
  });

  it('has no scores for a database that was handed over without its truth', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(path(`defects.truth.db${end}`), { force: true });
    const { detectors, baselines } = await runJson<Printed>(['detect', '--db', database]);
    expect(
      detectors.every(({ precision, recall, f1 }) => precision === null && recall === null && f1 === null),
    ).toBe(true);
    expect(baselines).toBeNull();
    const { out } = await run(['detect', '--db', database]);
    expect(out).not.toContain('precision');
  });

  it('says which file is none, and ends with 1', async () => {
    const none = await run(['detect', '--db', path('none.db')]);
    expect(none.code).toBe(1);
    expect(onlyMessage(none)).toContain('none.db');
  });
});
