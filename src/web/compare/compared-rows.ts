import { liesApart, type Share } from '../../model/math/share.ts';
import { printFixed, printShare } from '../../wording/print-number.ts';
import type { Translate } from '../../wording/translator.ts';

/** A figure of two runs side by side. */
export interface ComparedRow {
  readonly name: string;
  readonly a: string;
  readonly b: string;
  /** Intervals below the figures; empty where there is none. */
  readonly intervalA: string;
  readonly intervalB: string;
  readonly difference: string;
  readonly verdict: string;
  readonly apart: boolean;
}

const NONE = '—';

/** Difference of two shares, in percentage points. */
const printPoints = (difference: number): string =>
  `${difference > 0 ? '+' : ''}${printFixed(difference * 100, 2)}`;

export function comparedShare(t: Translate, name: string, a: Share, b: Share): ComparedRow {
  const apart = liesApart(a, b);
  const print = ({ value }: Share): string => printShare(value, t('missing'));
  const interval = ({ low, high }: Share): string =>
    low === null || high === null ? '' : `${printShare(low, '')}–${printShare(high, '')}`;
  return {
    name,
    a: print(a),
    b: print(b),
    intervalA: interval(a),
    intervalB: interval(b),
    difference: a.value === null || b.value === null ? NONE : printPoints(b.value - a.value),
    verdict: apart === undefined ? t('unknown') : apart ? t('apart') : t('within'),
    apart: apart ?? false,
  };
}

/** A value without an interval: what differs is marked, without a word on chance. */
export function comparedValue(
  t: Translate,
  name: string,
  a: number | null,
  b: number | null,
  print: (value: number) => string,
): ComparedRow {
  const difference = a === null || b === null ? null : b - a;
  const apart = difference !== null && print(Math.abs(difference)) !== print(0);
  return {
    name,
    a: a === null ? t('missing') : print(a),
    b: b === null ? t('missing') : print(b),
    intervalA: '',
    intervalB: '',
    difference: difference === null ? NONE : (difference > 0 && apart ? '+' : '') + print(difference),
    verdict: apart ? t('apart') : NONE,
    apart,
  };
}

export function comparedText(t: Translate, name: string, a: string, b: string): ComparedRow {
  const apart = a !== b;
  return {
    name,
    a,
    b,
    intervalA: '',
    intervalB: '',
    difference: NONE,
    verdict: apart ? t('apart') : NONE,
    apart,
  };
}
