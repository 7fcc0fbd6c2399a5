import { bandIds } from '../../model/measurement.ts';
import { printDifference, printScore } from '../../publish/print-number.ts';
import type { Page } from '../page.ts';
import { targetTable, type TargetTable } from '../parts/target-table.ts';
import type { Visit } from '../visit.ts';
import { siteWords } from '../words/site-words.ts';
import { nameIn, speaker } from '../words/speaker.ts';
import { targetsWords } from '../words/targets-words.ts';

export interface TargetsModel {
  readonly tables: readonly TargetTable[];
  readonly nationalNote: string;
  readonly nationalSource: string;
  readonly national: readonly {
    readonly name: string;
    readonly published: string;
    readonly simulated: string;
    readonly difference: string;
  }[];
}

const words = { ...siteWords, ...targetsWords };

export function targetsPage(visit: Visit): Page<TargetsModel> {
  const { language, results, period, site } = visit;
  const t = speaker(words, language);
  const { national } = site;
  const measurement = results.measurement(period);
  // A mean of some provinces is no national mean: figures stand here only when every unit has one.
  const measured = measurement.units.every(({ kind, band }) => kind === 'city' || band !== null);
  const means = measured ? measurement.means.province : undefined;
  const row = (name: string, published: number, simulated: number | null) => ({
    name,
    published: printScore(published, ''),
    simulated: printScore(simulated, t('missing')),
    difference: printDifference(simulated === null ? null : simulated - published, '—'),
  });
  return {
    view: 'targets',
    title: t('title'),
    words,
    model: {
      tables: site.published.flatMap((published, i) => {
        const comparison = results.comparisons()[i];
        return comparison === undefined ? [] : [targetTable(visit, published, comparison)];
      }),
      nationalNote: t('nationalNote', { name: nameIn(language, national), period: period.label }),
      nationalSource: national.source,
      national: [
        row(t('overall'), national.means.overall, means?.overall ?? null),
        ...site.methods.province.dimensions.map((dimension) =>
          row(nameIn(language, dimension), national.means[dimension.id], means?.[dimension.id] ?? null),
        ),
        ...bandIds.map((band) => ({
          name: t('bandCount', { band: t(band) }),
          published: String(national.bands[band]),
          simulated: measured ? String(measurement.bands.province[band]) : t('missing'),
          difference: measured
            ? printDifference(measurement.bands.province[band] - national.bands[band], '').replace('.00', '')
            : '—',
        })),
      ],
    },
  };
}
