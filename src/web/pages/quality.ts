import type { QualityReport } from '../../jobs/quality-report.ts';
import { defects } from '../../model/defect.ts';
import { say, type Language } from '../../model/language.ts';
import { notFound } from '../../model/errors.ts';
import { refusalText } from '../../model/refusal.ts';
import { barList, cellBar } from '../../publish/bar-list.ts';
import { printCount, printFixed, printShare, shareOf } from '../../publish/print-number.ts';
import { likenessName, validityWords, verdictWords } from '../../publish/quality-words.ts';
import type { Page } from '../page.ts';
import { cellNamer, type Line } from '../parts/quality-cells.ts';
import type { Visit } from '../visit.ts';
import { qualityWords } from '../words/quality-words.ts';
import { siteWords } from '../words/site-words.ts';
import { nameIn, speaker, type Speak } from '../words/speaker.ts';

interface LineRow {
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

interface Distribution {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly chart: string;
  readonly cells: readonly { readonly name: string; readonly observed: string; readonly expected: string }[];
}

interface Counted {
  readonly name: string;
  readonly n: string;
}

export interface QualityModel {
  readonly runsHref: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly verdict: { readonly valid: string; readonly validClass: string; readonly like: string };
  readonly few: string;
  readonly failed: string;
  readonly looked: string;
  readonly kept: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly checked: string;
    readonly wrong: string;
    readonly isWrong: boolean;
    readonly examples: string;
  }[];
  readonly refused: readonly Counted[];
  readonly basis: QualityReport['likeness']['basis'];
  readonly groups: readonly { readonly name: string; readonly rows: readonly LineRow[] }[];
  readonly detailNote: string;
  readonly distributions: readonly Distribution[];
  readonly truth: TruthModel | null;
}

interface TruthModel {
  readonly levels: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly mechanisms: readonly Counted[];
  readonly losses: readonly { readonly name: string; readonly level: string; readonly n: string }[];
  readonly defects: readonly { readonly name: string; readonly rung: string; readonly n: string }[];
}

const words = { ...siteWords, ...qualityWords };
const groups = ['target', 'volume', 'case', 'rating'] as const;
/** Cells of a long list that are shown. */
const SHOWN_CELLS = 12;
const LONG_LIST = 24;

/** Whether a run can be trusted: validity, likeness, and apart from them the truth. */
export function qualityPage(visit: Visit): Page<QualityModel> {
  const { language } = visit;
  const t = speaker(words, language);
  const report = visit.results.quality(runNumber(visit.param('id')));
  const { run, validity, likeness } = report;
  return {
    view: 'quality',
    title: t('title', { run: run.id }),
    words,
    periodFree: true,
    model: {
      runsHref: visit.link('/runs'),
      facts: [
        { name: t('scenario'), value: run.scenario },
        { name: t('seed'), value: run.seed === null ? '—' : String(run.seed) },
        { name: t('days'), value: run.from === null ? '—' : `${run.from} – ${run.to ?? ''}` },
        { name: t('digest'), value: run.digest },
      ],
      verdict: {
        valid: t(validity.valid === null ? 'notKept' : validity.valid ? 'valid' : 'invalid'),
        validClass: validity.valid === false ? 'verdict-outside' : 'verdict-inside',
        like:
          likeness.basis === 'no-scenario'
            ? t('noScenario')
            : likeness.basis === 'all-defects'
              ? t('allDefects')
              : t('likeOf', { like: likeness.like, judged: likeness.like + likeness.unlike }),
      },
      few: likeness.few === 0 ? '' : t('fewNote', { few: likeness.few }),
      failed:
        report.failed.length === 0
          ? t('passed')
          : t('failed', { names: report.failed.map((name) => nameOf(name, language)).join(t('comma')) }),
      looked: lookedText(report, t),
      kept: validity.valid !== null,
      checks: validity.checks.map(({ name, checked, wrong, examples }) => ({
        name: say(validityWords[name], language),
        checked: printCount(checked),
        wrong: printCount(wrong),
        isWrong: wrong > 0,
        examples: examples.join('; '),
      })),
      refused: Object.entries(validity.refused).map(([reason, n]) => ({
        name: say(
          Object.entries(refusalText).find(([known]) => known === reason)?.[1].name ?? {
            zh: reason,
            en: reason,
          },
          language,
        ),
        n: printCount(n),
      })),
      basis: likeness.basis,
      groups: groups.flatMap((group) => {
        const rows = likeness.lines.filter((line) => line.group === group);
        return rows.length === 0 ? [] : [{ name: t(group), rows: rows.map((row) => lineRow(row, visit, t)) }];
      }),
      detailNote: t('detailNote', { n: SHOWN_CELLS }),
      distributions: likeness.lines
        .filter(({ effect }) => effect === 'distance')
        .map((line) => distribution(line, visit, t)),
      truth: truthModel(report, visit, t),
    },
  };
}

