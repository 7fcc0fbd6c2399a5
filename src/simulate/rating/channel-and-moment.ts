import { DAY_SECONDS } from '../../model/time/time.ts';
import { quantileIndex, QUANTILES } from '../distributions.ts';
import { chosenValue, type Tables } from '../world/tables.ts';

/** On which channel a service is rated, and when. */

const WEB = 1;

/** The channel on which a service at this place is rated. */
export function channelOf({ channels }: Tables, place: number, word: number): number {
  const choices = channels[place];
  return choices === undefined ? WEB : chosenValue(choices, word);
}

/** Seconds between service and rating: between two neighbours of the channel's quantile table. */
export function delayOf({ delays }: Tables, channel: number, word: number): number {
  const quantiles = delays[channel];
  if (quantiles === undefined) return 3;
  const step = quantileIndex(word);
  const shortest = quantiles[step] ?? 0;
  const longest = quantiles[Math.min(step + 1, QUANTILES - 1)] ?? 0;
  // Rounded by bits, which makes a whole number for the engine too.
  return 3 + ((shortest + ((longest - shortest) * (word & 0xfffff)) / 0x100000 + 0.5) | 0);
}

/** The hotline calls back the next day, between nine and five. */
export const calledBackAt = (serviceAt: number, word: number): number =>
  (Math.floor(serviceAt / DAY_SECONDS) + 1) * DAY_SECONDS + 32_400 + (word % 28_800);
