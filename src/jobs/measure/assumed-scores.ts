import type { Bilingual } from '../../model/language.ts';
import type { Reference } from '../../model/reference.ts';
import type { PublishedYear } from '../../model/targets.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { simulatedTargets } from '../../store/read/runs.ts';
import { runsWithin } from '../runs/runs-within.ts';

export interface AssumedSite {
  /** With the places named as in the data. */
  readonly reference: Reference;
  readonly store: Store;
  readonly national: readonly PublishedYear[];
}

/**
 * What is assumed of single units in a period, where units go under real names and the scores of most were not published for
 * the targets of a run in it: real names are then shown as reports print them, with scores and ranks one click further.
 * Undefined where nothing is.
 */
export function assumedScores(site: AssumedSite, period: Period): Bilingual | undefined {
  const { reference, store, national } = site;
  if (reference.names !== 'real') return undefined;
  const assessed = reference.units.filter(({ fictional }) => !fictional).length;
  const year = 2000 + Math.floor(period.last / 12);
  const years = runsWithin(simulatedTargets(store), period).map(({ targets }) =>
    national.find(
      (one) => targets !== null && (one.id === targets || (one.series === targets && one.year === year)),
    ),
  );
  const unknown = years.find((one) => one === undefined || 2 * Object.keys(one.units).length < assessed);
  if (unknown !== undefined) return { zh: unknown.note, en: unknown.noteEn };
  return years.length === 0 || years.includes(undefined) ? { zh: '', en: '' } : undefined;
}
