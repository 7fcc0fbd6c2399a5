import type { ExplainedFigure } from '../../jobs/measure/explain/explain-figure.ts';
import { printFixed, printPercent, printScore } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { indicatorTexts } from './indicator-texts.ts';

type ScoreFigure = Extract<ExplainedFigure, { of: 'score' }>;

/** How an interval was made: in words, and part by part where it was put together. */
export interface ShownInterval {
  readonly text: string;
  /** The interval of an indicator for a new draw; empty where there is none. */
  readonly redraw: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly sums: readonly string[];
}

export function shownInterval(
  { language }: RequestContext,
  { indicator, spread }: ScoreFigure['node'],
  { way, value, score, parts }: ScoreFigure['interval'],
): ShownInterval {
  const t = translator({ ...siteTexts, ...indicatorTexts }, language);
  const ends = {
    scoreLow: printScore(score?.low ?? null, '—'),
    scoreHigh: printScore(score?.high ?? null, '—'),
  };
  const print = (number: number): string => printValue(indicator?.goalposts ?? [0, 1], number, '');
  const counts =
    indicator === undefined || value === null
      ? {}
      : {
          numerator: printFixed(indicator.numerator, 0),
          denominator: printFixed(indicator.denominator, 0),
          value: print(indicator.value ?? 0),
          half: print((value.high - value.low) / 2),
          low: print(value.low),
          high: print(value.high),
        };
  const redraw = indicator?.redraw ?? null;
  const sum = (side: 'below' | 'above'): string =>
    printFixed(
      parts.reduce((total, part) => total + part.effective * part[side], 0),
      3,
    );
  return {
    text: t(`${way}Way`, { ...ends, ...counts, ...spreadWords(score, spread) }),
    redraw:
      redraw === null
        ? ''
        : t('redrawnValue', {
            low: print(redraw.low),
            high: print(redraw.high),
            effect: printFixed(redraw.designEffect, 2),
          }),
    rows: parts.map(({ name, effective, below, above }) => ({
      name: name[language],
      cells: [
        printPercent(effective),
        ...[below, above, effective * below, effective * above].map((number) => printFixed(number, 3)),
      ],
    })),
    sums: way === 'added' || way === 'redraw' ? [sum('below'), sum('above')] : [],
  };
}

/** The numbers of an interval for a new draw. */
function spreadWords(
  score: ScoreFigure['interval']['score'],
  spread: ScoreFigure['node']['spread'],
): Record<string, string> {
  if (score === null || spread === null) return {};
  const { error, freedom, designEffect, samePlaces, worstCase } = spread;
  return {
    score: printFixed(score.score, 2),
    error: printFixed(error, 3),
    freedom: printFixed(freedom, 0),
    effect: printFixed(designEffect, 2),
    sameLow: printFixed(samePlaces.low, 2),
    sameHigh: printFixed(samePlaces.high, 2),
    worstLow: printFixed(worstCase.low, 2),
    worstHigh: printFixed(worstCase.high, 2),
  };
}
