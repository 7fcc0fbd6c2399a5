import { z } from 'zod';
import type { Bilingual } from '../../model/language.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Deps } from '../deps.ts';

/** What is said beside scores and ranks of single units that were never published. */
export const unpublishedTexts = {
  unpublishedScores: {
    zh: '公布资料中没有各单位的指数和名次。本页的指数和名次均由模拟产生，不代表任何单位的实际水平。',
    en: 'No index or rank of a single unit was published. Those on this page are simulated and say nothing of the actual level of any unit.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const settingsWithTargets = z.object({ targets: z.string().optional() });

/**
 * True where units go under real names and no score of single units was published for the targets of each simulated run:
 * real names are then shown as reports print them, with scores and ranks one click further.
 */
export function hasUnpublishedScores({
  reference,
  store,
  national,
}: Pick<Deps, 'reference' | 'store' | 'national'>): boolean {
  if (reference.names !== 'real') return false;
  const runs = listRuns(store).filter(({ kind }) => kind === 'simulate');
  const published = runs.filter(({ settings }) => {
    const { targets } = settingsWithTargets.parse(JSON.parse(settings));
    return national.some(({ id, units }) => id === targets && Object.keys(units).length > 0);
  });
  return runs.length === 0 || published.length < runs.length;
}
