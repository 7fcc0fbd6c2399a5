import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { unitsInPlay } from '../../model/register.ts';
import { printCount, printShare, shareOf } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { byChannel, byPlace, type ChannelLevels } from './channel-levels.ts';
import { channelTable, type ChannelRow } from '../shared/channel-table.ts';
import { levelTable, type LevelTable } from '../shared/level-table.ts';
import { ratingScope } from './rating-scope.ts';
import type { RequestContext } from '../request-context.ts';
import { channelsTexts } from './channels-texts.ts';
import { ratingTexts } from '../shared/rating-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';

interface LevelRow {
  readonly name: string;
  readonly ratings: string;
  readonly levels: readonly { readonly n: string; readonly share: string }[];
  readonly none: string;
  readonly defaulted: string;
  readonly rate: string;
  readonly badShare: string;
}

export interface ChannelsModel {
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly units: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  readonly scope: string;
  readonly levels: LevelTable;
  readonly channels: readonly ChannelRow[];
  readonly levelNames: readonly string[];
  readonly byChannel: readonly LevelRow[];
  readonly byPlace: readonly LevelRow[];
  readonly file: string;
}

const words = { ...siteTexts, ...ratingTexts, ...channelsTexts };

const printRow = (row: ChannelLevels, name: string): LevelRow => ({
  name,
  ratings: printCount(row.ratings),
  levels: row.levels.map((n) => ({ n: printCount(n), share: printShare(shareOf(n, row.levelled), '—') })),
  none: printCount(row.none),
  defaulted: printCount(row.defaulted),
  rate: printShare(shareOf(row.good, row.levelled), '—'),
  badShare: printShare(shareOf(row.bad, row.levelled), '—'),
});

export async function channelsPage(context: RequestContext): Promise<Page<ChannelsModel>> {
  const { language, period, site } = context;
  const { reference } = site;
  const t = translator(words, language);
  const { code, ratings } = await ratingScope(context);
  const unit = reference.units.find((one) => one.code === code);
  const name = unit ? nameIn(language, unit) : t('nation');
  return {
    view: 'channels',
    title: t('title'),
    words,
    unpublished:
      unit === undefined || unit.fictional ? '' : unpublishedNotice(site, [period], language, 'figures'),
    model: {
      action: '/channels',
      kept: context.kept(),
      units: unitsInPlay(reference, context.results.register()).map((one) => ({
        value: one.code,
        name: nameIn(language, one),
        selected: one.code === code,
      })),
      scope: t('scope', { name }),
      levels: levelTable(context, ratings, name),
      channels: channelTable(context, ratings),
      levelNames: [...reference.levels]
        .sort((a, b) => b.level - a.level)
        .map((level) => nameIn(language, level)),
      byChannel: byChannel(reference, ratings).map((row) => printRow(row, nameIn(language, row))),
      byPlace: byPlace(reference, ratings).map((row) => printRow(row, t(row.place))),
      file: context.link('/files/channels.csv', { unit: code }),
    },
  };
}
