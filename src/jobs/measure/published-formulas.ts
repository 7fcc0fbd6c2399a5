import {
  findFormula,
  percentFormulas,
  type FoundFormulas,
  type PercentFormula,
  type PublishedMonth,
} from '../../measure/editions/find-formula.ts';
import { exampleSource, publishedExample } from '../../measure/editions/published-example.ts';
import type { Bilingual } from '../../model/language.ts';

/** A published series as a reader gives it: a line a month. */

const LINES = 60;

type ReadSeries =
  | { readonly series: readonly PublishedMonth[]; readonly decimals: number }
  | { readonly line: string; readonly fault: Bilingual };

const fault = (line: string, zh: string, en: string): ReadSeries => ({
  line: line.slice(0, 60),
  fault: { zh, en },
});

/** The series of a text; the published example where it is empty. */
function readSeries(text: string): ReadSeries {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return { series: publishedExample, decimals: 0 };
  if (lines.length > LINES)
    return fault(
      String(lines.length),
      `不能超过 ${String(LINES)} 行`,
      `it may have ${String(LINES)} lines at most`,
    );
  const series: PublishedMonth[] = [];
  let decimals = 0;
  for (const line of lines) {
    const [month = '', ...rest] = line.trim().split(/[\s,，;]+/);
    const [one, two, three, four, five, published] = rest
      .slice(0, 5)
      .map(Number)
      .concat(Number(rest[5]?.replace(/%$/, '')));
    if (!/^\d{4}-\d{2}$/.test(month))
      return fault(line, '每行以年月（如 2025-07）开头', 'each line begins with a month like 2025-07');
    const last = series.at(-1);
    if (last !== undefined && last.month >= month)
      return fault(line, '各月须由早到晚，每月一行', 'months must rise, a line each');
    const counts = [one, two, three, four, five].map((n) => n ?? Number.NaN);
    if (rest.length !== 6 || !counts.every((n) => Number.isSafeInteger(n) && n >= 0))
      return fault(
        line,
        '月份之后须为五个非负整数和公布的百分比',
        'five whole numbers from 0 on and the published percentage must follow the month',
      );
    if (published === undefined || !(published >= 0 && published <= 100))
      return fault(line, '百分比须为 0 到 100 的数', 'the percentage must be a number from 0 to 100');
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = counts;
    series.push({ month, counts: [a, b, c, d, e], published });
    decimals = Math.max(decimals, /\.(\d+)/.exec(rest[5] ?? '')?.[1]?.length ?? 0);
  }
  return { series, decimals: Math.min(decimals, 6) };
}

/** Which formulas a series follows, with those that were tried. */
export interface PublishedFormulas extends FoundFormulas {
  readonly formulas: readonly PercentFormula[];
  readonly decimals: number;
  /** Where the series is from; null for one that a reader gave. */
  readonly source: Bilingual | null;
}

/** The formulas of the series of a text, or what is wrong with it. */
export function publishedFormulas(
  text: string,
): PublishedFormulas | { readonly line: string; readonly fault: Bilingual } {
  const read = readSeries(text);
  if ('fault' in read) return read;
  const source = read.series === publishedExample ? exampleSource : null;
  const { decimals } = read;
  return { ...findFormula(read.series, decimals), formulas: percentFormulas, decimals, source };
}
