/** Numbers as readers see them. A missing number is printed as the word that the caller gives for it. */

const grouped = (digits: string): string =>
  digits.length > 3 ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits;

/** Whole number with thousands separators: 1234567 -> 1,234,567. */
export const printCount = (value: number): string =>
  (value < 0 ? '−' : '') + grouped(String(Math.abs(Math.round(value))));

/** Number with a fixed number of decimals and thousands separators. */
export function printFixed(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  const point = decimals > 0 ? digits.indexOf('.') : -1;
  const whole = point < 0 ? digits : digits.slice(0, point);
  // What rounds to nothing has no sign.
  const sign = value < 0 && /[1-9]/.test(digits) ? '−' : '';
  return sign + grouped(whole) + (point < 0 ? '' : digits.slice(point));
}

/** Score 0..100 with two decimals. */
export const printScore = (value: number | null, missing: string): string =>
  value === null ? missing : printFixed(value, 2);

/** Difference with its sign. */
export const printDifference = (value: number | null, missing: string): string =>
  value === null ? missing : (value > 0 && Number(value.toFixed(2)) !== 0 ? '+' : '') + printFixed(value, 2);

/** Share 0..1 as a percentage; small shares keep two significant digits instead of vanishing. */
export function printShare(value: number | null, missing: string): string {
  if (value === null) return missing;
  const percent = value * 100;
  const size = Math.abs(percent);
  const decimals = size === 0 || size >= 0.1 ? 2 : size >= 0.01 ? 3 : 4;
  return `${printFixed(percent, decimals)}%`;
}

/** Weight or goalpost as a percentage without needless decimals: 0.25 -> 25%. */
export const printPercent = (share: number): string => `${String(Math.round(share * 10_000) / 100)}%`;

/** Share of a part in a whole, null when the whole is empty. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
