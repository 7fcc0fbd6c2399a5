import { z } from 'zod';
import type { Bilingual } from '../../model/language.ts';
import type { Period } from '../../model/time/period.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';
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

type Site = Pick<Deps, 'reference' | 'store' | 'national'>;

/**
 * What is assumed of single units in a period, where units go under real names and the scores of most were not published for
 * the targets of a run in it: real names are then shown as reports print them, with scores and ranks one click further.
 * Undefined where nothing is.
 */
export function assumedScores(site: Site, period: Period): Bilingual | undefined {
  const { reference, store, national } = site;
  if (reference.names !== 'real') return undefined;
  const assessed = reference.units.filter(({ fictional }) => !fictional).length;
  const [first, last] = [firstDayOfMonth(period.first), firstDayOfMonth(period.last + 1) - 1];
  const runs = listRuns(store).filter(
    ({ kind, firstDay, lastDay }) =>
      kind === 'simulate' && (firstDay ?? last) <= last && (lastDay ?? first) >= first,
  );
  const year = 2000 + Math.floor(period.last / 12);
  const years = runs.map(({ settings }) => {
    const { targets } = settingsWithTargets.parse(JSON.parse(settings));
    return national.find((one) => one.id === targets || (one.series === targets && one.year === year));
  });
  const unknown = years.find((one) => one === undefined || 2 * Object.keys(one.units).length < assessed);
  if (unknown !== undefined) return { zh: unknown.note, en: unknown.noteEn };
  return years.length === 0 || years.includes(undefined) ? { zh: '', en: '' } : undefined;
}
