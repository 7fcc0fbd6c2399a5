import type { Measurement } from '../../model/measurement.ts';
import { unitKinds } from '../../model/reference.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { printDifference, printScore } from '../../wording/print-number.ts';
import type { Visit } from '../request-context.ts';
import { overviewWords } from './overview-texts.ts';
import { siteWords } from '../shared/site-texts.ts';
import { nameIn, speaker } from '../shared/translator.ts';

export interface RegionTable {
  readonly kinds: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly { readonly mean: string; readonly difference: string; readonly bar: string }[];
  }[];
  readonly note: string;
}

const AXIS = { from: 40, to: 100, ticks: [] } as const;

/** Means of the seven regions beside those of the nation, for both groups. */
export function regionTable(visit: Visit, measurement: Measurement): RegionTable {
  const { language, site } = visit;
  const t = speaker(overviewWords, language);
  const say = speaker(siteWords, language);
  const missing = say('missing');
  const cells = (means: Pick<Measurement['means'], 'province' | 'city'>) =>
    unitKinds.map((kind) => {
      const nation = measurement.means[kind].overall;
      const mean = means[kind].overall;
      return {
        mean: printScore(mean, missing),
        difference: printDifference(
          mean === null || nation === null || means === measurement.means ? null : mean - nation,
          '—',
        ),
        bar: cellBar(AXIS, mean, nation),
      };
    });
  return {
    kinds: unitKinds.map((kind) => say(kind)),
    rows: [
      ...measurement.regions.map((region) => {
        const known = site.reference.regions.find(({ id }) => id === region.id);
        return { name: known ? nameIn(language, known) : region.id, cells: cells(region) };
      }),
      { name: t('nation'), cells: cells(measurement.means) },
    ],
    note: t('regionsNote', { from: AXIS.from }),
  };
}