function runNumber(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw notFound(`没有第“${text}”次运行`, `there is no run “${text}”`);
}

const nameOf = (name: string, language: Language): string => {
  const check = Object.entries(validityWords).find(([known]) => known === name)?.[1];
  return say(check ?? likenessName(name), language);
};

function lookedText({ run, looked }: QualityReport, t: Speak): string {
  const values = {
    run: run.id,
    services: printCount(looked.services),
    ratings: printCount(looked.ratings),
    ofServices: printCount(looked.ofServices),
    ofRatings: printCount(looked.ofRatings),
    every: looked.everyDay,
  };
  if (run.kind === 'collect') return t('lookedFirst', values);
  return t(looked.everyDay === 1 ? 'lookedAll' : 'lookedSome', values);
}

const printP = (p: number): string =>
  p < 0.0001 ? '< 0.0001' : p > 0.9999 ? '1' : String(Number(p.toPrecision(2)));

function lineRow(line: Line, { language, site }: Visit, t: Speak): LineRow {
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
    verdict: say(verdictWords[verdict], language),
    verdictClass: verdict === 'like' ? 'verdict-inside' : verdict === 'unlike' ? 'verdict-outside' : 'quiet',
    note: [counts, range].filter((text) => text !== '').join(' · '),
  };
}

/** Delays are named by their channel. */
function lineName(
  { name }: Line,
  channels: readonly { readonly code: number; readonly name: string; readonly nameEn: string }[],
  language: Language,
): string {
  const channel = channels.find(({ code }) => name === `delay-${String(code)}`);
  const words = say(likenessName(name.replace(/^delay-.*/, 'delay')), language);
  return channel === undefined ? words : `${words} · ${nameIn(language, channel)}`;
}

function distribution(line: Line, { language, site }: Visit, t: Speak): Distribution {
  const nameCell = cellNamer(site.reference, language);
  const difference = ({ observed, expected }: Line['cells'][number]): number => Math.abs(observed - expected);
  const shown =
    line.cells.length <= LONG_LIST
      ? line.cells
      : [...line.cells].sort((a, b) => difference(b) - difference(a)).slice(0, SHOWN_CELLS);
  const cellName = (key: string): string =>
    line.name.startsWith('delay-') ? t('tenth', { n: key }) : nameCell(line, key);
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
      { id: `cells-${line.name}`, title: name, desc: t('detailNote', { n: SHOWN_CELLS }) },
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

/** A defect by its number and name in the catalogue. */
const defectName = (id: string, language: Language): string => {
  const known = Object.entries(defects).find(([key]) => key === id)?.[1];
  return known === undefined ? id : `${id} ${say(known.name, language)}`;
};

function truthModel({ truth }: QualityReport, { language, site }: Visit, t: Speak): TruthModel | null {
  if (truth === null) return null;
  const columns = [truth.felt, truth.feltByRated, truth.published];
  const levels = [5, 4, 3, 2, 1, 0].filter((level) =>
    columns.some((counts) => counts.some((one) => one.level === level)),
  );
  const levelName = (level: number): string => {
    const known = site.reference.levels.find((one) => one.level === level);
    return known === undefined ? t('levelNone') : nameIn(language, known);
  };
  return {
    levels: levels.map((level) => ({
      name: levelName(level),
      values: columns.map((counts) => {
        const all = counts.reduce((sum, { n }) => sum + n, 0);
        const n = counts.find((one) => one.level === level)?.n ?? 0;
        return `${printCount(n)} (${printShare(shareOf(n, all), '—')})`;
      }),
    })),
    mechanisms: truth.mechanisms.map(({ mechanism, n }) => ({ name: t(mechanism), n: printCount(n) })),
    losses: truth.losses.map(({ cause, level, n }) => ({
      name: t(cause),
      level: levelName(level),
      n: printCount(n),
    })),
    defects: truth.defects.map(({ defect, rung, n }) => ({
      name: defectName(defect, language),
      rung: String(rung),
      n: printCount(n),
    })),
  };
}
