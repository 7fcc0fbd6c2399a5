import type { Span } from '../../simulate/span.ts';

/** After how many working days at least, and at most, what follows an application on the dth day of a span falls into the run. */
export function workingDaysInto(
  { position, first, firstPosition }: Span,
  d: number,
): { readonly least: number; readonly most: number } {
  const from = position[d] ?? 0;
  return { least: d < first ? firstPosition - from : 0, most: (position.at(-1) ?? 0) - from };
}
