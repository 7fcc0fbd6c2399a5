import type { RatingCell } from '../../model/cells.ts';
import { printMonth } from '../../model/time/time.ts';
import { monthRows } from './month-rows.ts';
import { monthTrend } from '../../charts/month-trend.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { unitTexts } from './unit-texts.ts';
import { simulatedCaption } from '../shared/simulated.ts';

export interface UnitTrend {
  readonly charts: readonly { readonly title: string; readonly svg: string }[];
  readonly rows: readonly { readonly month: string; readonly cells: readonly string[] }[];
  readonly headings: readonly string[];
}

const MONTHS = 12;

/** The months a trend shows: those of the period, or the twelve up to its end when it is shorter. */
export const trendSpan = (context: RequestContext): { first: number; last: number } => ({
  first: Math.max(0, Math.min(context.period.first, context.period.last - MONTHS + 1)),
  last: context.period.last,
});

/** Ratings, share of good ones and mean score, month by month, where there are data. */
export function unitTrend(
  context: RequestContext,
  cells: readonly RatingCell[],
  name: string,
): UnitTrend | undefined {
  const { first, last } = trendSpan(context);
  const months = context.results.months.filter((month) => month >= first && month <= last);
  if (months.length < 2) return undefined;
  const t = translator({ ...siteTexts, ...ratingTexts, ...unitTexts }, context.language);
  const rows = monthRows(cells, months, context.site.reference.levels);
  const series = [
    {
      key: 'ratings',
      values: rows.map(({ ratings }) => ratings),
      print: printCount,
      tick: printCount,
      bounds: [0, Number.MAX_SAFE_INTEGER],
    },
    {
      key: 'goodRate',
      values: rows.map(({ good, levelled }) => shareOf(good, levelled)),
      print: (value: number) => printShare(value, '—'),
      tick: (value: number, decimals: number) => `${printFixed(value * 100, Math.max(0, decimals - 2))}%`,
      bounds: [0, 1],
    },
    {
      key: 'averageScore',
      values: rows.map(({ points, levelled }) => shareOf(points, levelled)),
      print: (value: number) => printFixed(value, 3),
      tick: printFixed,
      bounds: [0, 10],
    },
  ] as const;
  const printed = (one: (typeof series)[number], index: number): string => {
    const value = one.values[index] ?? null;
    return value === null ? '—' : one.print(value);
  };
  const label = { from: printMonth(months[0] ?? first), to: printMonth(months.at(-1) ?? last) };
  return {
    charts: series.map((one) => ({
      title: t(one.key),
      svg: monthTrend(
        simulatedCaption(context.language, {
          id: `trend-${one.key}`,
          title: t(one.key),
          desc: t('trendDesc', { name, what: t(one.key), ...label }),
        }),
        rows.map(({ month }, i) => ({
          month: printMonth(month),
          value: one.values[i] ?? null,
          printed: printed(one, i),
        })),
        one.tick,
        one.bounds,
      ),
    })),
    headings: series.map(({ key }) => t(key)),
    rows: rows.map(({ month }, i) => ({
      month: printMonth(month),
      cells: series.map((one) => printed(one, i)),
    })),
  };
}
