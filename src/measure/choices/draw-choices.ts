import {
  aggregations,
  factors,
  normalisations,
  weightings,
  type ChoiceBounds,
  type Factor,
} from '../../model/choices/choice-request.ts';
import { draw, stream, uniform } from '../../model/math/random.ts';
import { normalise } from '../normalise.ts';
import { combineUp, type Scored } from './aggregate.ts';
import type { Choices } from './choices.ts';
import type { Composite } from './composite.ts';
import { normaliseLeaves, onPositiveScale } from './normalise-leaves.ts';
import { rankInto, rankStatistics, type RankStatistics } from './rank-statistics.ts';
import { sobolWithErrors, type SobolResult } from './sobol.ts';
import { treatOutliers } from './treat-outliers.ts';

export interface ChoiceDraws {
  readonly seed: number;
  /** Rows of each of the two matrices: 2 + as many blocks as there are factors are computed of each. */
  readonly rows: number;
  readonly bounds: ChoiceBounds;
}

export interface ChoiceUncertainty {
  /** Composites that were computed. */
  readonly draws: number;
  /** Of each unit, over the independent draws; null without a rank. */
  readonly ranks: readonly (RankStatistics | null)[];
  /** Of the mean distance of ranks from those in use, by factor; null where no choice moves a rank. */
  readonly sobol: Readonly<Record<Factor, SobolResult>> | null;
}

/**
 * Draws choices at random and ranks the units under each: all normalisations, aggregations, weightings and both treatments of
 * outliers as likely as another, weights and goalposts evenly within their bounds. Every draw is keyed by the seed.
 */
export function drawChoices(
  composite: Composite,
  values: Float64Array,
  inUse: Choices,
  nominal: readonly (number | null)[],
  { seed, rows, bounds }: ChoiceDraws,
): ChoiceUncertainty {
  const units = nominal.length;
  const rank = createRanker(composite, values, inUse, bounds);
  const ranks = new Uint16Array(units);
  const drawn: number[][] = nominal.map(() => []);
  const outcomes = (matrices: readonly number[], keepRanks: boolean): Float64Array => {
    const shifts = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      rank(
        (factor, n) => uniform(draw(seed, stream.choice, matrices[factor] ?? 0, row, factor * 1024 + n)),
        ranks,
      );
      shifts[row] = meanShift(ranks, nominal);
      if (keepRanks) ranks.forEach((one, unit) => one > 0 && drawn[unit]?.push(one));
    }
    return shifts;
  };
  const allFrom = (matrix: number): number[] => factors.map(() => matrix);
  const a = outcomes(allFrom(0), true);
  const b = outcomes(allFrom(1), true);
  const ab = factors.map((_, factor) => outcomes(allFrom(0).with(factor, 1), false));
  const results = sobolWithErrors({ a, b, ab }, seed);
  return {
    draws: rows * (2 + factors.length),
    ranks: drawn.map(rankStatistics),
    sobol: results && byFactor(results),
  };
}

function byFactor([first, ...others]: readonly SobolResult[]): Record<Factor, SobolResult> | null {
  const [aggregation, weighting, winsorising, weights, goalposts] = others;
  if (!first || !aggregation || !weighting || !winsorising || !weights || !goalposts) return null;
  return { normalisation: first, aggregation, weighting, winsorising, weights, goalposts };
}

/** Mean distance of ranks from those in use (Saisana, Saltelli and Tarantola 2005), over units that have both. */
function meanShift(ranks: Uint16Array, nominal: readonly (number | null)[]): number {
  let [sum, n] = [0, 0];
  ranks.forEach((rank, unit) => {
    const used = nominal[unit] ?? null;
    if (used === null || rank === 0) return;
    sum += Math.abs(rank - used);
    n++;
  });
  return n === 0 ? 0 : sum / n;
}

/** A number in (0, 1) for a factor, its n-th. */
type Chance = (factor: number, n: number) => number;

/** One of a list, each as likely as another. */
function pick<T>([first, ...others]: readonly [T, ...T[]], chance: number): T {
  const at = Math.floor(chance * (others.length + 1));
  return others[at - 1] ?? first;
}

/** Values of all leaves with their outliers brought in, none of them turned into a logarithm. */
function broughtIn(values: Float64Array, count: number): Float64Array {
  const units = values.length / count;
  const treated = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += units)
    treated.set(treatOutliers(values.subarray(at, at + units), false).values, at);
  return treated;
}

/** Ranks the units under drawn choices; what does not depend on bounds is computed once. */
function createRanker(
  composite: Composite,
  values: Float64Array,
  inUse: Choices,
  bounds: ChoiceBounds,
): (chance: Chance, ranks: Uint16Array) => void {
  const count = composite.leaves.length;
  const units = values.length / count;
  const nodes = count + composite.parents.length;
  const scored: Scored = {
    units,
    scores: new Float64Array(nodes * units),
    shares: new Float64Array(nodes),
  };
  const weights = new Float64Array(inUse.weights.length);
  const overall = scored.scores.subarray((nodes - 1) * units);
  const tables = new Map<string, Float64Array>();
  const rankings = new Map<string, Uint16Array>();
  // Goalposts move with each draw; outliers are brought in as goalposts have it.
  const brought = broughtIn(values, count);
  const move = (chance: Chance, from: Float64Array, isGeometric: boolean): void => {
    inUse.goalposts.forEach(([worst, best], leaf) => {
      const reach = 2 * bounds.goalposts * (best - worst);
      const posts = [
        worst + (chance(5, 2 * leaf) - 0.5) * reach,
        best + (chance(5, 2 * leaf + 1) - 0.5) * reach,
      ] as const;
      for (let i = leaf * units; i < (leaf + 1) * units; i++) {
        const score = normalise(from[i] ?? NaN, posts);
        scored.scores[i] = isGeometric ? Math.log(onPositiveScale(score)) : score;
      }
    });
  };
  return (chance, ranks) => {
    const normalisation = pick(normalisations, chance(0, 0));
    const aggregation = pick(aggregations, chance(1, 0));
    const weighting = pick(weightings, chance(2, 0));
    const winsorising = chance(3, 0) < 0.5;
    const isGeometric = aggregation === 'geometric';
    const choice = { normalisation, aggregation, winsorising };
    const table = `${normalisation} ${aggregation} ${String(winsorising)}`;
    const isFixed = normalisation !== 'goalposts' && weighting !== 'given';
    const known = isFixed ? rankings.get(`${table} ${weighting}`) : undefined;
    if (known) {
      ranks.set(known);
      return;
    }
    if (weighting === 'given') {
      inUse.weights.forEach((weight, node) => {
        weights[node] = weight * (1 + 2 * bounds.weights * (chance(4, node) - 0.5));
      });
    }
    if (normalisation === 'goalposts') move(chance, winsorising ? brought : values, isGeometric);
    else {
      let leaves = tables.get(table);
      if (leaves === undefined) {
        leaves = normaliseLeaves(values, inUse.goalposts, choice);
        if (isGeometric) leaves = leaves.map(Math.log);
        tables.set(table, leaves);
      }
      scored.scores.set(leaves);
    }
    combineUp(composite, scored, { aggregation, weighting, weights });
    rankInto(overall, ranks);
    if (isFixed) rankings.set(`${table} ${weighting}`, ranks.slice());
  };
}
