import { mapTree, type Tree } from '../score-unit.ts';
import { officeSquares, type OfficeSquares } from './office-squares.ts';
import { jackknifeVariance } from './delete-a-group.ts';
import type { DrawnIndicator, OfficePart } from './drawn-indicator.ts';
import { pooledExcess, type Excess } from './intraclass.ts';
import type { IndicatorSpread } from './spread-indicators.ts';

/** How a score of one unit varies in a new draw of persons, and of persons and offices. */
export interface DrawnSpread {
  readonly persons: number;
  readonly personFreedom: number;
  readonly variance: number;
  readonly designEffect: number;
  /** Degrees of freedom of the variance after Satterthwaite: a unit with few offices of weight is not like the others. */
  readonly freedom: number;
}

/** A unit with what records say of its indicators, and by how much these move its scores. */
export interface DrawnUnit {
  readonly drawn: readonly (DrawnIndicator | undefined)[];
  readonly spreads: readonly (IndicatorSpread | undefined)[];
  readonly slopes: Tree<readonly number[]>;
}

/** What a score varies by between persons, and by what its offices have a part in between them. */
interface Parts {
  readonly persons: number;
  readonly freedom: number;
  /** Variance of single records. */
  readonly single: number;
  /** Variance of single records in what its offices have a part in, and what these offices show of it. */
  readonly ofOffices: { readonly single: number; readonly n: number; readonly squares: OfficeSquares };
}

/**
 * Spread of the scores of each unit up the tree. A group of persons or offices moves all indicators it has a part in at once, each
 * by its weight, so that figures made of the same ratings vary together as they do. As for indicators, what records of one office
 * have in common is asked of all units, which have one method.
 */
export function spreadScores(units: readonly DrawnUnit[]): Tree<DrawnSpread>[] {
  const parts = units.map(partsOfUnit);
  const sharedIn = ({ ofOffices: { single, n, squares } }: Parts): Excess => {
    const { sum, expected, ofShared, freedom } = squares;
    return {
      excess: single === 0 ? 0 : sum / single - expected,
      size: single === 0 ? 0 : n * ofShared,
      freedom,
    };
  };
  const [first] = parts;
  if (first === undefined) return [];
  const shared = mapTree<Parts, number>(first, (_, at) =>
    pooledExcess(parts.flatMap((tree) => at(tree) ?? []).map(sharedIn)),
  );
  return parts.map((tree) =>
    mapTree<Parts, DrawnSpread>(tree, (of, at) => {
      if (of === null) return null;
      const { persons, single, freedom, ofOffices } = of;
      const { single: ofRecords, n, squares } = ofOffices;
      const offices = (at(shared) ?? 0) * n * squares.concentration * ofRecords;
      const variance = persons + offices;
      const doubt =
        persons ** 2 / freedom +
        (offices === 0 ? 0 : offices ** 2 / Math.max(1, OFFICE_FREEDOM * (squares.freedom - 1)));
      return {
        persons,
        personFreedom: freedom,
        variance,
        freedom: doubt === 0 ? freedom : variance ** 2 / doubt,
        designEffect: single === 0 ? 1 : variance / single,
      };
    }),
  );
}

/**
 * What records of an office have in common is pooled over units, and still differs between them: it counts as known from so many
 * times the offices that a unit has. An assumption: with the offices alone intervals came out a quarter too wide at great volumes,
 * with those of all units together too narrow (npm run prove -- coverage).
 */
const OFFICE_FREEDOM = 2;

const partsOfUnit = ({ drawn, spreads, slopes }: DrawnUnit): Tree<Parts> =>
  mapTree<readonly number[], Parts>(slopes, (ofNode) => {
    if (ofNode === null) return null;
    const moving = drawn.flatMap((indicator, i): Moving[] => {
      const [slope, spread] = [ofNode[i] ?? 0, spreads[i]];
      return indicator === undefined || spread === undefined || slope === 0
        ? []
        : [{ indicator, slope, effect: spread.personEffect }];
    });
    const atOffices = moving.filter(({ indicator }) => indicator.offices !== undefined);
    return {
      persons: personVariance(moving),
      freedom: (moving[0]?.indicator.moves.length ?? 2) - 1,
      single: singleVariance(moving),
      ofOffices: {
        single: singleVariance(atOffices),
        n: weighedBySingle(atOffices, ({ n }) => n),
        squares: officeSquares(officeParts(atOffices)),
      },
    };
  });

/** An indicator that moves a node, by so many points for a move of one. */
interface Moving {
  readonly indicator: DrawnIndicator;
  readonly slope: number;
  readonly effect: number;
}

function personVariance(moving: readonly Moving[]): number {
  const groups = moving[0]?.indicator.moves.length ?? 0;
  const moves = Array.from({ length: groups }, (_, group) =>
    moving.reduce((sum, { indicator, slope }) => sum + slope * (indicator.moves[group] ?? 0), 0),
  );
  return jackknifeVariance(0, moves);
}

/** Groups of offices in a node: their shares of its records, and what they add to the error of its score. */
function officeParts(moving: readonly Moving[]): OfficePart[][] {
  const strata = moving[0]?.indicator.offices ?? [];
  return strata.map((stratum, h) =>
    stratum.map((_, group) => {
      const part = ({ offices }: DrawnIndicator): OfficePart | undefined => offices?.[h]?.[group];
      return {
        share: weighedBySingle(moving, (indicator) => part(indicator)?.share ?? 0),
        error: moving.reduce((sum, { indicator, slope }) => sum + slope * (part(indicator)?.error ?? 0), 0),
      };
    }),
  );
}

/** Variance of single records: that between persons, less what persons have in common in these indicators. */
function singleVariance(moving: readonly Moving[]): number {
  const effect = weighedBySingle(moving, (_, one) => one);
  return effect === 0 ? 0 : personVariance(moving) / effect;
}

/** Mean of what indicators have, each counting by the variance of single records that it brings. */
function weighedBySingle(
  moving: readonly Moving[],
  of: (indicator: DrawnIndicator, effect: number) => number,
): number {
  const weight = ({ indicator, slope }: Moving): number => slope ** 2 * indicator.single;
  const all = moving.reduce((sum, one) => sum + weight(one), 0);
  if (all === 0) return 0;
  return moving.reduce((sum, one) => sum + weight(one) * of(one.indicator, one.effect), 0) / all;
}
