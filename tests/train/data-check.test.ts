import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataCheckKind } from '../../src/train/kinds/data-check.ts';
import { reference } from '../builders.ts';
import { drillsOf, itHoldsOfChecks, kindIn } from './check-properties.ts';
import { allOf, makeOf, type Seeded } from './kind-properties.ts';
import { officeOf } from './read-audit.ts';
import { textsOf } from './shown-blocks.ts';
import { exerciseWorld } from './worlds.ts';

/** Records make these exercises long: the proof of the same name asks 1,000 seeds. */
const FEW = 100;

let every: readonly Seeded[] = [];
beforeAll(async () => {
  every = allOf(dataCheckKind, [await exerciseWorld(0)], FEW);
});
afterAll(() => {
  every = [];
});

describe('data checks at each difficulty', () => {
  itHoldsOfChecks(() => every);
});

describe('what is checked', () => {
  it('lets every anomaly from A1 to A17 occur', () => {
    const kinds = new Set(every.map((one) => kindIn(one).split('-')[0]));
    expect([...kinds].sort()).toEqual(Array.from({ length: 17 }, (_, i) => `A${String(i + 1)}`).sort());
  });

  it('uses the tags of the evaluation list, and telephones that nobody has', () => {
    const codes = new Set(reference.tags.map(({ code }) => code));
    for (const one of every.slice(0, 100))
      for (const drill of drillsOf(one))
        for (const row of officeOf(drill).rows) {
          for (const tag of (row['标签'] ?? '—').split('、'))
            expect(tag === '—' || codes.has(tag), tag).toBe(true);
          for (const column of ['评价人号码', '评价人留的号码', '回访号码'])
            for (const number of (row[column] ?? '—').split('、'))
              expect(number).toMatch(/^(—|0|000\*{4}0{4}|1[0-2]\d\*{4}\d{4})$/);
        }
  });

  it('makes the same exercise of the same seed', async () => {
    const worlds = [await exerciseWorld(0)];
    expect(makeOf(dataCheckKind, worlds, 41, 3)).toEqual(makeOf(dataCheckKind, worlds, 41, 3));
  });

  it('prints both languages of what is opened', () => {
    for (const one of every.slice(0, 60))
      for (const { shown } of drillsOf(one))
        for (const { zh, en } of shown.flatMap(textsOf)) {
          expect(zh.trim()).not.toBe('');
          expect(en).not.toMatch(/[\u4e00-\u9fff]|undefined|NaN/);
        }
  });
});
