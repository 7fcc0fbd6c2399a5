import { translate, type Language } from '../../model/language.ts';
import { barList, cellBar } from '../../charts/bar-list.ts';
import { printCount, printFixed, printShare } from '../../wording/print-number.ts';
import { likenessName, verdictTexts } from '../../wording/quality-names.ts';
import type { RequestContext } from '../request-context.ts';
import { nameIn, type Translate } from '../../wording/translator.ts';
import { cellNamer, type JudgedLine } from './quality-cells.ts';
import { simulatedCaption } from '../shared/simulated.ts';

/** A line of likeness as a row of the table. */
export interface LineRow {
  readonly id: string;
  readonly name: string;
  readonly n: string;
  readonly size: string;
  readonly bar: string;
  readonly limit: string;
  readonly noise: string;
  readonly statistic: string;
  readonly df: string;
  readonly p: string;
  readonly verdict: string;
  readonly verdictClass: string;
  readonly note: string;
}

/** Stored and expected counts of its cells, side by side. */
export interface Distribution {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly chart: string;
  readonly cells: readonly { readonly name: string; readonly observed: string; readonly expected: string }[];
}

/** Cells of a long list that are shown. */
export const SHOWN_CELLS = 12;
const LONG_LIST = 24;

const printP = (p: number): string =>
  p < 0.0001 ? '< 0.0001' : p > 0.9999 ? '1' : String(Number(p.toPrecision(2)));

export function lineRow(line: JudgedLine, { language, site }: RequestContext, t: Translate): LineRow {
  const { name, size, limit, noise, statistic, df, adjusted, verdict, n, effect, interval, cells } = line;
  const [cell] = cells;
  const figure = (value: number): string =>
    line.name.startsWith('target-ratio') ? printFixed(value, 3) : printShare(value, '—');
  const counts =
    effect === 'ratio' && cell !== undefined
      ? line.group === 'target'
        ? `${figure(cell.observed)} / ${figure(cell.expected)}`
        : `${printCount(cell.observed)} / ${printFixed(cell.expected, 1)}`
      : '';
  const range =
    interval === undefined ? '' : t('interval', { low: figure(interval.low), high: figure(interval.high) });
  const own =
    line.group === 'target'
      ? cellNamer(site.reference, language)(line, cell?.key ?? '').replace(
          'ratingsPerCase',
          t('ratingsPerCase'),
        )
      : lineName(line, site.reference.channels, language);
  return {
    id: name,
    name: own,
    n: printCount(n),
    size: printShare(size, '—'),
    bar: cellBar({ from: 0, to: limit * 2, ticks: [] }, size, limit),
    limit: printShare(limit, '—'),
    noise: Number.isFinite(noise) ? printShare(noise, '—') : '—',
    statistic: statistic === null ? '∞' : printFixed(statistic, 1),
    df: String(df),
    p: printP(adjusted),
    verdict: translate(verdictTexts[verdict], language),
    verdictClass: verdict === 'like' ? 'verdict-inside' : verdict === 'unlike' ? 'verdict-outside' : 'quiet',
    note: [counts, range].filter((text) => text !== '').join(' · '),
  };
}

/** Delays are named by their channel. */
function lineName(
  { name }: JudgedLine,
  channels: readonly { readonly code: number; readonly name: string; readonly nameEn: string }[],
  language: Language,
): string {
  const channel = channels.find(({ code }) => name === `delay-${String(code)}`);
  const words = translate(likenessName(name.replace(/^delay-.*/, 'delay')), language);
  return channel === undefined ? words : `${words} · ${nameIn(language, channel)}`;
}

export function distribution(
  line: JudgedLine,
  { language, site }: RequestContext,
  t: Translate,
): Distribution {
  const nameCell = cellNamer(site.reference, language);
  const difference = ({ observed, expected }: JudgedLine['cells'][number]): number =>
    Math.abs(observed - expected);
  const shown =
    line.cells.length <= LONG_LIST
      ? line.cells
      : [...line.cells].sort((a, b) => difference(b) - difference(a)).slice(0, SHOWN_CELLS);
  const cellName = (key: string): string =>
    line.factors !== undefined ? t('tenth', { n: key }) : nameCell(line, key);
  const highest = Math.max(1, ...shown.map(({ observed, expected }) => Math.max(observed, expected)));
  const name = lineName(line, site.reference.channels, language);
  return {
    id: line.name,
    name,
    note:
      line.factors === undefined
        ? ''
        : t('factors', {
            median: printFixed(line.factors.median, 3),
            spread: printFixed(line.factors.spread, 3),
          }),
    chart: barList(
      simulatedCaption(language, {
        id: `cells-${line.name}`,
        title: name,
        desc: t('detailNote', { n: SHOWN_CELLS }),
      }),
      { from: 0, to: highest, ticks: [] },
      shown.map(({ key, observed, expected }) => ({
        name: cellName(key),
        value: observed,
        printed: `${printCount(observed)} / ${printFixed(expected, 1)}`,
        mark: expected,
      })),
    ),
    cells: shown.map(({ key, observed, expected }) => ({
      name: cellName(key),
      observed: printCount(observed),
      expected: printFixed(expected, 1),
    })),
  };
}
