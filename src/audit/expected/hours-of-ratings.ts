import { DAY_SECONDS } from '../../model/time/time.ts';
import type { ChannelHours } from '../../simulate/rating/hours-of-channels.ts';

/** Ratings due by night come in so many first seconds of the morning, in proportion (docs/scenario.md). */
const MORNING = 3 * 3600;

/**
 * Chance that a rating comes before this second when it is put within the hours of its channel; `dueBefore` gives the
 * chance that it is due before a second.
 */
export function chanceBefore(
  { from, to }: ChannelHours,
  channel: number,
  at: number,
  dueBefore: (second: number) => number,
): number {
  const opens = from[channel] ?? 0;
  const closes = to[channel] ?? DAY_SECONDS;
  if (closes - opens >= DAY_SECONDS) return dueBefore(at);
  const second = at % DAY_SECONDS;
  const midnight = at - second;
  if (second >= closes) return dueBefore(midnight + closes);
  const nightfall = midnight - DAY_SECONDS + closes;
  if (second <= opens) return dueBefore(nightfall);
  const morning = Math.min(MORNING, closes - opens);
  const since = second - opens;
  if (since >= morning) return dueBefore(at);
  const night = DAY_SECONDS - closes + opens;
  const ofTheNight = dueBefore(nightfall + Math.ceil((since * night) / morning));
  return ofTheNight + dueBefore(at) - dueBefore(midnight + opens);
}
