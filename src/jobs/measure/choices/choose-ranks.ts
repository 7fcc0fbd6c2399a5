import { overallScores, scoreUnder, statedChoices, type Choices } from '../../../measure/choices/choices.ts';
import { compositeOf, leafValues, type Composite } from '../../../measure/choices/composite.ts';
import { nodeImportance } from '../../../measure/choices/node-importance.ts';
import { removeEach } from '../../../measure/choices/remove-one.ts';
import {
  empiricalPrior,
  shrink,
  type DrawnValue,
  type EmpiricalPrior,
} from '../../../measure/choices/shrink.ts';
import { strengthsOf } from '../../../measure/choices/strengths.ts';
import { rank } from '../../../measure/rank.ts';
import type { ChoiceRequest } from '../../../model/choices/choice-request.ts';
import { wrongChoices } from '../../../model/choices/check-choices.ts';
import { Z95 } from '../../../model/math/interval.ts';
import type { Measurement, UnitResult } from '../../../model/measurement.ts';
import { indicatorsOf, type Method } from '../../../model/method.ts';
import { separateFictional } from '../../../model/names/fictional-units.ts';

/** A measurement made ready for other choices: nothing is counted anew. */
export interface ChosenGround {
  readonly units: readonly UnitResult[];
  readonly composite: Composite;
  readonly values: Float64Array;
  readonly choices: Choices;
  /** What values were drawn towards, leaf by leaf; undefined where they stay. */
  readonly priors: readonly (EmpiricalPrior | undefined)[];
}

/** Score and rank of a unit. */
export interface Placed {
  readonly score: number | null;
  readonly rank: number | null;
}

export interface ChosenUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** As the method states it, and under the choices. */
  readonly before: Placed;
  readonly after: Placed;
}

/** What a dimension or an indicator weighs under the choices, and what the ranks would be without it. */
export interface ChosenNode {
  readonly id: string;
  /** 0 for a dimension, 1 for an indicator. */
  readonly depth: 0 | 1;
  readonly nominal: number;
  /** Its part of the variation of the overall score; null where nothing varies. */
  readonly effective: number | null;
  /** Mean distance of ranks when it is left out; null where there are none. */
  readonly meanShift: number | null;
  readonly most: { readonly code: string; readonly from: number; readonly to: number } | null;
}

export interface ChosenStrength {
  readonly id: string;
  readonly value: number;
  readonly mean: number;
  readonly points: number;
}

/** Results of a method under the choices of a reader, beside those that it states. */
export interface ChosenResults {
  readonly units: readonly ChosenUnit[];
  readonly nodes: readonly ChosenNode[];
  /** Indicators in which no unit differs from another: by their order or distance they say nothing. */
  readonly constant: readonly string[];
  /** What the values of indicators were drawn towards. */
  readonly priors: readonly (EmpiricalPrior & { readonly id: string })[];
}

/** The ranked units of a kind and the choices asked for; throws a Mistake that names every wrong field. */
export function groundOf(measurement: Measurement, method: Method, request: ChoiceRequest): ChosenGround {
  const mistake = wrongChoices(method, request);
  if (mistake) throw mistake;
  const { ranked } = separateFictional(measurement.units);
  const units = ranked.filter(({ kind }) => kind === method.kind);
  const composite = compositeOf(method);
  const stated = statedChoices(composite);
  const parts = [
    ...indicatorsOf(method),
    ...method.dimensions.flatMap(({ groups }) => groups),
    ...method.dimensions,
  ];
  const { normalisation, aggregation, weighting, winsorising, shrinkage, weights, goalposts } = request;
  const measured = leafValues(composite, units);
  const priors = shrinkage ? composite.leaves.map(({ id }) => priorOf(units, id)) : [];
  return {
    units,
    composite,
    priors,
    values: shrinkage ? shrunk(measured, units, composite, priors) : measured,
    choices: {
      normalisation,
      aggregation,
      weighting,
      winsorising,
      weights: Float64Array.from(parts, ({ id, weight }) => weights[id] ?? weight),
      goalposts: composite.leaves.map(({ id }, leaf) => goalposts[id] ?? stated.goalposts[leaf] ?? [0, 1]),
    },
  };
}

