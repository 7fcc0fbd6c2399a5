import { translate } from '../model/language.ts';
import type { RealismCheck } from '../model/realism/realism-check.ts';
import type { RealismRange } from '../model/realism/realism-range.ts';
import { printCount } from '../wording/print-number.ts';
import {
  confidenceNames,
  printRealismRange,
  printRealismValue,
  realismNames,
  realismVerdicts,
} from '../wording/realism-names.ts';
import type { Output } from './output.ts';
import { tableLines } from './table.ts';

/** The checks of realism for machines; `ok` is null where nothing can be said. */
export const realismDocument = (checks: readonly RealismCheck[]) =>
  checks.map(
    ({ id, value, n, low, high, least, verdict, kind, source, sourceEn, confidence, assumption }) => ({
      id,
      value,
      n,
      low,
      high,
      least,
      verdict,
      ok: verdict === 'few' ? null : verdict === 'inside',
      kind,
      source,
      sourceEn,
      confidence,
      assumption,
    }),
  );

const sourcesOf = (ranges: readonly RealismRange[], { text }: Output): string[] => [
  ...new Set(ranges.map(({ source, sourceEn }) => text(source, sourceEn))),
];

/** Prints the table of realism; its last column numbers the sources of the ranges. */
export function printRealism(checks: readonly RealismCheck[], output: Output): void {
  const { language, text, line } = output;
  const sources = sourcesOf(checks, output);
  const rows = checks.map((check) => [
    translate(realismVerdicts[check.verdict], language),
    translate(realismNames[check.id], language),
    printRealismValue(check, language),
    printRealismRange(check, language),
    printCount(check.n),
    [
      `[${String(sources.indexOf(text(check.source, check.sourceEn)) + 1)}]`,
      translate(confidenceNames[check.confidence], language),
      ...(check.assumption ? [text('假设', 'assumption')] : []),
    ].join(' '),
  ]);
  const table = tableLines(
    [
      { heading: text('判断', 'verdict'), side: 'left' },
      { heading: text('统计', 'statistic'), side: 'left' },
      { heading: text('值', 'value'), side: 'right' },
      { heading: text('范围', 'range'), side: 'right' },
      { heading: text('数量', 'n'), side: 'right' },
      { heading: text('依据', 'source'), side: 'left' },
    ],
    rows,
  );
  table.forEach(line);
}

/** Prints the sources that tables of realism number. */
export function printRealismSources(ranges: readonly RealismRange[], output: Output): void {
  sourcesOf(ranges, output).forEach((source, i) => {
    output.line(`[${String(i + 1)}] ${source}`);
  });
}
