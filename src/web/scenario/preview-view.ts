import type { Preview } from '../../jobs/simulate/preview-run.ts';
import { printMonth } from '../../model/time/time.ts';
import { barList } from '../../charts/bar-list.ts';
import { monthTrend } from '../../charts/month-trend.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import { addRatings, countOf, emptyRatingTable } from '../shared/rating-table.ts';
import { refusalText } from '../../model/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { scenarioTexts } from './scenario-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { channelTable, type ChannelRow } from '../shared/channel-table.ts';
import { levelTable, type LevelTable } from '../shared/level-table.ts';
import { weekdayName } from './scenario-form.ts';
import { simulatedCaption } from '../shared/simulated.ts';

export interface PreviewView {
  readonly lead: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly levels: LevelTable;
  readonly channels: readonly ChannelRow[];
  readonly monthCharts: readonly { readonly title: string; readonly svg: string }[];
  readonly months: readonly {
    readonly name: string;
    readonly services: string;
    readonly ratings: string;
    readonly perService: string;
  }[];
  readonly weekdayChart: string;
  readonly weekdays: readonly { readonly name: string; readonly services: string; readonly share: string }[];
}

/** A sample as it would be published: counts of what was accepted, nothing of what was felt. */
export function previewView(context: RequestContext, preview: Preview): PreviewView {
  const { language } = context;
  const t = translator({ ...siteTexts, ...ratingTexts, ...scenarioTexts }, language);
  const table = emptyRatingTable();
  addRatings(table, preview.ratingCells);
  const { services, ratings } = preview;
  const refused = Object.entries(preview.refused);
  const months = preview.months.map((month) => ({
    name: printMonth(month),
    services: sumOf(preview.serviceCells, month, ({ services: n }) => n),
    ratings: sumOf(preview.ratingCells, month, ({ n }) => n),
  }));
  const span = { from: months[0]?.name ?? preview.from, to: months.at(-1)?.name ?? preview.to };
  const mostOnADay = Math.max(1, ...preview.weekdays);
  const perService = (n: { services: number; ratings: number }): number | null =>
    shareOf(n.ratings, n.services);
  const printPer = (value: number | null): string => (value === null ? '—' : printFixed(value, 3));
  return {
    lead: t('previewLead', {
      from: preview.from,
      to: preview.to,
      scale: preview.scale === 1 ? '100%' : printShare(preview.scale, ''),
      seconds: printFixed(preview.seconds, 1),
      expected: printCount(preview.expectedRecords),
    }),
    facts: [
      { name: t('services'), value: printCount(services) },
      { name: t('ratings'), value: printCount(ratings) },
      { name: t('perService'), value: printPer(shareOf(ratings, services)) },
      {
        name: t('defaultShare'),
        value: printShare(shareOf(countOf(table, { defaulted: 1 }), ratings), t('missing')),
      },
      {
        name: t('refusedRecords'),
        value:
          refused.length === 0
            ? '0'
            : refused
                .map(([reason, n]) => `${nameOfReason(reason, language)} ${printCount(n)}`)
                .join(t('between')),
      },
    ],
    levels: levelTable(context, table, t('sample')),
    channels: channelTable(context, table),
    monthCharts:
      months.length < 2
        ? []
        : [
            {
              title: t('byMonth'),
              svg: monthTrend(
                simulatedCaption(language, {
                  id: 'preview-months',
                  title: t('byMonth'),
                  desc: t('byMonthDesc', span),
                }),
                months.map((row) => ({
                  month: row.name,
                  value: row.services,
                  printed: printCount(row.services),
                })),
                printCount,
                [0, Number.MAX_SAFE_INTEGER],
              ),
            },
            {
              title: t('perService'),
              svg: monthTrend(
                simulatedCaption(language, {
                  id: 'preview-per-service',
                  title: t('perService'),
                  desc: t('perServiceDesc', span),
                }),
                months.map((row) => ({
                  month: row.name,
                  value: perService(row),
                  printed: printPer(perService(row)),
                })),
                printFixed,
                [0, Number.MAX_SAFE_INTEGER],
              ),
            },
          ],
    months: months.map((row) => ({
      name: row.name,
      services: printCount(row.services),
      ratings: printCount(row.ratings),
      perService: printPer(perService(row)),
    })),
    weekdayChart: barList(
      simulatedCaption(language, { id: 'preview-weekdays', title: t('byWeekday'), desc: t('byWeekdayDesc') }),
      { from: 0, to: mostOnADay, ticks: [] },
      preview.weekdays.map((n, day) => ({ name: weekdayName(t, day), value: n, printed: printCount(n) })),
    ),
    weekdays: preview.weekdays.map((n, day) => ({
      name: weekdayName(t, day),
      services: printCount(n),
      share: printShare(shareOf(n, services), '—'),
    })),
  };
}

const sumOf = <Cell extends { readonly month: number }>(
  cells: readonly Cell[],
  month: number,
  count: (cell: Cell) => number,
): number => cells.reduce((sum, cell) => sum + (cell.month === month ? count(cell) : 0), 0);

function nameOfReason(reason: string, language: 'zh' | 'en'): string {
  const known = Object.entries(refusalText).find(([id]) => id === reason);
  return known === undefined ? reason : known[1].name[language];
}
