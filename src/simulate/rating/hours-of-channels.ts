import type { Scenario } from '../../model/scenario/scenario.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';

/** The hours in which ratings of each channel come, in seconds of the day. */
export interface ChannelHours {
  /** From this second on, and up to but not including that one, by channel; 0 and a whole day where any hour will do. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** When the hotline begins to call back, and for how many seconds it does. */
  readonly callsFrom: number;
  readonly callSeconds: number;
}

/** Ratings that would come by night come in the first hours of the next morning: in seconds. Assumed. */
const MORNING = 3 * 3600;
/** The hotline calls back during office hours. Assumed. */
const OFFICE_OPENS = 9 * 3600;
const OFFICE_CLOSES = 17 * 3600;

const CHANNELS = 8;
const CALL = '6';

export function channelHours({ hours }: Scenario['channels']): ChannelHours {
  const from = new Float64Array(CHANNELS);
  const to = new Float64Array(CHANNELS).fill(DAY_SECONDS);
  for (const [code, window] of Object.entries(hours)) {
    if (window === undefined) continue;
    from[Number(code)] = window[0] * 3600;
    to[Number(code)] = window[1] * 3600;
  }
  const opens = from[Number(CALL)] ?? 0;
  const closes = to[Number(CALL)] ?? DAY_SECONDS;
  const [first, last] = [Math.max(opens, OFFICE_OPENS), Math.min(closes, OFFICE_CLOSES)];
  // Where the channel is never open during office hours, its own hours are those of the calls.
  return first < last
    ? { from, to, callsFrom: first, callSeconds: last - first }
    : { from, to, callsFrom: opens, callSeconds: closes - opens };
}

/**
 * The second at which a rating comes that is due at this one. Those due by night come in the morning, in the order in
 * which they were due: its first hours hold them as the night would have.
 */
export function withinHours({ from, to }: ChannelHours, channel: number, at: number): number {
  const opens = from[channel] ?? 0;
  const closes = to[channel] ?? DAY_SECONDS;
  if (closes - opens >= DAY_SECONDS) return at;
  const second = at % DAY_SECONDS;
  if (second >= opens && second < closes) return at;
  const night = DAY_SECONDS - closes + opens;
  const waited = second < opens ? second + DAY_SECONDS - closes : second - closes;
  const morning = at - second + (second < opens ? opens : DAY_SECONDS + opens);
  return morning + Math.floor((waited * Math.min(MORNING, closes - opens)) / night);
}
