import type { BandEnds } from '../measure/band.ts';
import type { bandIds } from '../model/measurement.ts';

/** Lower and upper end of each band. */
export const bandLimits = ({
  veryHigh,
  high,
  medium,
}: BandEnds): Record<(typeof bandIds)[number], [number, number]> => ({
  veryHigh: [veryHigh, 100],
  high: [high, veryHigh],
  medium: [medium, high],
  low: [0, medium],
});
