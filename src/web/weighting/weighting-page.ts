import type { RunNonResponse } from '../../jobs/audit/non-response.ts';
import { isFinished } from '../../model/run.ts';
import type { FeltCount } from '../../model/truth-totals.ts';
import { listRuns } from '../../store/read/runs.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { runName } from '../runs/run-choice.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../shared/translator.ts';
import { weightingTexts } from './weighting-texts.ts';

export interface WeightingModel {
  readonly methodHref: string;
  readonly runs: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  /** Undefined where no run can be weighed. */
  readonly shown: WeightingShown | undefined;
}

interface WeightingShown {
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
  const { language, results, site, query } = context;
  const t = translator(words, language);
  const runs = listRuns(site.store).filter(
    (run) => run.kind === 'simulate' && run.rowsKept === 1 && isFinished(run),
  );
  const ids = runs.map(({ id }) => String(id));
  const last = ids.at(-1);
  const chosen = last === undefined ? undefined : readChoice(query, 'run', ids, last);
  const found = chosen === undefined ? null : await results.nonResponse(Number(chosen));
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
        selected: String(run.id) === chosen,
      })),
      kept: ['lang', 'period', 'method'].flatMap((name) => {
        const value = query.get(name);
        return value === null ? [] : [{ name, value }];
      }),
      shown: found === null ? undefined : shownOf(context, found, t),
    },
  };
}

interface Felt {
  readonly averageScore: number | null;
  readonly goodRate: number | null;
}

function shownOf(context: RequestContext, found: RunNonResponse, t: Translate): WeightingShown {
  const { levels } = context.site.reference;
  const feltOf = (counts: readonly FeltCount[]): Felt => {
    const n = counts.reduce((sum, one) => sum + one.n, 0);
    const over = (of: (level: (typeof levels)[number]) => number): number =>
      counts.reduce((sum, { level, n: of1 }) => {
        const meaning = levels.find((one) => one.level === level);
        return sum + (meaning === undefined ? 0 : of1 * of(meaning));
      }, 0);
    return {
      averageScore: shareOf(
        over(({ score }) => score),
        n,
      ),
      goodRate: shareOf(
        over(({ bad }) => (bad ? 0 : 1)),
        n,
      ),
    };
  };
  const { truth } = found;
  const all = truth && feltOf(truth.all);
  const rated = truth && feltOf(truth.rated);
  const figures = ({ averageScore, goodRate }: Felt): string[] => [
    printScoreTo4(averageScore),
    all === null || all.averageScore === null || averageScore === null
      ? '—'
      : signed(averageScore - all.averageScore),
    printShare(goodRate, '—'),
  ];
  const ways = (['plain', 'postStratified', 'raked'] as const).map((way) => {
    const { weighting, ...felt } = found[way];
    const { effective, uncovered } = weighting;
    return {
      name: t(way),
      cells: [...figures(felt), printCount(effective), printShare(uncovered, '—')],
      check: way === 'raked' ? rakingCheck(found, t) : '—',
    };
  });
  const truths = [
    { name: t('feltRated'), felt: rated },
    { name: t('feltAll'), felt: all },
  ].flatMap(({ name, felt }) =>
    felt === null ? [] : [{ name, cells: [...figures(felt), '—', '—'], check: '—' }],
  );
  return {
    facts: t('facts', {
      services: printCount(found.services),
      answers: printCount(found.answers),
      share: printShare(shareOf(found.answers, found.services), '—'),
      cells: found.cells,
      empty: found.emptyCells,
    }),
    rows: [...ways, ...truths],
    why: whyLines(found, all, rated, t),
    levels: truth === null ? [] : levelRows(context, truth),
  };
}

const printScoreTo4 = (value: number | null): string => (value === null ? '—' : printFixed(value, 4));
const signed = (value: number): string => `${value > 0 ? '+' : ''}${printFixed(value, 4)}`;

function rakingCheck({ raked }: RunNonResponse, t: Translate): string {
  const { converged, rounds, margin } = raked.weighting;
  const printed = margin === 0 ? '0' : margin >= 0.001 ? printShare(margin, '—') : margin.toExponential(0);
  return t(converged ? 'converged' : 'unconverged', { rounds, margin: printed.replace('-', '−') });
}

function whyLines(found: RunNonResponse, all: Felt | null, rated: Felt | null, t: Translate): string[] {
  const [before, after] = [found.plain.averageScore, found.postStratified.averageScore];
  const truth = all?.averageScore ?? null;
  const felt = rated?.averageScore ?? null;
  if (truth === null || felt === null || before === null || after === null) return [t('noTruth')];
  const [gap, left] = [Math.abs(before - truth), Math.abs(after - truth)];
  const figures = { before: printFixed(before, 4), after: printFixed(after, 4), truth: printFixed(truth, 4) };
  return [
    left < gap
      ? t('whyHelps', { ...figures, part: printShare((gap - left) / gap, '—') })
      : t('whyWorse', figures),
    ...(ratesDiffer(found) ? [t('whyLevel')] : []),
    t('whyOther', { felt: printFixed(felt, 4) }),
  ];
}

/** Difference between the highest and the lowest share of services with a rating, by what was felt, that are worth a word. */
const WORTH_SAYING = 0.02;

function ratesDiffer({ truth }: RunNonResponse): boolean {
  const rates = (truth?.all ?? []).flatMap(
    ({ level, n }) => shareOf(truth?.rated.find((one) => one.level === level)?.n ?? 0, n) ?? [],
  );
  return Math.max(...rates) - Math.min(...rates) >= WORTH_SAYING;
}

function levelRows(
  { site, language }: RequestContext,
  { all, rated }: NonNullable<RunNonResponse['truth']>,
): WeightingShown['levels'] {
  return [...site.reference.levels]
    .sort((a, b) => b.level - a.level)
    .map((level) => {
      const [whole, part] = [all, rated].map(
        (counts) => counts.find((one) => one.level === level.level)?.n ?? 0,
      );
      return {
        name: nameIn(language, level),
        cells: [
          printCount(whole ?? 0),
          printCount(part ?? 0),
          printShare(shareOf(part ?? 0, whole ?? 0), '—'),
        ],
      };
    });
}
