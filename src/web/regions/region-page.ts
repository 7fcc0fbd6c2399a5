import { barList } from '../../charts/bar-list.ts';
import type { Measurement } from '../../model/measurement.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { printDifference, printFixed, printScore } from '../../wording/print-number.ts';
import { dimensionWords } from '../../wording/result-names.ts';
import { overviewTexts } from '../overview/overview-texts.ts';
import { levelLists, type LevelList } from '../overview/overview-levels.ts';
import { rankingTables, type RankingTable } from '../overview/overview-ranking.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { meanLink } from '../shared/explain-link.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import { shownScores, type ShownScores } from '../shared/shown-scores.ts';
import { regionPlace, regionPlaces, type RegionPlace } from './region-place.ts';
import { regionPageTexts } from './region-texts.ts';
import { regionYearCharts, type RegionYears } from './region-years.ts';

export interface RegionModel {
  readonly regions: { readonly name: string; readonly href: string };
  readonly others: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly shown: ShownScores;
  readonly means: readonly {
    readonly name: string;
    readonly mean: string;
    readonly explained: string;
    readonly interval: string;
    readonly beside: string;
  }[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly title: string;
    readonly chart: string;
    readonly rows: readonly {
      readonly name: string;
      readonly here: string;
      readonly explained: string;
      readonly all: string;
      readonly explainedAll: string;
      readonly difference: string;
    }[];
  }[];
  /** Scores and ranks, or the levels of its units alone. */
  readonly rankings: readonly RankingTable[] | undefined;
  readonly levels: readonly LevelList[];
  readonly years: RegionYears | undefined;
}

const words = { ...siteTexts, ...dimensionWords, ...overviewTexts, ...regionPageTexts };
const NONE = '—';

const differenceOf = (mean: number | null, all: number | null): string =>
  printDifference(mean === null || all === null ? null : mean - all, NONE);

/** One region: its means beside those of all units, its units, and the years that have data. */
export async function regionPage(context: RequestContext): Promise<Page<RegionModel>> {
  const { language, period, results } = context;
  const t = translator(words, language);
  const shown = shownScores(context, [period], 'units-heading');
  const measurement = await results.measurement(period);
  const places = regionPlaces(context, measurement);
  const place = regionPlace(places, context.param('region'));
  const kinds = unitKinds.filter((kind) => place.units.some((unit) => unit.kind === kind));
  return {
    view: 'region',
    title: place.name,
    words,
    model: {
      regions: { name: t('title'), href: context.link('/regions') },
      others: places.map(({ id, name }) => ({
        name,
        href: context.here({}).replace(context.path, `/regions/${id}`),
        current: id === place.id,
      })),
      shown,
      means: kinds.map((kind) => meanOf(context, measurement, place, kind, t)),
      dimensions: kinds.map((kind) => dimensionsOf(context, measurement, place, kind, t)),
      rankings: shown.withScores ? rankingTables(context, measurement, place.id) : undefined,
      levels: shown.withScores ? [] : levelLists(context, measurement, place.id),
      years: await regionYearCharts(context, place),
    },
  };
}

function meanOf(
  context: RequestContext,
  measurement: Measurement,
  place: RegionPlace,
  kind: UnitKind,
  t: Translate,
): RegionModel['means'][number] {
  const { overall, low, high } = place.means[kind];
  const all = measurement.means[kind].overall;
  const n = place.units.filter((unit) => unit.kind === kind && unit.overall !== null).length;
  return {
    name: t('meanOf', { kind: t(`${kind}Kind`), n }),
    mean: printScore(overall, t('missing')),
    explained: meanLink(context, kind, 'overall', place.id),
    interval: low === null || high === null ? NONE : `${printFixed(low, 2)}–${printFixed(high, 2)}`,
    beside: t('beside', {
      kind: t(`${kind}Kind`),
      mean: printScore(all, NONE),
      difference: differenceOf(overall, all),
    }),
  };
}

function dimensionsOf(
  context: RequestContext,
  measurement: Measurement,
  place: RegionPlace,
  kind: UnitKind,
  t: Translate,
): RegionModel['dimensions'][number] {
  const [here, all] = [place.means[kind], measurement.means[kind]];
  const title = `${t(kind)} · ${t('dimensions')}`;
  return {
    id: `dimensions-${kind}`,
    title,
    chart: barList(
      simulatedCaption(context.language, {
        id: `dimension-chart-${kind}`,
        title: `${place.name} · ${title}`,
        desc: t('chartDesc', { region: place.name, kind: t(`${kind}Kind`) }),
      }),
      { from: 0, to: 100, ticks: [] },
      dimensionIds.map((id) => ({
        name: t(id),
        value: here[id],
        mark: all[id],
        printed: printScore(here[id], t('missing')),
        className: `dimension-${id}`,
      })),
    ),
    rows: dimensionIds.map((id) => ({
      name: t(id),
      here: printScore(here[id], t('missing')),
      explained: meanLink(context, kind, id, place.id),
      all: printScore(all[id], t('missing')),
      explainedAll: meanLink(context, kind, id),
      difference: differenceOf(here[id], all[id]),
    })),
  };
}
