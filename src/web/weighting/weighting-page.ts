import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { runName } from '../runs/run-choice.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { weightingTexts } from './weighting-texts.ts';
import { askedWeighting, type FeltLevel, type WeighedRun, type WeightingRow } from './weighting-view.ts';

export interface WeightingModel {
  readonly methodHref: string;
  readonly runs: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** Undefined where no run can be weighed. */
  readonly shown: WeightingShown | undefined;
}

interface WeightingShown {
  readonly files: { readonly csv: string; readonly json: string };
  readonly facts: string;
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly string[];
    readonly check: string;
  }[];
  readonly why: readonly string[];
  /** Empty without the truth. */
  readonly levels: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

const words = { ...siteTexts, ...weightingTexts };

/** What weighting to the register of cases does about non-response, and what it cannot do. */
export async function weightingPage(context: RequestContext): Promise<Page<WeightingModel>> {
  const { language } = context;
  const t = translator(words, language);
  const { runs, weighed } = await askedWeighting(context);
  return {
    view: 'weighting',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      methodHref: context.link('/method'),
      runs: runs.map((run) => ({
        value: String(run.id),
        name: runName({ id: String(run.id), database: '', run, regime: undefined }, language),
        selected: run.id === weighed?.run.id,
      })),
      kept: context.kept(),
      shown: weighed && shownOf(context, weighed, t),
    },
  };
}

function shownOf(
  context: RequestContext,
  { run, found, rows, levels }: WeighedRun,
  t: Translate,
): WeightingShown {
  const asked = { run: run.id };
  return {
    files: {
      csv: context.link('/files/weighting.csv', asked),
      json: context.link('/api/weighting.json', asked),
    },
    facts: t('facts', {
      services: printCount(found.services),
      answers: printCount(found.answers),
      share: printShare(shareOf(found.answers, found.services), '—'),
      cells: found.cells,
      empty: found.emptyCells,
    }),
    rows: rows.map((row) => ({ name: t(row.way), cells: rowCells(row), check: rakingCheck(row, t) })),
    why: whyLines(rows, levels, t),
    levels: levelRows(context, levels),
  };
}

function rowCells({ averageScore, gap, goodRate, effective, uncovered }: WeightingRow): string[] {
  return [
    averageScore === null ? '—' : printFixed(averageScore, 4),
    gap === null ? '—' : `${gap > 0 ? '+' : ''}${printFixed(gap, 4)}`,
    printShare(goodRate, '—'),
    effective === null ? '—' : printCount(effective),
    printShare(uncovered, '—'),
  ];
}

function rakingCheck({ raking }: WeightingRow, t: Translate): string {
  if (raking === null) return '—';
  const { converged, rounds, margin } = raking;
  const printed = margin === 0 ? '0' : margin >= 0.001 ? printShare(margin, '—') : margin.toExponential(0);
  return t(converged ? 'converged' : 'unconverged', { rounds, margin: printed.replace('-', '−') });
}

function whyLines(rows: readonly WeightingRow[], levels: readonly FeltLevel[], t: Translate): string[] {
  const meanOf = (way: WeightingRow['way']): number | null =>
    rows.find((row) => row.way === way)?.averageScore ?? null;
  const [before, after] = [meanOf('plain'), meanOf('postStratified')];
  const [truth, felt] = [meanOf('feltAll'), meanOf('feltRated')];
  if (truth === null || felt === null || before === null || after === null) return [t('noTruth')];
  const [gap, left] = [Math.abs(before - truth), Math.abs(after - truth)];
  const figures = { before: printFixed(before, 4), after: printFixed(after, 4), truth: printFixed(truth, 4) };
  return [
    left < gap
      ? t('whyHelps', { ...figures, part: printShare((gap - left) / gap, '—') })
      : t('whyWorse', figures),
    ...(ratesDiffer(levels) ? [t('whyLevel')] : []),
    t('whyOther', { felt: printFixed(felt, 4) }),
  ];
}

/** Difference between the highest and the lowest share of services with a rating, by what was felt, that are worth a word. */
const WORTH_SAYING = 0.02;

function ratesDiffer(levels: readonly FeltLevel[]): boolean {
  const rates = levels.flatMap(({ rate }) => rate ?? []);
  return Math.max(...rates) - Math.min(...rates) >= WORTH_SAYING;
}

const levelRows = (
  { site, language }: RequestContext,
  felt: readonly FeltLevel[],
): WeightingShown['levels'] =>
  felt.flatMap(({ level, services, ratings, rate }) => {
    const named = site.reference.levels.find((one) => one.level === level);
    const cells = [printCount(services), printCount(ratings), printShare(rate, '—')];
    return named === undefined ? [] : [{ name: nameIn(language, named), cells }];
  });
