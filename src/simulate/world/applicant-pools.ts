import { threshold } from '../../model/math/random.ts';
import { MAX_UNITS } from '../../model/record/key.ts';
import type { Item } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { below, cumulativeThresholds } from '../distributions.ts';
import type { World } from './world.ts';

/** Types of applicants (userProp). */
export const NATURAL_PERSON = 1;
const TYPES = [1, 2, 3, 4, 5, 6, 9] as const;
/** Agents (代办) are natural persons who apply for organisations; in tables of pools they stand here. */
export const AGENT = 0;
/** Pools a unit has room for in a table: a type is a digit. */
export const POOLS = 10;

/** Where the numbers of each type begin within those of a unit, and how many there are: a power of two. Part of the data format. */
const numbersOf: readonly { readonly first: number; readonly size: number }[] = (() => {
  const sizes: readonly [type: number, bits: number][] = [
    [NATURAL_PERSON, 23],
    [2, 22],
    [5, 20],
    [3, 19],
    [4, 19],
    [9, 19],
    [6, 18],
    [AGENT, 18],
  ];
  const numbers = Array.from({ length: POOLS }, () => ({ first: 0, size: 0 }));
  let first = 0;
  for (const [type, bits] of sizes) {
    numbers[type] = { first, size: 2 ** bits };
    first += 2 ** bits;
  }
  return numbers;
})();

/** Numbers of a unit’s applicants. */
const NUMBERS = 16_777_216;
/** Odd, so that its multiples take every number of a pool once: neighbours in frequency are none in number. */
const SCATTER = 0x9e3779b1;
/** What undoes it: their product is 1, as far as 32 bits go. */
const GATHER = 0xe8b2f51;

/** Number of the applicant who comes at this place in a pool of a unit. */
export function numberAt(unit: number, pool: number, place: number): number {
  const numbers = numbersOf[pool];
  if (numbers === undefined) return unit * NUMBERS;
  return unit * NUMBERS + numbers.first + (Math.imul(place, SCATTER) & (numbers.size - 1));
}

/** Place of an applicant in its pool, those with most cases first. */
export function placeInPool(pool: number, number: number): number {
  const { first, size } = numbersOf[pool] ?? { first: 0, size: 1 };
  return Math.imul((number % NUMBERS) - first, GATHER) & (size - 1);
}

/** Types of applicants that may apply for an item, and their chances in each case. */
export interface ApplicantTypes {
  readonly types: Uint8Array;
  readonly chances: Float64Array;
  /** Rising thresholds of words. */
  readonly thresholds: Float64Array;
}

/** Who applies for what: pools of applicants of each unit, who come back some more often than others. */
export interface ApplicantPools {
  /** Types by task of the world; tasks that are open to the same have the same. */
  readonly types: readonly ApplicantTypes[];
  /** Applicants of a type in a unit, at unit * 10 + type. */
  readonly sizes: Float64Array;
  /** A word below it has a case of an organisation filed by an agent. */
  readonly agents: number;
  /** Place of an applicant among all of a pool, those with most cases first, at 4096 equal steps of the cases. */
  readonly persons: Float64Array;
  readonly organisations: Float64Array;
}

/** Steps of the cases of a pool. */
const STEPS = 4096;

/** The share of a pool that applies most often; within it all are alike, so that a small pool has no giant. */
const HEAD = 0.001;

/**
 * The places at equal steps of the cases: of the applicants with most cases, the first x of all have x^a of the cases, where
 * the first hundredth has the share stated.
 */
function placesBySteps(topShare: number): Float64Array {
  const power = Math.log(topShare) / Math.log(0.01);
  const ofHead = HEAD ** power;
  return Float64Array.from({ length: STEPS + 1 }, (_, i) => {
    const share = i / STEPS;
    return share < ofHead ? (HEAD * share) / ofHead : share ** (1 / power);
  });
}

/** What part of the cases this part of the applicants has, of those with most cases: `placesBySteps` turned round. */
export function shareOfCases(places: Float64Array, part: number): number {
  const step = below(places, part);
  const from = places[step - 1] ?? 0;
  const to = places[step] ?? 1;
  return step === 0 ? 0 : (step - 1 + (part - from) / (to - from)) / STEPS;
}

/** Types that may apply for an item: those it states, else by its audience natural persons, organisations or all. */
const mayApply = ({ applicants, audience }: Item, type: number): boolean =>
  applicants?.includes(String(type)) ??
  (audience === 'both' || (audience === 'person') === (type === NATURAL_PERSON));

/**
 * The pools of a world. A pool is as large as the cases that its unit expects in a whole year ask for, so that it depends
 * neither on the days of a run nor on other units.
 */
export function applicantPools({ applicants }: Scenario, { tasks }: Pick<World, 'tasks'>): ApplicantPools {
  const weights = new Map(Object.entries(applicants.types).map(([code, weight]) => [Number(code), weight]));
  const known = new Map<string, ApplicantTypes>();
  const typesOf = (item: Item): ApplicantTypes => {
    const types = TYPES.filter((type) => mayApply(item, type));
    const found = known.get(types.join());
    if (found) return found;
    const list = types.map((type) => weights.get(type) ?? 0);
    const sum = list.reduce((all, weight) => all + weight, 0);
    const made = {
      types: Uint8Array.from(types),
      chances: Float64Array.from(list, (weight) => weight / sum),
      thresholds: cumulativeThresholds(list),
    };
    known.set(types.join(), made);
    return made;
  };
  const types = tasks.map(({ item }) => typesOf(item));
  const cases = new Float64Array(MAX_UNITS * POOLS);
  tasks.forEach(({ unit, share }, t) => {
    types[t]?.types.forEach((type, i) => {
      const own = unit.casesPerYear * share * (types[t]?.chances[i] ?? 0);
      const at = unit.index * POOLS + type;
      cases[at] = (cases[at] ?? 0) + own;
      const ofAgents = unit.index * POOLS + AGENT;
      if (type !== NATURAL_PERSON) cases[ofAgents] = (cases[ofAgents] ?? 0) + own * applicants.agents;
    });
  });
  return {
    types,
    sizes: cases.map((expected, at) => {
      const type = at % POOLS;
      const each =
        type === NATURAL_PERSON
          ? applicants.casesPerPerson
          : type === AGENT
            ? applicants.casesPerAgent
            : applicants.casesPerFirm;
      return Math.min(numbersOf[type]?.size ?? 0, Math.max(1, Math.round(expected / each)));
    }),
    agents: threshold(applicants.agents),
    persons: placesBySteps(applicants.topPersons),
    organisations: placesBySteps(applicants.topFirms),
  };
}
