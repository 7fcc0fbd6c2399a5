import type { UnitResult } from '../../model/measurement.ts';
import type { Method } from '../../model/method.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { explainLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { printGoalposts, printValue, printValueInterval } from '../../wording/indicator-value.ts';

export interface IndicatorGroupRows {
  readonly dimension: string;
  readonly group: string;
  readonly score: string;
  /** Where the score of the group is explained. */
  readonly explained: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly href: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly value: string;
    readonly interval: string;
    /** The interval for a new draw, and the design effect. */
    readonly redraw: string;
    readonly designEffect: string;
    readonly goalposts: string;
    readonly score: string;
    readonly assumption: boolean;
  }[];
}

const printAmount = (value: number): string => printFixed(value, Number.isInteger(value) ? 0 : 1);

/** The indicators of a unit, group by group in the order of its method. */
export function unitIndicators(
  context: RequestContext,
  method: Method,
  result: UnitResult,
): IndicatorGroupRows[] {
  const { language } = context;
  const missing = translator(siteTexts, language)('missing');
  const values = new Map(result.indicators.map((value) => [value.id, value]));
  return method.dimensions.flatMap((dimension) =>
    dimension.groups.map((group) => ({
      dimension: nameIn(language, dimension),
      group: nameIn(language, group),
      score: printScore(result.groups[group.id]?.score ?? null, missing),
      explained: explainLink(context, result.code, group.id),
      rows: group.indicators.map((indicator) => {
        const value = values.get(indicator.id);
        return {
          id: indicator.id,
          name: nameIn(language, indicator),
          href: context.link(`/units/${result.code}/indicators/${indicator.id}`),
          numerator: printAmount(value?.numerator ?? 0),
          denominator: printAmount(value?.denominator ?? 0),
          value: printValue(indicator.goalposts, value?.value ?? null, missing),
          // What is counted from the whole register was not sampled.
          interval:
            value === undefined || indicator.basis === 'register'
              ? '—'
              : printValueInterval(indicator.goalposts, value),
          redraw: printValueInterval(indicator.goalposts, value?.redraw ?? { low: null, high: null }),
          designEffect: value?.redraw ? printFixed(value.redraw.designEffect, 1) : '—',
          goalposts: printGoalposts(indicator.goalposts),
          score: printScore(value?.normalised ?? null, missing),
          assumption: indicator.assumption,
        };
      }),
    })),
  );
}
