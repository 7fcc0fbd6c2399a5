import type { IndicatorValue } from '../../model/measurement.ts';
import type { Indicator } from '../../model/method.ts';
import { formulaOf } from '../formulas/formulas.ts';
import type { Ratio } from '../formulas/formula.ts';
import type { GroupedCounts } from '../group-counts.ts';
import { withoutGroup } from '../group-counts.ts';
import type { Scale } from '../scale.ts';
import type { UnitCounts } from '../unit-counts.ts';
import { meanSquares, type GroupFigure, type MeanSquares } from './intraclass.ts';

/** An indicator of one unit, as records drawn anew would move it. */
export interface DrawnIndicator {
  readonly value: number;
  readonly n: number;
  readonly isMean: boolean;
  /** Variance if every record were drawn by itself. */
  readonly single: number;
  /** How far the value moves when a group of persons is left out, by group. */
  readonly moves: readonly number[];
  /** The groups of offices, in strata; undefined where offices are not what the indicator is about. */
  readonly offices: readonly (readonly OfficePart[])[] | undefined;
  readonly squares: MeanSquares | undefined;
  /** Sum of the squared shares of the groups of offices in the records: 1 over so many offices of equal size. */
  readonly concentration: number;
}

/** A group of offices in an indicator: its share of the records, and what it adds to the error of the value. */
export interface OfficePart {
  readonly share: number;
  readonly error: number;
}

/** Counts by group that are known. */
export type KnownGroups = { readonly [K in keyof GroupedCounts]-?: NonNullable<GroupedCounts[K]> };

/**
 * What records say of an indicator of a unit. Undefined without a figure, and where nothing is drawn: of the register, and of which
 * items were rated at all. Offices are drawn for what is said of their service; what is applied for at an office, how and by when
 * it is done hangs on its items, which stay.
 */
export function drawnIndicator(
  indicator: Indicator,
  measured: IndicatorValue | undefined,
  scale: Scale,
  total: UnitCounts,
  { persons, offices }: KnownGroups,
): DrawnIndicator | undefined {
  const value = measured?.value ?? null;
  if (value === null || indicator.basis === 'register' || indicator.ratingsPerItem !== undefined)
    return undefined;
  const ratioOf = (counts: UnitCounts): Ratio => formulaOf(indicator.formula).ratio(counts, scale, indicator);
  const { denominator: n, mean } = ratioOf(total);
  const ofOffices = offices.map((stratum) => stratum.map((group) => ratioOf({ ...total, ...group })));
  const isAboutOffices = indicator.basis === 'ratings' || indicator.basis === 'handling';
  return {
    value,
    n,
    isMean: mean !== undefined,
    single: (mean?.variance ?? value * (1 - value)) / n,
    moves: persons.map((group) => {
      const rest = ratioOf(withoutGroup(total, group));
      return rest.denominator > 0 ? valueOf(rest) - value : 0;
    }),
    offices: isAboutOffices
      ? ofOffices.map((stratum) =>
          stratum.map(({ numerator, denominator }) => ({
            share: denominator / n,
            error: (numerator - value * denominator) / n,
          })),
        )
      : undefined,
    squares: isAboutOffices ? meanSquares(ofOffices.map((stratum) => stratum.map(figureOf))) : undefined,
    concentration: ofOffices.flat().reduce((sum, { denominator }) => sum + (denominator / n) ** 2, 0),
  };
}

const valueOf = ({ numerator, denominator, mean }: Ratio): number => mean?.value ?? numerator / denominator;

function figureOf(ratio: Ratio): GroupFigure {
  const { denominator: n, mean } = ratio;
  if (n <= 0) return { n: 0, mean: 0, variance: 0 };
  const value = valueOf(ratio);
  return {
    n,
    mean: value,
    variance: mean === undefined ? value * (1 - value) : (mean.variance * (n - 1)) / n,
  };
}
