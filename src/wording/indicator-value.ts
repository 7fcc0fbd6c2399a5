import { printFixed, printPercent, printShare } from './print-number.ts';

/** Decimals of a value that is a mean, such as that of scores 0..10. */
export const MEAN_DECIMALS = 3;

/** Values of an indicator as its goalposts measure them: shares up to 1, anything above is a mean. */
export const printValue = (
  goalposts: readonly [number, number],
  value: number | null,
  missing: string,
): string => {
  if (value === null) return missing;
  return Math.max(...goalposts) > 1 ? printFixed(value, MEAN_DECIMALS) : printShare(value, missing);
};

export const printValueInterval = (
  goalposts: readonly [number, number],
  { low, high }: { readonly low: number | null; readonly high: number | null },
): string =>
  low === null || high === null
    ? '—'
    : `${printValue(goalposts, low, '')}–${printValue(goalposts, high, '')}`;

export function printGoalposts(goalposts: readonly [number, number]): string {
  const isShare = Math.max(...goalposts) <= 1;
  return goalposts.map((value) => (isShare ? printPercent(value) : String(value))).join(' → ');
}
