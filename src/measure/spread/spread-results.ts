import type { IndicatorValue, Score, ScoreSpread, UnitResult } from '../../model/measurement.ts';
import { indicatorsOf, type Method } from '../../model/method.ts';
import type { GroupedCounts } from '../group-counts.ts';
import type { Scale } from '../scale.ts';
import { mapTree, type Tree } from '../score-unit.ts';
import type { UnitCounts } from '../unit-counts.ts';
import { bandChances } from './band-chances.ts';
import { drawnCounts, drawnIndicator, type DrawnIndicator, type KnownGroups } from './drawn-indicator.ts';
import { nodeSlopes } from './node-slopes.ts';
import { redrawInterval, shareInterval } from './redraw-interval.ts';
import { spreadIndicators, type IndicatorSpread } from './spread-indicators.ts';
import { spreadScores, type DrawnSpread, type DrawnUnit } from './spread-scores.ts';

/** A result without spread, and the counts that it is of. */
export interface CountedResult {
  readonly result: UnitResult;
  readonly counts: UnitCounts;
  readonly groups: GroupedCounts | undefined;
}

/**
 * Results of units of a kind with their spread (散布): how far each figure may lie from what other persons, offices and items of the same
 * quality would give. Results of units whose counts by group are not known stay as they are.
 */
export function spreadResults(units: readonly CountedResult[], method: Method, scale: Scale): UnitResult[] {
  const known = units.flatMap(({ result, counts, groups }) =>
    groups?.persons === undefined || groups.offices === undefined
      ? []
      : [{ result, counts, groups: { ...groups, persons: groups.persons, offices: groups.offices } }],
  );
  const drawn = known.map((unit) => drawnIndicators(method, unit, scale));
  const spreads = spreadIndicators(indicatorsOf(method), drawn);
  const drawnUnits = known.map(({ result }, i) => {
    const own = spreads[i] ?? [];
    const variances = own.map((one) => one?.variance);
    return { drawn: drawn[i] ?? [], spreads: own, slopes: nodeSlopes(method, result.indicators, variances) };
  });
  const scores = spreadScores(drawnUnits);
  const spread = new Map(
    known.map(({ result }, i) => {
      const [unit, tree] = [drawnUnits[i], scores[i]];
      return [result, unit && tree ? withSpread(method, result, unit, tree) : result];
    }),
  );
  return units.map(({ result }) => spread.get(result) ?? result);
}

function drawnIndicators(
  method: Method,
  { result, counts, groups }: CountedResult & { readonly groups: KnownGroups },
  scale: Scale,
): (DrawnIndicator | undefined)[] {
  const drawn = drawnCounts(counts, groups);
  return indicatorsOf(method).map((indicator, i) =>
    drawnIndicator(indicator, result.indicators[i], scale, drawn),
  );
}

/** What scores lie between. */
const SCALE = [0, 100] as const;

function withSpread(
  method: Method,
  unit: UnitResult,
  { drawn, spreads }: Pick<DrawnUnit, 'drawn' | 'spreads'>,
  scores: Tree<DrawnSpread>,
): UnitResult {
  const redrawn = mapTree<NonNullable<Score>, NonNullable<Score>>(unit, (score, at) => {
    const of = at(scores);
    return score === null || of === null
      ? null
      : { score: score.score, ...redrawInterval(score.score, of, SCALE) };
  });
  const printed = mapTree<NonNullable<Score>, NonNullable<ScoreSpread>>(unit, (score, at) =>
    printedSpread(score, at(scores)),
  );
  const { overall } = printed;
  const score = unit.overall?.score;
  const effect = overall?.designEffect ?? 1;
  return {
    ...unit,
    ...redrawn,
    bandChance:
      score === undefined || overall === null || unit.band === null
        ? null
        : bandChances({ ...overall, score }, method.bands),
    spread: printed,
    indicators: unit.indicators.map((value, i) => redrawnValue(value, drawn[i], spreads[i], effect)),
  };
}

function printedSpread(score: Score, of: DrawnSpread | null): NonNullable<ScoreSpread> | null {
  if (score === null || of === null) return null;
  const { variance, freedom, designEffect, persons, personFreedom } = of;
  return {
    error: Math.sqrt(variance),
    freedom,
    designEffect,
    samePlaces: redrawInterval(score.score, { variance: persons, freedom: personFreedom }, SCALE),
    worstCase: { low: score.low, high: score.high },
  };
}

/** The interval of an indicator’s value for a new draw; `effect` stands for its design effect where nothing is seen to vary. */
function redrawnValue(
  value: IndicatorValue,
  drawn: DrawnIndicator | undefined,
  spread: IndicatorSpread | undefined,
  effect: number,
): IndicatorValue {
  if (drawn === undefined || spread === undefined) return value;
  const { designEffect, variance } = spread;
  const interval = drawn.isMean
    ? redrawInterval(drawn.value, { variance, freedom: KNOWN }, [0, Infinity])
    : shareInterval(drawn.value, drawn.n, variance === 0 ? effect : designEffect);
  return { ...value, redraw: { ...interval, designEffect } };
}

/** The variances of indicators are asked of all units, and as good as known. */
const KNOWN = Infinity;
