import { controlChart } from '../../charts/control-chart.ts';
import {
  watchMonths,
  type Signal,
  type WatchedMonth,
  type WatchedMonths,
} from '../../jobs/measure/watch-months.ts';
import type { RatingCell } from '../../model/cells.ts';
import { printMonth } from '../../model/time/time.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { printP } from '../shared/print-p.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import { controlTexts } from './control-texts.ts';
import { monthRows } from './month-rows.ts';
import { trendSpan } from './unit-trend.ts';

/** The control charts of a unit's months. */
export interface UnitControl {
  readonly note: string;
  readonly charts: readonly { readonly title: string; readonly svg: string }[];
  readonly trends: readonly string[];
  readonly rows: readonly {
    readonly month: string;
    readonly cells: readonly string[];
    readonly signals: string;
  }[];
}

const signalText: Readonly<Record<Signal, keyof typeof controlTexts>> = {
  outside: 'signalOutside',
  run: 'signalRun',
  ewma: 'signalEwma',
  cusum: 'signalCusum',
};
const SHARE_SIGNALS: readonly Signal[] = ['outside', 'run'];
const MEAN_SIGNALS: readonly Signal[] = ['ewma', 'cusum'];

const printScoreTo3 = (value: number): string => printFixed(value, 3);
const printRate = (value: number): string => printShare(value, '—');

/** Undefined where too few months have ratings. */
export function unitControl(
  context: RequestContext,
  cells: readonly RatingCell[],
  name: string,
): UnitControl | undefined {
  const { first, last } = trendSpan(context);
  const months = context.results.months.filter((month) => month >= first && month <= last);
  const watched = watchMonths(monthRows(cells, months, context.site.reference.levels));
  if (watched === null) return undefined;
  const t = translator({ ...siteTexts, ...ratingTexts, ...controlTexts }, context.language);
  const separator = t('listComma');
  const named = (signals: readonly Signal[], among = signals): string =>
    signals
      .filter((signal) => among.includes(signal))
      .map((signal) => t(signalText[signal]))
      .join(separator);
  const chart = (
    id: string,
    what: 'controlShare' | 'controlMean',
    centre: number,
    signals: readonly Signal[],
    pointOf: (month: WatchedMonth) => WatchedMonth['share'],
    print: (value: number) => string,
    tick: (value: number, decimals: number) => string,
    most: number,
  ): { readonly title: string; readonly svg: string } => {
    const points = watched.months.map((month) => {
      const { value, limits } = pointOf(month);
      const signal = named(month.signals, signals);
      return { month: printMonth(month.month), value, ...limits, printed: print(value), signal };
    });
    const said = points
      .filter(({ signal }) => signal !== '')
      .map(({ month, signal }) => `${month} ${signal}`);
    const desc = t('controlDesc', {
      name,
      what: t(what),
      from: points[0]?.month ?? '',
      to: points.at(-1)?.month ?? '',
      signals: said.length === 0 ? t('noSignals') : said.join(separator),
    });
    const caption = simulatedCaption(context.language, { id, title: t(what), desc });
    return { title: t(what), svg: controlChart(caption, centre, points, tick, [0, most]) };
  };
  const limitsOf = ({ limits }: WatchedMonth['share'], print: (value: number) => string): string =>
    `${print(limits.low)}–${print(limits.high)}`;
  return {
    note: t('controlNote', {
      share: printFixed(watched.share.scatter, 2),
      mean: printFixed(watched.mean.scatter, 2),
    }),
    charts: [
      chart(
        'control-share',
        'controlShare',
        watched.share.centre,
        SHARE_SIGNALS,
        ({ share }) => share,
        printRate,
        (value, decimals) => `${printFixed(value * 100, Math.max(0, decimals - 2))}%`,
        1,
      ),
      chart(
        'control-mean',
        'controlMean',
        watched.mean.centre,
        MEAN_SIGNALS,
        ({ average }) => average,
        printScoreTo3,
        printFixed,
        10,
      ),
    ],
    trends: [
      ...trendLine(t, 'trendShare', watched.share.trend, 100),
      ...trendLine(t, 'trendMean', watched.mean.trend, 1),
    ],
    rows: watched.months.map((month) => ({
      month: printMonth(month.month),
      cells: [
        printCount(month.n),
        printRate(month.share.value),
        limitsOf(month.share, printRate),
        printScoreTo3(month.mean),
        printScoreTo3(month.average.value),
        limitsOf(month.average, printScoreTo3),
      ],
      signals: month.signals.length === 0 ? '—' : named(month.signals),
    })),
  };
}

function trendLine(
  t: Translate,
  text: 'trendShare' | 'trendMean',
  trend: WatchedMonths['share']['trend'],
  times: number,
): string[] {
  if (trend === null) return [];
  const print = (value: number): string => printFixed(value * times, 4);
  return [
    t(text, {
      slope: print(trend.value),
      low: print(trend.interval.low),
      high: print(trend.interval.high),
      p: printP(trend.p),
      verdict: t(trend.p < 0.05 ? 'hasTrend' : 'noTrend'),
    }),
  ];
}
