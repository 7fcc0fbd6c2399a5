import type { Bilingual } from '../../../model/language.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { ExerciseUnit } from '../../exercise-world.ts';
import { drawnCount, drawnSorts, standsApart, sumOfCounts } from './drawn-counts.ts';

/** Channels used online, and in a service hall, by their codes pf. */
export const channelModes = {
  online: { codes: [1, 2], name: { zh: '线上', en: 'online' } },
  hall: { codes: [3, 4, 5], name: { zh: '线下大厅', en: 'in service halls' } },
} as const;

export interface ChannelCounts {
  readonly channel: number;
  readonly name: Bilingual;
  readonly active: number;
  /** Very satisfied among the active ones. */
  readonly top: number;
  /** Automatic ratings that the system entered for services of this channel. */
  readonly automatic: number;
}

export type ChannelMode = (typeof channelModes)[keyof typeof channelModes];

/** A few ratings for each channel, so that a channel that the world hardly uses has a row that matters. */
const LEAST_PART = 0.03;

export function drawChannels(
  { draws, difficulty }: MakeRequest,
  unit: ExerciseUnit,
  attempt: string,
): ChannelCounts[] {
  const ratings = draws.whole(`ratings${attempt}`, 600, 3_600);
  const used = unit.channels.map(({ levels }) => sumOfCounts(levels));
  const parts = used.map(
    (n, i) =>
      n / Math.max(1, sumOfCounts(used)) + LEAST_PART * (0.5 + draws.share(`part ${String(i)}${attempt}`)),
  );
  const all = sumOfCounts(parts);
  const active = drawnSorts(
    draws,
    `channels${attempt}`,
    ratings,
    parts.map((part) => part / all),
  );
  return unit.channels.map(({ channel, name }, i) => {
    const at = `${String(channel)}${attempt}`;
    const n = active[i] ?? 0;
    return {
      channel,
      name,
      active: n,
      top: drawnCount(draws, `top ${at}`, n, 0.55 + 0.4 * draws.share(`top share ${at}`)),
      automatic: difficulty === 3 ? drawnCount(draws, `automatic ${at}`, n, 0.25) : 0,
    };
  });
}

export const ofChannels = (
  counts: readonly ChannelCounts[],
  codes: readonly number[],
): readonly ChannelCounts[] => counts.filter(({ channel }) => codes.includes(channel));

export const totalOfChannels = (
  counts: readonly ChannelCounts[],
  of: (one: ChannelCounts) => number,
): number => sumOfCounts(counts.map(of));

export function ratioOfMode(
  counts: readonly ChannelCounts[],
  codes: readonly number[],
  difficulty: Difficulty,
) {
  const ofMode = ofChannels(counts, codes);
  return difficulty === 1
    ? {
        numerator: totalOfChannels(ofMode, ({ active }) => active),
        denominator: totalOfChannels(counts, ({ active }) => active),
      }
    : {
        numerator: totalOfChannels(ofMode, ({ top }) => top),
        denominator: totalOfChannels(ofMode, ({ active }) => active),
      };
}

/** What the wrong channels or the wrong denominator would give. */
function wrongRates(
  counts: readonly ChannelCounts[],
  codes: readonly number[],
  difficulty: Difficulty,
): number[] {
  const of = (some: readonly number[]): number => {
    const { numerator, denominator } = ratioOfMode(counts, some, difficulty);
    return numerator / denominator;
  };
  const ofMode = ofChannels(counts, codes);
  return [
    ...codes.map((left) => of(codes.filter((code) => code !== left))),
    of([...codes, 6]),
    ...(difficulty === 1
      ? []
      : [totalOfChannels(ofMode, ({ top }) => top) / totalOfChannels(counts, ({ top }) => top)]),
    ...(difficulty === 3 ? [withAutomatic(ofMode)] : []),
  ];
}

export const withAutomatic = (ofMode: readonly ChannelCounts[]): number =>
  totalOfChannels(ofMode, ({ top }) => top) /
  totalOfChannels(ofMode, ({ active, automatic }) => active + automatic);

export function tellsChannels(
  counts: readonly ChannelCounts[],
  codes: readonly number[],
  difficulty: Difficulty,
): boolean {
  const { numerator, denominator } = ratioOfMode(counts, codes, difficulty);
  const wrong = wrongRates(counts, codes, difficulty).map((rate) => rate * 100);
  return counts.every(({ active }) => active > 0) && standsApart((numerator / denominator) * 100, wrong, 2);
}
