import { chosenValue } from '../choice.ts';
import type { RatingWriter } from '../defects/manipulation.ts';
import type { Tables } from '../world/tables.ts';
import { channelOf, momentOf } from './channel-and-moment.ts';
import type { RatingRows } from './rating-rows.ts';
import type { RatingTexts } from './rating-texts.ts';

/** Where manipulations write: the rows of honest ratings, with channels, moments and tags as honest ones have. */
export const ratingWriterOf = (
  rows: RatingRows,
  texts: RatingTexts,
  tables: Tables,
  defaultLevel: number,
): RatingWriter => ({
  get out() {
    return rows.out;
  },
  tables,
  defaultLevel,
  mechanismOf: (row) => rows.mechanisms[row] ?? 0,
  write: ({ serviceKey, felt }, row, level, channel, at, how) => {
    if (row >= 0) rows.drop();
    return rows.append(serviceKey, level, channel, at, felt, how);
  },
  drop: () => {
    rows.drop();
  },
  moment: (channel, at, word) => momentOf(tables, channel, at, word),
  channel: (place, word) => channelOf(tables, place, word),
  tags: (level, place, word) => {
    const choices = tables.tags[place * 6 + level];
    return choices === undefined ? 0 : chosenValue(choices, word);
  },
  text: ({ service }, row, level, word) => {
    texts.write(rows.out, row, service, level, word);
  },
  trace: (row, task, channel, person, windowWord, uploadWord) => {
    rows.trace(row, task, channel, person, windowWord, uploadWord);
  },
});
