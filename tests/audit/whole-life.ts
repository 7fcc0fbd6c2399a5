import { copyFileSync } from 'node:fs';
import { beforeAll } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import type { QualityReport } from '../../src/model/quality-report.ts';
import { closeStore, type Store } from '../../src/store/open.ts';
import { knowledge, simulate, tiny, type Scratch } from '../builders.ts';

/** Four months in which everything happens to cases that can, and many ratings are bad. */
export const wholeLife = tiny({
  from: '2025-01-01',
  to: '2025-04-30',
  units: ['990000', '990100', '990200', '991000', '991100', '991200'],
  casesPerYear: 16_000,
  profile: 'shandong-2020',
  profiles: {
    '990100': 'hunan-linwu',
    '990200': 'guangdong-2019',
    '991000': 'zhejiang-2019',
    '991100': 'jiangsu',
  },
  experience: { cuts: [-1.7, -1.3, -1, -0.8] },
  handling: {
    consultation: 0.12,
    supplement: 0.15,
    payment: 0.2,
    repeat: 0.3,
    correction: 0.05,
    retention: 0.05,
    retentionTimes: 2.5,
    withdrawal: 0.06,
    hotline: 0.15,
  },
  answering: {
    byProfile: true,
    additional: { rectified: 0.5, otherwise: 0.03 },
  },
  rectification: { chance: 0.9, lateContact: 0.2, lateRectification: 0.15 },
});

export const reportOn = (store: Store): QualityReport => qualityReport(store, knowledge, [], {});

/** Lines in which a database is unlike its scenario. */
export const unlikeLines = (store: Store): string[] =>
  reportOn(store).likeness.lines.flatMap(({ name, verdict }) => (verdict === 'unlike' ? [name] : []));

/** Simulates these months once for all tests of a file; gives a copy of the database at each call. */
export function useWholeLife(scratch: Scratch): () => Store {
  beforeAll(async () => {
    const store = scratch.store('life.db');
    await simulate(store, scratch.truth(store), { scenario: wholeLife, seed: 11 });
    closeStore(store);
  });
  let copies = 0;
  return () => {
    const name = `life-${String(++copies)}.db`;
    copyFileSync(scratch.path('life.db'), scratch.path(name));
    return scratch.store(name);
  };
}
