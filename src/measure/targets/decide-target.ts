import type { Interval } from '../../model/math/interval.ts';
import type { TargetRow, TargetVerdict } from '../../model/targets.ts';

/** Guards the end of a range against the rounding of a sum. */
const ROUNDING = 1e-9;

/** A published figure, the simulated one with its interval, and what is accepted. */
interface ComparedFigure {
  readonly group: TargetRow['group'];
  readonly key: string;
  readonly published: number;
  /** Null where nothing was simulated for the place and period. */
  readonly simulated: number | null;
  /** The interval that the simulated figure may lie in; null where it is not known. */
  readonly interval: Interval | null;
  readonly accepted: Interval;
}

/**
 * A target is met when the whole interval of the simulated figure lies in the accepted range, missed when the whole interval lies
 * outside, and not decidable at this volume when an end of the range lies within the interval, or when no interval is known.
 */
export function decideTarget({ simulated, interval, accepted }: ComparedFigure): TargetVerdict | null {
  if (simulated === null) return null;
  if (interval === null) return 'undecidable';
  const [least, most] = [accepted.low - ROUNDING, accepted.high + ROUNDING];
  if (least <= interval.low && interval.high <= most) return 'met';
  return interval.high < least || interval.low > most ? 'missed' : 'undecidable';
}

/** True where a single figure lies in a range. */
export const liesIn = ({ low, high }: Interval, value: number): boolean =>
  low - ROUNDING <= value && value <= high + ROUNDING;

/** The range around a figure. */
export const around = (value: number, tolerance: number): Interval => ({
  low: value - tolerance,
  high: value + tolerance,
});
