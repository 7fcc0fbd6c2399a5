import type { RealismId, RealismRange } from './realism-range.ts';

/** A statistic of the records of a run. */
export interface RealismFigure {
  /** Null where it is not defined: nothing of the kind is stored. */
  readonly value: number | null;
  /** Observations it rests on. */
  readonly n: number;
}

export type RealismFigures = Readonly<Record<RealismId, RealismFigure>>;

/** A statistic beside its range. */
export interface RealismCheck extends RealismRange, RealismFigure {
  /** Inside the range, outside it, or too few observations to say. */
  readonly verdict: 'inside' | 'outside' | 'few';
}
