import type { Knowledge } from '../../model/knowledge.ts';
import type { Run } from '../../model/run.ts';
import { periodBefore, type Period } from '../../model/time/period.ts';
import type { BulletinFacts } from '../../report/bulletin/bulletin-facts.ts';
import type { Answerer } from '../answers/questions.ts';
import { runsWithin } from '../runs/runs-within.ts';

export interface BulletinSources {
  /** With the places named as in the data. */
  readonly knowledge: Pick<Knowledge, 'reference' | 'methods'>;
  /** Digest of the data. */
  readonly data: string;
  readonly runs: readonly Run[];
  readonly programVersion: string;
}

/** Gathers what the bulletin of a month, a quarter or a year is written from. */
export async function bulletinFactsOf(
  ask: Answerer,
  { knowledge, data, runs, programVersion }: BulletinSources,
  period: Period,
): Promise<BulletinFacts> {
  const length = period.last - period.first + 1;
  const months = await ask('months', null);
  const before = periodBefore(period);
  const isWhole = Array.from({ length }, (_, i) => before.first + i).every((month) => months.includes(month));
  return {
    period,
    knowledge,
    counts: await ask('periodCounts', { period }),
    before: isWhole ? { period: before, counts: await ask('periodCounts', { period: before }) } : undefined,
    data,
    runs: runsWithin(runs, period),
    programVersion,
  };
}
