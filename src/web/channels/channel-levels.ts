import type { Reference } from '../../model/reference.ts';
import { countOf, type RatingTable } from '../shared/rating-table.ts';

/** Counts of some channels by level: the rows of the channel page and of its file. */
export interface ChannelLevels {
  readonly name: string;
  readonly nameEn: string;
  readonly place: Reference['channels'][number]['place'];
  readonly ratings: number;
  /** Levels 5, 4, 3, 2, 1. */
  readonly levels: readonly number[];
  readonly levelled: number;
  readonly good: number;
  readonly bad: number;
  readonly none: number;
  readonly defaulted: number;
}

function levelsOf(
  reference: Reference,
  table: RatingTable,
  channels: readonly number[],
): Omit<ChannelLevels, 'name' | 'nameEn' | 'place'> {
  const falling = [...reference.levels].sort((a, b) => b.level - a.level);
  const counts = falling.map(({ level }) => countOf(table, { channels, levels: [level] }));
  const of = (isBad: boolean): number =>
    falling.reduce((sum, { bad }, i) => sum + (bad === isBad ? (counts[i] ?? 0) : 0), 0);
  return {
    ratings: countOf(table, { channels }),
    levels: counts,
    levelled: of(true) + of(false),
    good: of(false),
    bad: of(true),
    none: countOf(table, { channels, levels: [0] }),
    defaulted: countOf(table, { channels, defaulted: 1 }),
  };
}

export const byChannel = (reference: Reference, table: RatingTable): ChannelLevels[] =>
  reference.channels.map(({ code, name, nameEn, place }) => ({
    name,
    nameEn,
    place,
    ...levelsOf(reference, table, [code]),
  }));

export const byPlace = (reference: Reference, table: RatingTable): ChannelLevels[] =>
  (['online', 'hall', 'remote'] as const).map((place) => {
    const channels = reference.channels.filter((channel) => channel.place === place).map(({ code }) => code);
    return { name: place, nameEn: place, place, ...levelsOf(reference, table, channels) };
  });
