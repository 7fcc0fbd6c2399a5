import { defects, type DefectId } from '../../model/defect.ts';
import type { Reference } from '../../model/reference.ts';
import { parseScenario } from '../../model/scenario/check-scenario.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { readScenario } from '../../store/reference.ts';

/** A defect that a reader of the bias laboratory chose. */
export interface ChosenDefect {
  readonly id: DefectId;
  /** Share of the records that it can affect, in per cent. */
  readonly percent: number;
  /** From 1, naive, to 3, hard to tell. */
  readonly concealment: number;
}

/** What a reader of the bias laboratory chose. */
export interface BiasChoice {
  /** Ids of regimes; everybody rating as felt, without a defect, is the truth of all of them. */
  readonly regimes: readonly string[];
  readonly defects: readonly ChosenDefect[];
  /** Cases a year of a unit of 20 million people. */
  readonly casesPerYear: number;
  readonly seed: number;
}

/** The regime in which everybody rates, and as was felt. */
export const AS_FELT = 'everyone';

/** Without a choice: the truth, and each regime that a lesson is about. */
export const usualBiasChoice: BiasChoice = {
  regimes: [AS_FELT, 'prompted', 'default-3', 'only-successful', 'only-unhappy', 'suppressed'],
  defects: [],
  casesPerYear: 5000,
  seed: 7,
};

/** The shipped scenario that the laboratory changes, and its month. */
export const biasPreset = { name: 'tiny', month: '2025-03' } as const;

const UNITS = 12;

/**
 * Fictional units are half as many and have fewer people: with so many times the cases of the others, the six have about as many
 * services as the twelve.
 */
const FICTIONAL_TIMES = 4;

/** A short list of items: a world is made in a third of the time, and its units differ as much as with a long one. */
const catalogue = { implemented: 0.15, local: 0 } as const;

/** Fields of the scenario in which the laboratory differs from the shipped one. */
export interface BiasFields {
  readonly units: readonly string[];
  readonly casesPerYear: number;
  readonly catalogue: typeof catalogue;
  readonly defects: readonly { readonly id: DefectId; readonly rate: number; readonly rung: number }[];
}

/**
 * The fields of the scenario of a choice. Misdeeds are set on fictional units only: with one, all units are fictional, for beside
 * assessed units those would not be ranked.
 */
export function biasFields(
  { defects: chosen, casesPerYear }: Pick<BiasChoice, 'defects' | 'casesPerYear'>,
  { places }: Pick<Reference, 'places'>,
): BiasFields {
  const isFictional = chosen.some(({ id }) => defects[id].misdeed);
  const { units: known } = places.coded;
  const units = isFictional
    ? known.filter(({ fictional }) => fictional)
    : known.filter(({ kind, fictional }) => kind === 'province' && !fictional).slice(0, UNITS);
  return {
    units: units.map(({ code }) => code),
    casesPerYear: casesPerYear * (isFictional ? FICTIONAL_TIMES : 1),
    catalogue,
    defects: chosen.map(({ id, percent, concealment }) => ({ id, rate: percent / 100, rung: concealment })),
  };
}

/** The same units and people without a defect. */
export const biasFieldsWithout = (fields: BiasFields): BiasFields => ({ ...fields, defects: [] });

/** The scenario with these fields, under no regime yet. */
export const biasScenario = (fields: BiasFields): Scenario =>
  parseScenario({ ...readScenario(biasPreset.name), ...fields }, biasPreset.name);
