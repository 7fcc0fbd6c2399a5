import type { Interval } from '../../model/math/interval.ts';
import { bandIds, type Score, type UnitResult } from '../../model/measurement.ts';
import { dimensionIds } from '../../model/reference.ts';
import { periodChoices } from '../../model/time/period-choice.ts';
import { MOST_PERIODS } from '../compare-units/compared-units.ts';
import { ITEM_MINIMUM } from '../shared/item-rows.ts';
import { printDifference, printFixed, printPercent, printScore } from '../../wording/print-number.ts';
import { radar } from '../../charts/radar.ts';
import { addRatings, countOf, emptyRatingTable } from '../shared/rating-table.ts';
import { rectificationCells } from '../../store/read/rectifications.ts';
import type { Page } from '../page.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { unrankedTexts } from '../../wording/unranked-units.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { channelTable, type ChannelRow } from '../shared/channel-table.ts';
import { printItem, type PrintedItem } from '../items/item-cells.ts';
import { levelTable, type LevelTable } from '../shared/level-table.ts';
import { rectificationTable, type RectificationTable } from './rectification-table.ts';
import { unitIndicators, type IndicatorGroupRows } from './unit-indicators.ts';
import { unitPlace } from '../shared/unit-place.ts';
import { unitControl, type UnitControl } from './unit-control.ts';
import { controlTexts } from './control-texts.ts';
import { trendSpan, unitTrend, type UnitTrend } from './unit-trend.ts';
import { unitYearCharts, type UnitYears } from './unit-years.ts';
import type { RequestContext } from '../request-context.ts';
import { printRanks } from '../../wording/print-ranks.ts';
import { bandNames, dimensionWords } from '../../wording/result-names.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { explainLink, meanLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { unitTexts } from './unit-texts.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';

interface Link {
  readonly name: string;
  readonly href: string;
}

export interface UnitModel {
  readonly kindName: string;
  readonly kindOne: string;
  readonly region: string;
  readonly province: Link | undefined;
  readonly cities: readonly Link[];
  /** True of a fictional unit beside assessed ones. */
  readonly isUnranked: boolean;
  /** True of a real name of which no score was published. */
  /** Whether counts by group tell how sure the figures are. */
  readonly hasSpread: boolean;
  readonly standing: {
    readonly rank: string;
    /** The rank in words, with how many are ranked. */
    readonly rankAmong: string;
    /** The range of the rank, and the levels that a new draw may give; empty where there is nothing to say. */
    readonly ranks: string;
    readonly chances: string;
    /** Undefined for a unit that is in no band. */
    readonly band: BandSign | undefined;
    readonly overall: string;
    readonly interval: string;
    readonly difference: string;
    readonly side: string;
    readonly mean: string;
  };
  readonly radar: string;
  readonly radarKey: string;
  readonly dimensions: readonly {
    readonly name: string;
    readonly weight: string;
    readonly score: string;
    readonly interval: string;
    readonly samePlaces: string;
    readonly mean: string;
    readonly difference: string;
    /** Where the score and the mean are explained. */
    readonly explained: string;
    readonly explainedMean: string;
  }[];
  readonly explained: {
    readonly rank: string;
    readonly band: string;
    readonly overall: string;
    readonly mean: string;
  };
  readonly groups: readonly IndicatorGroupRows[];
  readonly ratingCount: number;
  readonly levels: LevelTable;
  readonly channels: readonly ChannelRow[];
  readonly items: readonly PrintedItem[];
  readonly itemsNote: string;
  readonly itemsHref: string;
  readonly rectifications: RectificationTable | undefined;
  readonly years: UnitYears | undefined;
  readonly trend: UnitTrend | undefined;
  readonly control: UnitControl | undefined;
  readonly files: { readonly indicators: string };
  /** Pages that go on from here. */
  readonly further: readonly Link[];
}

const printEnds = ({ low, high }: Interval): string => `${printFixed(low, 2)}–${printFixed(high, 2)}`;

/** The levels that a new draw may give, with their chances: none where one of them is certain, or nothing is known. */
function printChances({ language }: RequestContext, { bandChance }: UnitResult): string {
  if (bandChance === null) return '';
  const likely = bandIds.filter((band) => bandChance[band] >= LEAST_CHANCE);
  if (likely.length < 2) return '';
  return likely
    .map((band) => `${bandNames[band][language]} ${printPercent(Math.round(bandChance[band] * 100) / 100)}`)
    .join(' · ');
}

/** A level less likely than this is left out. */
const LEAST_CHANCE = 0.005;

/** True where every count below a score is of the whole register, so that nothing was sampled. */
const isCountedInFull = (score: Score): boolean => score !== null && score.low === score.high;

/** A unit over the years that have data, or beside others where there is no more than one. */
function compareLink({ link, results }: RequestContext, code: string): string {
  const years = periodChoices(results.months).years.slice(0, MOST_PERIODS);
  const periods = years.length < 2 ? undefined : years.map(({ label }) => label).join(',');
  return link('/compare', { units: code, periods });
}

const RADAR_FROM = 40;
const TOP_ITEMS = 10;
const words = {
  ...siteTexts,
  ...dimensionWords,
  ...ratingTexts,
  ...unitTexts,
  ...controlTexts,
  ...unrankedTexts,
};

