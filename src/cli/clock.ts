import type { Clock } from '../jobs/clock.ts';

/** Seconds from 1970-01-01 UTC to 2000-01-01 00:00 Beijing time. */
const EPOCH = 946_684_800 - 8 * 3600;

/** The machine's clock, as Beijing time whatever the zone it is set to. */
export const machineClock: Clock = {
  now: () => Math.floor(Date.now() / 1000) - EPOCH,
  elapsed: () => performance.now() / 1000,
};
