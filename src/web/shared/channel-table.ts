import { cellBar } from '../../charts/bar-list.ts';
import { printCount, printShare, shareOf } from '../../wording/print-number.ts';
import { countOf, type RatingTable } from './rating-table.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingTexts } from './rating-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';

export interface ChannelRow {
  readonly name: string;
  readonly place: string;
  readonly ratings: string;
  readonly share: string;
  readonly bar: string;
  readonly rate: string;
}

/** How many ratings came by each channel, and how many of the levelled ones are good. */
export function channelTable(context: RequestContext, table: RatingTable): ChannelRow[] {
  const { language, site } = context;
  const t = translator(ratingTexts, language);
  const total = countOf(table);
  const { levels } = site.reference;
  return site.reference.channels.map((channel) => {
    const channels = [channel.code];
    const n = countOf(table, { channels });
    const good = countOf(table, {
      channels,
      levels: levels.filter(({ bad }) => !bad).map(({ level }) => level),
    });
    const levelled = countOf(table, { channels, levels: levels.map(({ level }) => level) });
    return {
      name: nameIn(language, channel),
      place: t(channel.place),
      ratings: printCount(n),
      share: printShare(shareOf(n, total), '—'),
      bar: cellBar({ from: 0, to: 1, ticks: [] }, shareOf(n, total)),
      rate: printShare(shareOf(good, levelled), '—'),
    };
  });
}
