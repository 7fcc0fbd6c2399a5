import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import type { Means } from '../../model/measurement.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { printScore } from '../../wording/print-number.ts';
import { dimensionWords } from '../../wording/result-names.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { meanLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { regionPlaces } from './region-place.ts';
import { regionPageTexts } from './region-texts.ts';

interface MeansRow {
  readonly name: string;
  /** Where the region has a page of its own. */
  readonly href: string | undefined;
  readonly cells: readonly { readonly mean: string; readonly explained: string }[];
}

export interface RegionsModel {
  readonly headings: readonly string[];
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly MeansRow[];
  }[];
}

const words = { ...siteTexts, ...dimensionWords, ...regionPageTexts };

/** Means of every region, overall and by dimension, beside those of all units. */
export async function regionsPage(context: RequestContext): Promise<Page<RegionsModel>> {
  const { language, period, results, site } = context;
  const t = translator(words, language);
  const measurement = await results.measurement(period);
  const places = regionPlaces(context, measurement);
  const cells = (kind: UnitKind, means: Means, region?: string): MeansRow['cells'] =>
    (['overall', ...dimensionIds] as const).map((figure) => ({
      mean: printScore(means[figure], '—'),
      explained: meanLink(context, kind, figure, region),
    }));
  return {
    view: 'regions',
    title: t('title'),
    words,
    unpublished: unpublishedNotice(site, [period], language, 'figures'),
    model: {
      headings: [t('overall'), ...dimensionIds.map((id) => t(id))],
      tables: unitKinds.map((kind) => ({
        id: `means-${kind}`,
        title: t('meansOf', { kind: t(`${kind}Kind`) }),
        rows: [
          ...places.map(({ id, name, means }) => ({
            name,
            href: context.link(`/regions/${id}`),
            cells: cells(kind, means[kind], id),
          })),
          {
            name: t('allOf', { kind: t(`${kind}Kind`) }),
            href: undefined,
            cells: cells(kind, measurement.means[kind]),
          },
        ],
      })),
    },
  };
}
