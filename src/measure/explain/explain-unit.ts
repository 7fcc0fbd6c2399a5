import type { Bilingual } from '../../model/language.ts';
import type { IndicatorValue, Score, ScoreSpread, UnitResult } from '../../model/measurement.ts';
import type { Dimension, Indicator, IndicatorGroup, Method } from '../../model/method.ts';
import { effectiveWeights } from '../combine.ts';
import { formulaOf } from '../formulas/formulas.ts';
import { indicatorScore } from '../indicator-score.ts';

/** How a score came about, from the overall figure down to counts. */
export interface Explanation {
  readonly step: 'overall' | 'dimension' | 'group' | 'indicator';
  readonly id: string;
  readonly name: Bilingual;
  /** Weight in the parent as the method states it. */
  readonly weight: number;
  /** Weight in the parent after what has no figure fell out; 0 for what has none itself. */
  readonly effective: number;
  /** Weight in the overall score: the product of the effective weights above. */
  readonly share: number;
  readonly score: Score;
  /** How sure the score is; null at an indicator, and where counts by group are not known. */
  readonly spread: ScoreSpread;
  /** Points of the overall score: share × score; null where this or the overall has no figure. */
  readonly contribution: number | null;
  readonly source: string;
  readonly sourceEn: string;
  readonly assumption: boolean;
  readonly reason: Bilingual;
  /** At an indicator only: its value, formula and goalposts. */
  readonly indicator?: ExplainedIndicator;
  readonly children: readonly Explanation[];
}

export interface ExplainedIndicator extends IndicatorValue {
  readonly goalposts: readonly [number, number];
  readonly minimum: number;
  readonly basis: Indicator['basis'];
  readonly formula: {
    readonly id: string;
    readonly numerator: Bilingual;
    readonly denominator: Bilingual;
    readonly source: string;
    readonly sourceEn: string;
    /** True where no source states the formula. */
    readonly assumption: boolean;
  };
}

interface Place {
  readonly effective: number;
  readonly share: number;
  readonly hasOverall: boolean;
}

/** The tree of a unit's result by the method it was measured with. */
export function explainUnit(method: Method, unit: UnitResult): Explanation {
  const values = new Map(unit.indicators.map((value) => [value.id, value]));
  const hasOverall = unit.overall !== null;
  const scoreOf = (indicator: Indicator): Score => {
    const value = values.get(indicator.id);
    return value === undefined ? null : indicatorScore(indicator, value);
  };
  const below = <Child extends { readonly weight: number }>(
    children: readonly Child[],
    score: (child: Child) => Score,
    share: number,
    explain: (child: Child, place: Place) => Explanation,
  ): Explanation[] => {
    const weights = effectiveWeights(
      children.map((child) => ({ weight: child.weight, score: score(child)?.score ?? null })),
    );
    return children.map((child, i) => {
      const effective = weights[i] ?? 0;
      return explain(child, { effective, share: share * effective, hasOverall });
    });
  };
  const ofIndicator = (indicator: Indicator, place: Place): Explanation => {
    const value = values.get(indicator.id);
    const detail = value === undefined ? {} : { indicator: detailOf(indicator, value) };
    return { ...node('indicator', indicator, scoreOf(indicator), null, place, []), ...detail };
  };
  const ofGroup = (group: IndicatorGroup, place: Place): Explanation =>
    node(
      'group',
      group,
      unit.groups[group.id] ?? null,
      unit.spread?.groups[group.id] ?? null,
      place,
      below(group.indicators, scoreOf, place.share, ofIndicator),
    );
  const ofDimension = (dimension: Dimension, place: Place): Explanation =>
    node(
      'dimension',
      dimension,
      unit.dimensions[dimension.id],
      unit.spread?.dimensions[dimension.id] ?? null,
      place,
      below(dimension.groups, ({ id }) => unit.groups[id] ?? null, place.share, ofGroup),
    );
  const top = {
    ...method,
    weight: 1,
    source: method.id,
    sourceEn: method.id,
    assumption: false,
    reason: '',
    reasonEn: '',
  };
  const dimensions = below(method.dimensions, ({ id }) => unit.dimensions[id], 1, ofDimension);
  const place = { effective: 1, share: 1, hasOverall };
  return node('overall', top, unit.overall, unit.spread?.overall ?? null, place, dimensions);
}

type Stated = Pick<
  IndicatorGroup,
  'id' | 'name' | 'nameEn' | 'weight' | 'source' | 'sourceEn' | 'assumption' | 'reason' | 'reasonEn'
>;

function node(
  step: Explanation['step'],
  stated: Stated,
  score: Score,
  spread: ScoreSpread,
  { effective, share, hasOverall }: Place,
  children: readonly Explanation[],
): Explanation {
  return {
    step,
    id: stated.id,
    name: { zh: stated.name, en: stated.nameEn },
    weight: stated.weight,
    effective,
    share,
    score,
    spread,
    contribution: score === null || !hasOverall ? null : share * score.score,
    source: stated.source,
    sourceEn: stated.sourceEn,
    assumption: stated.assumption,
    reason: { zh: stated.reason, en: stated.reasonEn },
    children,
  };
}

function detailOf(indicator: Indicator, value: IndicatorValue): ExplainedIndicator {
  const { id, numerator, denominator, source } = formulaOf(indicator.formula);
  const { goalposts, minimum, basis } = indicator;
  const cited = { source: source.zh, sourceEn: source.en, assumption: source.assumption };
  return { ...value, goalposts, minimum, basis, formula: { id, numerator, denominator, ...cited } };
}

/** The nodes from the overall score down to the one with this id; empty where there is none. */
export function pathTo(explanation: Explanation, id: string): Explanation[] {
  if (explanation.id === id) return [explanation];
  for (const child of explanation.children) {
    const path = pathTo(child, id);
    if (path.length > 0) return [explanation, ...path];
  }
  return [];
}
