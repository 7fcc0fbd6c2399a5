import { normalCdf } from '../../model/math/normal.ts';
import type { IndicatorValue } from '../../model/measurement.ts';
import { indicatorsOf, type Indicator, type Method } from '../../model/method.ts';
import { mapTree, scoreTree, type Tree } from '../score-unit.ts';

/** Points by which each node of the tree of a unit moves, for a move of one in the value of each indicator, in the method's order. */
export function nodeSlopes(
  method: Method,
  values: readonly IndicatorValue[],
  variances: readonly (number | undefined)[],
): Tree<readonly number[]> {
  const indicators = indicatorsOf(method);
  const place = new Map(indicators.map(({ id }, i) => [id, i]));
  const valueOf = ({ id }: Indicator): number | null => values[place.get(id) ?? -1]?.value ?? null;
  // A tree is a weighted mean of its indicators: scored 1 with all others 0, an indicator shows its weight in each node.
  const weights = indicators.map(({ id }) =>
    scoreTree(method, (one) => (valueOf(one) === null ? null : one.id === id ? 1 : 0)),
  );
  const slopes = indicators.map((indicator, i) => {
    const value = valueOf(indicator);
    return value === null ? 0 : slopeOf(indicator.goalposts, value, variances[i] ?? 0);
  });
  return mapTree<number, readonly number[]>(scoreTree(method, valueOf), (figure, at) =>
    figure === null
      ? null
      : slopes.map((slope, i) => slope * (weights[i] === undefined ? 0 : (at(weights[i]) ?? 0))),
  );
}

/**
 * Points of score for a move of one in a value that varies so: those between the goalposts, times the chance that it lies there. A
 * value on a goalpost can leave it to one side, and one a little beyond it may have come there by chance.
 */
function slopeOf([worst, best]: readonly [number, number], value: number, variance: number): number {
  const slope = 100 / (best - worst);
  const within = [Math.min(worst, best), Math.max(worst, best)];
  const [from = 0, to = 0] = within;
  if (variance === 0) return value > from && value < to ? slope : 0;
  const error = Math.sqrt(variance);
  return slope * (normalCdf((to - value) / error) - normalCdf((from - value) / error));
}
