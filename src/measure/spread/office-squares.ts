import type { OfficePart } from './drawn-indicator.ts';

/** What the errors of the offices of a unit show of what the records of an office have in common. */
export interface OfficeSquares {
  /** Sum of the squared errors of the offices, each against the level of its stratum. */
  readonly sum: number;
  /** What single records alone would make it, against their variance. */
  readonly expected: number;
  /** What the variance between offices of equal quality would make it, against that variance. */
  readonly ofShared: number;
  /** Sum of squared shares: in a new draw of offices the score varies by so much of the variance between them. */
  readonly concentration: number;
  /** Offices of equal size that tell as much. */
  readonly freedom: number;
}

/**
 * Squares of the errors of offices by the method of moments. A great office pulls the level it is compared with, so that its error
 * comes out too small: with shares v of a stratum that has the share W of all records, the squares of offices that vary by 1 add
 * up to W² × (Σ v² − 2 Σ v³ + (Σ v²)²), and those of single records that vary by 1 together to W × (1 − Σ v²).
 */
export function officeSquares(strata: readonly (readonly OfficePart[])[]): OfficeSquares {
  let [sum, expected, ofShared, concentration] = [0, 0, 0, 0];
  for (const stratum of strata) {
    const whole = stratum.reduce((total, { share }) => total + share, 0);
    if (whole === 0) continue;
    const level = stratum.reduce((total, { error }) => total + error, 0) / whole;
    let [squares, cubes] = [0, 0];
    for (const { share, error } of stratum) {
      sum += (error - share * level) ** 2;
      squares += (share / whole) ** 2;
      cubes += (share / whole) ** 3;
    }
    expected += whole * (1 - squares);
    ofShared += whole ** 2 * (squares - 2 * cubes + squares ** 2);
    concentration += whole ** 2 * squares;
  }
  return { sum, expected, ofShared, concentration, freedom: concentration === 0 ? 0 : 1 / concentration };
}