export async function unitPage(context: RequestContext): Promise<Page<UnitModel>> {
  const { language, results, period, site } = context;
  const { unit, result, indexes, province, cities } = await unitPlace(context);
  const t = translator(words, language);
  const missing = t('missing');
  const measurement = await results.measurement(period);
  const means = measurement.means[unit.kind];
  const method = site.methods[unit.kind];
  const name = nameIn(language, unit);
  const kindName = t(`${unit.kind}Kind`);
  const linkTo = (one: typeof unit): Link => ({
    name: nameIn(language, one),
    href: context.link(`/units/${one.code}`),
  });

  const cells = results.monthlyRatings(trendSpan(context), indexes);
  const ratings = emptyRatingTable();
  addRatings(
    ratings,
    cells.filter(({ month }) => month >= period.first && month <= period.last),
  );
  const items = await results.ratedItems(period, indexes);

  const difference =
    result.overall === null || means.overall === null ? null : result.overall.score - means.overall;
  const side = difference === null ? '' : t(difference > 0 ? 'above' : difference < 0 ? 'below' : 'atMean');
  const ranked = measurement.units.filter(({ kind, rank }) => kind === unit.kind && rank !== null).length;
  const isUnranked = separateFictional(measurement.units).unranked.includes(result);
  const region = site.reference.regions.find(({ id }) => id === unit.region);
  const printInterval = (score: typeof result.overall): string => (score === null ? '—' : printEnds(score));

  return {
    view: 'unit',
    title: language === 'zh' ? unit.fullName : unit.fullNameEn,
    words,
    unpublished: unit.fictional ? '' : unpublishedNotice(site, [period], language),
    model: {
      kindName,
      kindOne: t(unit.kind === 'province' ? 'provinceOne' : 'cityOne'),
      region: region ? nameIn(language, region) : unit.region,
      province: province && linkTo(province),
      cities: cities.map(linkTo),
      isUnranked,
      hasSpread: result.spread !== null,
      standing: {
        rank: isUnranked ? t('unranked') : result.rank === null ? missing : String(result.rank),
        rankAmong:
          result.rank === null ? '' : t('rankAmong', { rank: result.rank, n: ranked, kind: kindName }),
        ranks: result.rankLow === null ? '' : t('ranksOf', { ranks: printRanks(result) }),
        band: isUnranked ? undefined : bandSign(result.band, language),
        chances: printChances(context, result),
        overall: printScore(result.overall?.score ?? null, missing),
        interval: printInterval(result.overall),
        difference: printDifference(difference, missing),
        side,
        mean: printScore(means.overall, missing),
      },
      radar: radar(
        simulatedCaption(language, {
          id: 'radar',
          title: t('dimensions'),
          desc: t('radarDesc', { name, kind: kindName, from: RADAR_FROM }),
        }),
        dimensionIds.map((id) => ({
          name: t(id),
          value: result.dimensions[id]?.score ?? null,
          reference: means[id],
        })),
        RADAR_FROM,
      ),
      radarKey: t('radarKey', { name, kind: kindName }),
      dimensions: method.dimensions.map((dimension) => {
        const score = result.dimensions[dimension.id];
        const mean = means[dimension.id];
        const samePlaces = result.spread?.dimensions[dimension.id]?.samePlaces;
        return {
          name: nameIn(language, dimension),
          weight: printPercent(dimension.weight),
          score: printScore(score?.score ?? null, missing),
          interval: isCountedInFull(score) ? t('fullCount') : printInterval(score),
          samePlaces: samePlaces === undefined || isCountedInFull(score) ? '—' : printEnds(samePlaces),
          mean: printScore(mean, missing),
          difference: printDifference(score === null || mean === null ? null : score.score - mean, '—'),
          explained: explainLink(context, unit.code, dimension.id),
          explainedMean: meanLink(context, unit.kind, dimension.id),
        };
      }),
      explained: {
        rank: explainLink(context, unit.code, 'rank'),
        band: explainLink(context, unit.code, 'band'),
        overall: explainLink(context, unit.code, 'overall'),
        mean: meanLink(context, unit.kind, 'overall'),
      },
      groups: unitIndicators(context, method, result),
      ratingCount: countOf(ratings),
      levels: levelTable(context, ratings, name),
      channels: channelTable(context, ratings),
      items: items.slice(0, TOP_ITEMS).map((row) => printItem(row, language, missing)),
      itemsNote: t('itemsNote', { n: ITEM_MINIMUM }),
      itemsHref: context.link('/items', { unit: unit.code }),
      rectifications: rectificationTable(context, rectificationCells(site.store, period, indexes)),
      years: await unitYearCharts(context, unit),
      trend: unitTrend(context, cells, name),
      control: unitControl(context, cells, name),
      files: { indicators: context.link('/files/indicators.csv', { unit: unit.code }) },
      further: [
        { name: t('toDepartments'), href: context.link(`/units/${unit.code}/departments`) },
        { name: t('toTasks'), href: context.link(`/units/${unit.code}/tasks`) },
        { name: t('toCompare'), href: compareLink(context, unit.code) },
      ],
    },
  };
}
