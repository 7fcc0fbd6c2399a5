import type { IntegrityCheck } from './integrity-report.ts';

/** Results that a database keeps so that they need not be computed again, and what computing them again has shown. */
export interface Remeasured {
  readonly kept: number;
  /** Period and edition of those that differ from what the counts say. */
  readonly different: readonly string[];
}

/** Compares kept results with those computed anew: a page shows what is kept. */
export const judgeMeasurements = ({ kept, different }: Remeasured): IntegrityCheck => ({
  name: 'measurements',
  ok: different.length === 0,
  detail:
    different.length === 0
      ? {
          zh: `保存的 ${String(kept)} 份评估结果与重算一致`,
          en: `${String(kept)} kept results equal those computed again`,
        }
      : {
          zh: `保存的 ${String(kept)} 份评估结果中，与重算不同的：${different.join('；')}`,
          en: `of ${String(kept)} kept results these differ from those computed again: ${different.join('; ')}`,
        },
});
