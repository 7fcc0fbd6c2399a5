import { DAY_SECONDS } from '../../model/time/time.ts';
import { chosenValue } from '../choice.ts';
import { quantileIndex, QUANTILES } from '../distributions.ts';
import type { Tables } from '../world/tables.ts';
import { withinHours } from './hours-of-channels.ts';

/** On which channel a service is rated, and when. */

const WEB = 1;

/** The channel on which a service at this place is rated. */
export function channelOf({ channels }: Tables, place: number, word: number): number {
  const choices = channels[place];
  return choices === undefined ? WEB : chosenValue(choices, word);
}

/** When a service of this second is rated: after the delay of the channel, within the channel's hours. */
export const momentOf = (tables: Tables, channel: number, serviceAt: number, word: number): number =>
  withinHours(tables.channelHours, channel, serviceAt + delayOf(tables, channel, word));

/** Seconds between service and rating, at least 1: between two neighbours of the channel's quantile table. */
function delayOf({ delays }: Tables, channel: number, word: number): number {
  const quantiles = delays[channel];
  if (quantiles === undefined) return 1;
  const step = quantileIndex(word);
  const shortest = quantiles[step] ?? 0;
  const longest = quantiles[Math.min(step + 1, QUANTILES - 1)] ?? 0;
  // Rounded by bits, which makes a whole number for the engine too.
  const seconds = (shortest + ((longest - shortest) * (word & 0xfffff)) / 0x100000 + 0.5) | 0;
  return seconds < 1 ? 1 : seconds;
}

/** The hotline calls back the next day, within the hours of its calls. */
export const calledBackAt = ({ channelHours }: Tables, serviceAt: number, word: number): number =>
  (Math.floor(serviceAt / DAY_SECONDS) + 1) * DAY_SECONDS +
  channelHours.callsFrom +
  (word % channelHours.callSeconds);
