import { isFictionalCode } from './unit-codes.ts';

/** What results compare, and what they only show. */
interface SeparatedUnits<T> {
  /** Units that are ranked and count in means and distributions. */
  readonly ranked: readonly T[];
  /** Fictional units beside assessed ones. */
  readonly unranked: readonly T[];
}

/**
 * Sets fictional units apart from the assessed ones beside them: what is invented must not move what is said of the others.
 * A world of fictional units only compares them with one another.
 */
export function separateFictional<T extends { readonly code: string }>(
  units: readonly T[],
): SeparatedUnits<T> {
  const assessed = withoutFictional(units);
  if (assessed.length === 0) return { ranked: units, unranked: [] };
  return { ranked: assessed, unranked: units.filter(({ code }) => isFictionalCode(code)) };
}

/** The units that are not fictional: only these can be compared with published figures. */
export const withoutFictional = <T extends { readonly code: string }>(units: readonly T[]): readonly T[] =>
  units.filter(({ code }) => !isFictionalCode(code));
