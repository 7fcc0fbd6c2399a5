import { explainBand, type ExplainedBand } from '../../../measure/explain/explain-band.ts';
import { explainInterval, type ExplainedInterval } from '../../../measure/explain/explain-interval.ts';
import { explainMean, type ExplainedMean } from '../../../measure/explain/explain-mean.ts';
import { explainRank, type ExplainedRank } from '../../../measure/explain/explain-rank.ts';
import type { Explanation } from '../../../measure/explain/explain-unit.ts';
import { notFound } from '../../../model/errors.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { Measurement, UnitResult } from '../../../model/measurement.ts';
import { dimensionIds, unitKinds, type DimensionId, type UnitKind } from '../../../model/reference.ts';
import { placesOf } from '../../../model/register.ts';
import type { Period } from '../../../model/time/period.ts';
import { countQueries } from './count-queries.ts';
import { explainScore, type ExplainedScore } from './explain-score.ts';

/** What is to be explained: a figure of a unit, or a mean of a kind of units, of all or of a region’s. */
export type FigureAsked =
  | { readonly unit: string; readonly figure: string }
  | { readonly kind: UnitKind; readonly region: string | undefined; readonly figure: string };

export type ExplainedFigure =
  | (ExplainedScore & {
      readonly of: 'score';
      readonly node: Explanation;
      readonly interval: ExplainedInterval;
      /** Queries that give all counts below the figure, each once. */
      readonly queries: readonly string[];
      /** Places of the units whose records count. */
      readonly places: readonly number[];
    })
  | { readonly of: 'rank'; readonly unit: UnitResult; readonly rank: ExplainedRank }
  | { readonly of: 'band'; readonly unit: UnitResult; readonly band: ExplainedBand }
  | {
      readonly of: 'mean';
      readonly kind: UnitKind;
      readonly region: string | undefined;
      readonly figure: 'overall' | DimensionId;
      readonly mean: ExplainedMean;
    };

/** How a figure of a measurement came about. Throws a Mistake where there is no such unit, region or figure. */
export function explainFigure(
  measurement: Measurement,
  knowledge: Pick<Knowledge, 'methods' | 'reference'>,
  period: Period,
  asked: FigureAsked,
): ExplainedFigure {
  if ('kind' in asked) return explainedMean(measurement, asked.kind, asked.region, asked.figure);
  const { figure } = asked;
  const whole = figure === 'rank' || figure === 'band';
  const explained = explainScore(measurement, knowledge, asked.unit, whole ? 'overall' : figure);
  const { unit, path } = explained;
  const method = knowledge.methods[unit.kind];
  if (figure === 'rank') return { of: 'rank', unit, rank: explainRank(method, measurement.units, unit) };
  if (figure === 'band') return { of: 'band', unit, band: explainBand(method, unit) };
  const node = path.at(-1) ?? explained.tree;
  const places = placesOf(knowledge.reference, unit.code);
  const queries = indicatorsBelow(node).flatMap(({ indicator }) =>
    indicator === undefined ? [] : countQueries(indicator.basis, indicator.formula.id, places, period),
  );
  return {
    ...explained,
    of: 'score',
    node,
    interval: explainInterval(node),
    queries: [...new Set(queries)],
    places,
  };
}

export const indicatorsBelow = (node: Explanation): readonly Explanation[] =>
  node.step === 'indicator' ? [node] : node.children.flatMap(indicatorsBelow);

function explainedMean(
  measurement: Measurement,
  kind: UnitKind,
  region: string | undefined,
  figureText: string,
): ExplainedFigure {
  const figures = ['overall', ...dimensionIds] as const;
  const figure = figures.find((one) => one === figureText);
  if (figure === undefined) {
    throw notFound(
      `没有“${figureText}”的平均值：可用 ${figures.join('、')}`,
      `there is no mean of “${figureText}”: use one of ${figures.join(', ')}`,
    );
  }
  const mean = explainMean(measurement, kind, figure, region);
  if (mean === null) {
    const known = measurement.regions.map(({ id }) => id).join(', ') || '—';
    throw notFound(
      `没有区域“${region ?? ''}”：可用 ${known}`,
      `there is no region “${region ?? ''}”: use one of ${known}`,
    );
  }
  return { of: 'mean', kind, region, figure, mean };
}

export const isUnitKind = (text: string): text is UnitKind => unitKinds.some((kind) => kind === text);
