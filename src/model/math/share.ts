/** A part of a whole with its 95% interval; no figure where the whole is too small. */
export interface Share {
  readonly n: number;
  readonly of: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** True where two shares differ by more than their intervals allow; undefined where one has no figure. */
export function liesApart(a: Share, b: Share): boolean | undefined {
  if (a.low === null || a.high === null || b.low === null || b.high === null) return undefined;
  return a.high < b.low || b.high < a.low;
}
