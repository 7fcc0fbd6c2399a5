import type { UnitKind } from '../../model/reference.ts';
import type { DefectCount } from '../../model/truth-totals.ts';
import type { DecomposedGap } from '../decomposition/decompose-gap.ts';

/** Mean level score and good-rating rate; null where there is nothing to take them of. */
export interface MeanAndRate {
  readonly meanScore: number | null;
  readonly goodRate: number | null;
}

/** A unit of a world: its index and rank as measured, and four means of the level score. */
export interface BiasUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: UnitKind;
  readonly index: number | null;
  readonly rank: number | null;
  /** In all services, as felt. */
  readonly felt: number | null;
  /** Of all ratings with a level. */
  readonly published: number | null;
  /** Of the ratings that somebody gave, weighed to the register of cases. */
  readonly weighted: number | null;
}

/** What was felt, asked, answered and published in a world. */
export interface BiasWorld {
  readonly services: number;
  /** Services whose person was invited to rate. */
  readonly asked: number;
  /** Those that somebody rated, or tried to. */
  readonly answered: number;
  /** Ratings with a level, and how many of them nobody gave. */
  readonly ratings: number;
  readonly automatic: number;
  readonly felt: MeanAndRate;
  readonly published: MeanAndRate;
  /** Of the ratings that somebody gave: as they came, and weighed to the register of cases. */
  readonly given: MeanAndRate;
  readonly weighted: MeanAndRate;
  /** Ratings that weigh as much as the weighed ones (Kish), and the share of services for which none stands. */
  readonly effective: number;
  readonly uncovered: number;
  readonly gap: DecomposedGap;
  readonly injected: readonly DefectCount[];
  readonly units: readonly BiasUnit[];
}

/** How far a world is from the truth of its ratings; null where no unit can be compared. */
export interface BiasErrors {
  /** Units with an index in both worlds: where few rate, some have none. */
  readonly indexedUnits: number;
  /** Mean and largest absolute difference of the index of such a unit. */
  readonly index: number | null;
  readonly largestIndex: number | null;
  /** Mean number of places between the ranks of these units, among one another, by index and by that of the truth. */
  readonly indexRank: number | null;
  /** The same of ranks by the mean score against those by what was felt: as published, and after weighting. */
  readonly publishedRank: number | null;
  readonly weightedRank: number | null;
}

/** A figure of a unit as it is shown, and as it truly is. */
interface Compared {
  readonly kind: UnitKind;
  readonly shown: number;
  readonly truth: number;
}

/** Compares a world with the one in which the same people rate as they felt. */
export function errorsAgainst(truth: Pick<BiasWorld, 'units'>, world: Pick<BiasWorld, 'units'>): BiasErrors {
  const trueIndex = new Map(truth.units.map(({ code, index }) => [code, index]));
  const indexes = compared(
    world.units,
    ({ index }) => index,
    ({ code }) => trueIndex.get(code) ?? null,
  );
  const errors = indexes.map(({ shown, truth: index }) => Math.abs(shown - index));
  const felt = (unit: BiasUnit): number | null => unit.felt;
  return {
    indexedUnits: indexes.length,
    index: meanOf(errors),
    largestIndex: errors.length === 0 ? null : Math.max(...errors),
    indexRank: meanOf(rankErrors(indexes)),
    publishedRank: meanOf(rankErrors(compared(world.units, ({ published }) => published, felt))),
    weightedRank: meanOf(rankErrors(compared(world.units, ({ weighted }) => weighted, felt))),
  };
}

/** The units that have both figures. */
const compared = (
  units: readonly BiasUnit[],
  shownOf: (unit: BiasUnit) => number | null,
  truthOf: (unit: BiasUnit) => number | null,
): Compared[] =>
  units.flatMap((unit) => {
    const [shown, truth] = [shownOf(unit), truthOf(unit)];
    return shown === null || truth === null ? [] : [{ kind: unit.kind, shown, truth }];
  });

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** By unit: places between its rank by one figure and by the other, among the given units of its kind; ties share a rank. */
const rankErrors = (units: readonly Compared[]): number[] =>
  units.map(({ kind, shown, truth }) => {
    const others = units.filter((other) => other.kind === kind);
    const better = others.filter((other) => other.shown > shown).length;
    return Math.abs(better - others.filter((other) => other.truth > truth).length);
  });
