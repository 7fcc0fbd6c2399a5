import type { Band, Measurement, UnitResult } from '../../model/measurement.ts';

/** A unit by two editions of its method. */
export interface EditionRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: UnitResult['kind'];
  readonly before: EditionFigures;
  readonly after: EditionFigures;
  /** After less before; null where one of them has no figure. */
  readonly score: number | null;
  /** Places gained: rank before less rank after. */
  readonly places: number | null;
}

export interface EditionFigures {
  readonly overall: number | null;
  readonly rank: number | null;
  readonly band: Band | null;
}

const figuresOf = (unit: UnitResult | undefined): EditionFigures => ({
  overall: unit?.overall?.score ?? null,
  rank: unit?.rank ?? null,
  band: unit?.band ?? null,
});

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/** The units of both results by rank after, those without one last: the same counts by two editions of the methods. */
export function compareEditions(before: Measurement, after: Measurement): EditionRow[] {
  const earlier = new Map(before.units.map((unit) => [unit.code, unit]));
  return after.units
    .map(({ code, name, nameEn, kind }, i): EditionRow => {
      const [one, other] = [figuresOf(earlier.get(code)), figuresOf(after.units[i])];
      return {
        ...{ code, name, nameEn, kind },
        before: one,
        after: other,
        score: difference(other.overall, one.overall),
        places: difference(one.rank, other.rank),
      };
    })
    .sort((a, b) => (a.after.rank ?? Infinity) - (b.after.rank ?? Infinity) || a.code.localeCompare(b.code));
}
