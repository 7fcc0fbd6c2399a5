import { roundAxis } from '../../charts/axis.ts';
import { rankSlopes } from '../../charts/rank-slopes.ts';
import { yearIntervals } from '../../charts/year-intervals.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import type { Measurement, Score, UnitResult } from '../../model/measurement.ts';
import { dimensionIds, type Unit } from '../../model/reference.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { periodChoices } from '../../model/time/period-choice.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import { printRanks } from '../../wording/print-ranks.ts';
import { dimensionWords } from '../../wording/result-names.ts';
import type { RequestContext } from '../request-context.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { unitTexts } from './unit-texts.ts';

/** A unit over the years that have data, the earliest first. */
export interface UnitYears {
  readonly key: string;
  /** What is said of years of which few scores were published; empty where there is none. */
  readonly unpublished: string;
  readonly charts: readonly { readonly title: string; readonly svg: string }[];
  /** How the rank moved; empty where the unit has none. */
  readonly chart: string;
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly year: string;
    readonly href: string;
    readonly cells: readonly string[];
  }[];
}

/** As many as can be read beside one another. */
const MOST_YEARS = 8;
const NONE = '—';
const figures = ['overall', ...dimensionIds] as const;
type Figure = (typeof figures)[number];

interface MeasuredYear {
  readonly label: string;
  readonly name: string;
  readonly measurement: Measurement;
  readonly result: UnitResult | undefined;
}

const scoreOf = ({ result }: MeasuredYear, figure: Figure): Score =>
  result === undefined ? null : figure === 'overall' ? result.overall : result.dimensions[figure];

const rankIn = ({ result }: MeasuredYear): string => String(result?.rank ?? NONE);

/** Undefined where no more than one year has data. */
export async function unitYearCharts(context: RequestContext, unit: Unit): Promise<UnitYears | undefined> {
  const { language, results, site } = context;
  const t = translator({ ...siteTexts, ...dimensionWords, ...unitTexts }, language);
  const choices = periodChoices(results.months).years.slice(0, MOST_YEARS).reverse();
  if (choices.length < 2) return undefined;
  const periods = choices.map(({ label }) => parsePeriod(label));
  const years: MeasuredYear[] = [];
  for (const { label, months } of choices) {
    const measurement = await results.measurement(parsePeriod(label));
    years.push({
      label,
      name: months === 12 ? label : t('partYear', { period: label, n: months }),
      measurement,
      result: measurement.units.find(({ code }) => code === unit.code),
    });
  }
  const name = nameIn(language, unit);
  return {
    key: t('yearsKey', { name, kind: t(`${unit.kind}Kind`) }),
    unpublished: unit.fictional ? '' : unpublishedNotice(site, periods, language, 'figures'),
    charts: yearCharts(context, unit, years, t),
    chart: slopesOf(context, unit, years, t),
    headings: [t('overall'), t('interval'), t('rank'), t('ranksShort'), ...dimensionIds.map((id) => t(id))],
    rows: years.map((year) => {
      const { label, name: shown, result } = year;
      const overall = scoreOf(year, 'overall');
      return {
        year: shown,
        href: context.here({ period: label }),
        cells: [
          printScore(overall?.score ?? null, NONE),
          overall === null ? NONE : `${printFixed(overall.low, 2)}–${printFixed(overall.high, 2)}`,
          rankIn(year),
          result === undefined ? NONE : printRanks(result),
          ...dimensionIds.map((id) => printScore(scoreOf(year, id)?.score ?? null, NONE)),
        ],
      };
    }),
  };
}

/** A chart a score, all with one axis. */
function yearCharts(
  { language }: RequestContext,
  unit: Unit,
  years: readonly MeasuredYear[],
  t: Translate,
): UnitYears['charts'] {
  const points = figures.map((figure) =>
    years.map((year) => {
      const score = scoreOf(year, figure);
      return {
        year: year.label,
        value: score?.score ?? null,
        low: score?.low ?? null,
        high: score?.high ?? null,
        reference: year.measurement.means[unit.kind][figure],
        printed: printScore(score?.score ?? null, NONE),
      };
    }),
  );
  const axis = roundAxis(
    points.flat().flatMap(({ low, high, reference }) => [low, high, reference].flatMap((one) => one ?? [])),
    4,
    [0, 100],
  );
  return figures.map((figure, i) => ({
    title: t(figure),
    svg: yearIntervals(
      simulatedCaption(language, {
        id: `years-${figure}`,
        title: t(figure),
        desc: t('yearsDesc', {
          name: nameIn(language, unit),
          what: t(figure),
          kind: t(`${unit.kind}Kind`),
          values: (points[i] ?? []).map(({ year, printed }) => `${year} ${printed}`).join(t('listComma')),
        }),
      }),
      axis,
      points[i] ?? [],
      printFixed,
    ),
  }));
}

/** Ranks of all units of the kind over the years, the unit's own marked; empty where it has none. */
function slopesOf(
  { language }: RequestContext,
  unit: Unit,
  years: readonly MeasuredYear[],
  t: Translate,
): string {
  if (years.every((year) => rankIn(year) === NONE)) return '';
  const known = new Map(
    years.flatMap(({ measurement }) =>
      measurement.units
        .filter(({ kind, rank }) => kind === unit.kind && rank !== null)
        .map((one) => [one.code, nameIn(language, one)] as const),
    ),
  );
  return rankSlopes(
    simulatedCaption(language, {
      id: 'rank-slopes',
      title: t('slopes'),
      desc: t('slopesDesc', {
        name: nameIn(language, unit),
        n: known.size,
        kind: t(`${unit.kind}Kind`),
        ranks: years.map((year) => `${year.label} ${rankIn(year)}`).join(t('listComma')),
      }),
    }),
    years.map(({ label }) => label),
    [...known].map(([code, name]) => ({
      name,
      ranks: years.map(({ measurement }) => measurement.units.find((one) => one.code === code)?.rank ?? null),
      marked: code === unit.code,
    })),
  );
}