/** The value of an indicator of a unit with its variance for a new draw; undefined without a figure, or where nothing is drawn. */
function drawnValue({ indicators }: UnitResult, id: string): DrawnValue | undefined {
  const { value = null, redraw = null } = indicators.find((known) => known.id === id) ?? {};
  if (value === null || redraw === null) return undefined;
  return { value, variance: ((redraw.high - redraw.low) / (2 * Z95)) ** 2 };
}

const priorOf = (units: readonly UnitResult[], id: string): EmpiricalPrior | undefined =>
  empiricalPrior(units.flatMap((unit) => drawnValue(unit, id) ?? []));

/** Values of all leaves, each drawn towards its prior where it has one. */
const shrunk = (
  values: Float64Array,
  units: readonly UnitResult[],
  { leaves }: Composite,
  priors: readonly (EmpiricalPrior | undefined)[],
): Float64Array =>
  values.map((value, i) => {
    const leaf = Math.floor(i / units.length);
    const [unit, prior] = [units[i % units.length], priors[leaf]];
    const drawn = unit && drawnValue(unit, leaves[leaf]?.id ?? '');
    return drawn === undefined || prior === undefined ? value : shrink(drawn, prior);
  });

/** Ranks of the overall scores under some choices. */
export const ranksUnder = ({ composite, values }: ChosenGround, choices: Choices): (number | null)[] =>
  rank(overallScores(composite, scoreUnder(composite, values, choices)), 'dense');

/** Old and new ranks, effective weights, and what leaving a part out does. */
export function chooseRanks(measurement: Measurement, method: Method, request: ChoiceRequest): ChosenResults {
  const ground = groundOf(measurement, method, request);
  const { units, composite, values, choices } = ground;
  const scored = scoreUnder(composite, values, choices);
  const overall = overallScores(composite, scored);
  const ranks = rank(overall, 'dense');
  return {
    units: units.map(({ code, name, nameEn, overall: stated, rank: before }, unit) => ({
      code,
      name,
      nameEn,
      before: { score: stated?.score ?? null, rank: before },
      after: { score: overall[unit] ?? null, rank: ranks[unit] ?? null },
    })),
    nodes: nodesOf(ground, scored, ranks),
    priors: composite.leaves.flatMap(({ id }, leaf) => {
      const prior = ground.priors[leaf];
      return prior === undefined ? [] : [{ id, ...prior }];
    }),
    constant: composite.leaves.flatMap(({ id }, leaf) =>
      isConstant(values.subarray(leaf * units.length, (leaf + 1) * units.length)) ? [id] : [],
    ),
  };
}

function nodesOf(
  { composite, values, choices, units }: ChosenGround,
  scored: ReturnType<typeof scoreUnder>,
  ranks: readonly (number | null)[],
): ChosenNode[] {
  const { leaves, parents } = composite;
  const dimensions = parents.at(-1)?.children ?? [];
  const indicators = leaves.map((_, leaf) => leaf);
  return ([dimensions, indicators] as const).flatMap((nodes, depth) => {
    const removals = removeEach(composite, values, choices, ranks, nodes);
    return nodeImportance(composite, scored, nodes).map(({ node, nominal, effective }, i): ChosenNode => {
      const { meanShift = null, most = null } = removals[i] ?? {};
      return {
        id: (leaves[node] ?? parents[node - leaves.length])?.id ?? '',
        depth: depth === 0 ? 0 : 1,
        nominal,
        effective,
        meanShift,
        most: most && { code: units[most.unit]?.code ?? '', from: most.from, to: most.to },
      };
    });
  });
}

const isConstant = (column: Float64Array): boolean => {
  const there = column.filter((value) => !Number.isNaN(value));
  return there.length > 1 && there.every((value) => value === there[0]);
};

/** Indicators of a unit by what they give to or take from its overall score, beside the mean of the units. */
export function chosenStrengths(
  measurement: Measurement,
  method: Method,
  request: ChoiceRequest,
  code: string,
): ChosenStrength[] {
  const { composite, values, choices, units } = groundOf(measurement, method, request);
  const unit = units.findIndex((one) => one.code === code);
  return strengthsOf(composite, values, choices, unit).map(({ leaf, ...strength }) => ({
    id: composite.leaves[leaf]?.id ?? '',
    ...strength,
  }));
}
