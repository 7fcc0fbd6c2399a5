import type { Bilingual } from '../../../model/language.ts';

/** A figure or a code, which reads the same in both languages. */
export const sameInBoth = (text: string): Bilingual => ({ zh: text, en: text });

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** A number with so many digits after the point; commas part the thousands, and a fall has a minus sign. */
export function numberText(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const isZero = Number(value.toFixed(decimals)) === 0;
  return `${value < 0 && !isZero ? '−' : ''}${withCommas(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A share from 0 to 1 as a percentage. */
export const percentText = (share: number, decimals = 2): string => `${numberText(share * 100, decimals)}%`;

/** A difference with its sign. */
export const signedText = (value: number, decimals: number): string =>
  `${Number(value.toFixed(decimals)) > 0 ? '+' : ''}${numberText(value, decimals)}`;

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A month like 2025-03 as people write it, so many months later or, below 0, earlier. */
export function monthName(month: string, later = 0): Bilingual {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + later;
  const [year, index] = [Math.floor(count / 12), count % 12];
  return {
    zh: `${String(year)}年${String(index + 1)}月`,
    en: `${monthNames[index] ?? ''} ${String(year)}`,
  };
}

/** The five levels from the best to the worst, as they are printed. */
export const levelRows: readonly {
  readonly level: number;
  readonly points: number;
  readonly name: Bilingual;
}[] = [
  { level: 5, points: 10, name: { zh: '非常满意', en: 'Very satisfied' } },
  { level: 4, points: 8, name: { zh: '满意', en: 'Satisfied' } },
  { level: 3, points: 6, name: { zh: '基本满意', en: 'Basically satisfied' } },
  { level: 2, points: 3, name: { zh: '不满意', en: 'Dissatisfied' } },
  { level: 1, points: 0, name: { zh: '非常不满意', en: 'Very dissatisfied' } },
];
