import type { GapStep } from '../../audit/decomposition/decompose-gap.ts';
import type { DecomposedGap } from '../../audit/decomposition/decompose-gap.ts';
import { judgeSigns, type JudgedSign, type KnownOfWorld } from '../../audit/two-worlds/judge-signs.ts';
import { sampleLevels, shareBelowBest, shareOfCounts } from '../../audit/two-worlds/simple-sample.ts';
import { countSigns } from '../../audit/two-worlds/world-signs.ts';
import { verdict } from '../../model/codes.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { referenceNamed, withUnitCodes } from '../../model/names/named-reference.ts';
import { rectificationSatisfied, rectificationVerdict } from '../../model/record/packed-fields.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { MonthTargets, TargetRow } from '../../model/targets.ts';
import type { Store } from '../../store/open.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { countAdditionalRatings, eachRatedService } from '../../store/read/rated-services.ts';
import { eachRectification } from '../../store/read/rectifications.ts';
import { readMonthTargets, readScenario } from '../../store/reference.ts';
import { compareTargets } from '../measure/compare-targets.ts';
import { inMemoryWorld, type WorldBasis } from '../simulate/in-memory-world.ts';
import { gapsByTruth } from './decompose-gaps.ts';

/** The scenarios that meet the same counts of one month: in the one all ratings are as felt, in the other they are bent. */
export const twinScenarios = { felt: 'guangdong-2023-07', bent: 'bent-2023-07' } as const;
export type TwinId = keyof typeof twinScenarios;
export const twinIds = ['felt', 'bent'] as const satisfies readonly TwinId[];

/** How many people may be asked what they felt. */
export const surveySizes = [400, 1000, 2500] as const;

/** Seeds of the two worlds: a bounded list, for each takes a server some seconds. */
export const twinSeeds = { first: 1, last: 20 } as const;

/** What is said of one of the worlds. */
export interface TwinWorld {
  readonly scenario: string;
  readonly name: string;
  readonly nameEn: string;
  readonly cases: number;
  readonly services: number;
  readonly ratings: number;
  /** Every published count with the simulated one and its 99% interval. */
  readonly rows: readonly TargetRow[];
  /** From what was felt to what is published; read from the truth. */
  readonly gap: DecomposedGap;
}

export interface TwoWorlds {
  readonly seed: number;
  /** The targets that both meet. */
  readonly targets: string;
  readonly period: string;
  readonly felt: TwinWorld;
  readonly bent: TwinWorld;
  /** What tells the worlds apart and what does not, by the number of people asked. */
  readonly judged: readonly { readonly asked: number; readonly signs: readonly JudgedSign[] }[];
}

interface MadeWorld {
  readonly world: TwinWorld;
  readonly known: (asked: number) => KnownOfWorld;
}

/**
 * Makes both worlds under one seed, so that they have the same register and the same cases, and compares what is published, what was
 * felt and what else could be known. Reads the truth of both; nothing that shows results asks for it.
 */
export async function compareTwoWorlds(seed: number, basis: WorldBasis): Promise<TwoWorlds> {
  const felt = await makeWorld('felt', seed, basis);
  const bent = await makeWorld('bent', seed, basis);
  const { id, period } = publishedMonth();
  return {
    ...{ seed, targets: id, period },
    felt: felt.world,
    bent: bent.world,
    judged: surveySizes.map((asked) => ({ asked, signs: judgeSigns(felt.known(asked), bent.known(asked)) })),
  };
}

/** Answers of this thread by what they rest on: no data decide about them, and there are no more than seeds. */
const made = new WeakMap<Knowledge, Map<number, Promise<TwoWorlds>>>();

/** The same, made once for each seed. */
export function twoWorldsOf(seed: number, basis: WorldBasis): Promise<TwoWorlds> {
  const bySeed = made.get(basis.knowledge) ?? new Map<number, Promise<TwoWorlds>>();
  made.set(basis.knowledge, bySeed);
  const before = bySeed.get(seed);
  if (before !== undefined) return before;
  const worlds = compareTwoWorlds(seed, basis);
  bySeed.set(seed, worlds);
  worlds.catch(() => bySeed.delete(seed));
  return worlds;
}

function publishedMonth(): MonthTargets {
  const { targets } = readScenario(twinScenarios.felt);
  const found = readMonthTargets().find(({ id }) => id === targets);
  if (found === undefined) throw new Error('the scenario of the month names no targets of a month');
  return found;
}

/** The scenario of a world, its units under invented names: what is made up of it is said of no real place. */
export function twinScenario(twin: TwinId, { reference }: Pick<Knowledge, 'reference'>): Scenario {
  const scenario = readScenario(twinScenarios[twin]);
  return withUnitCodes({ ...scenario, names: 'coded' }, referenceNamed(reference, 'coded'));
}

function makeWorld(twin: TwinId, seed: number, basis: WorldBasis): Promise<MadeWorld> {
  const { knowledge } = basis;
  const scenario = twinScenario(twin, knowledge);
  return inMemoryWorld(scenario, seed, basis, (store, truth) => {
    const { rows, cases, ratings } = compareTargets(store, knowledge.reference, publishedMonth());
    const gap = gapsByTruth(store, truth, knowledge)?.all;
    if (gap === undefined) throw new Error('a simulated world has a truth');
    const { signs, ...followed } = recordsOf(store, knowledge);
    const [province] = scenario.units;
    const unit = knowledge.reference.places.coded.units.find(({ code }) => code === province);
    return {
      world: {
        scenario: twinScenarios[twin],
        name: unit?.name ?? '',
        nameEn: unit?.nameEn ?? '',
        ...{ cases, ratings, rows, gap },
        services: signs.services,
      },
      known: (asked) => ({
        signs,
        ...followed,
        survey: askedAmong(gap.feltLevels, asked, seed, twinIds.indexOf(twin) * 2),
        ratersAsked: askedAmong(ratersByFelt(gap.steps), asked, seed, twinIds.indexOf(twin) * 2 + 1),
      }),
    };
  });
}

const askedAmong = (levels: readonly number[], asked: number, seed: number, group: number) =>
  shareBelowBest(sampleLevels(levels, asked, seed, group));

/** People whose own rating is stored with a level, by the level they felt: those of the last step before levels change. */
const ratersByFelt = (steps: readonly GapStep[]): readonly number[] =>
  steps.find(({ part }) => part === 'unrecorded')?.levels ?? [];

/** What the records of a world tell beside the published counts. */
function recordsOf(store: Store, { calendar }: Knowledge): Omit<KnownOfWorld, 'survey' | 'ratersAsked'> {
  const register = knownRegister(store);
  const signs = countSigns(eachRatedService(store), register, calendar);
  let [decided, upheld, calledBack, satisfied] = [0, 0, 0, 0];
  for (const { packed } of eachRectification(store)) {
    const found = rectificationVerdict(packed);
    if (found > 0) decided++;
    if (found === verdict.upheld) upheld++;
    const said = rectificationSatisfied(packed);
    if (said > 0) calledBack++;
    if (said === 2) satisfied++;
  }
  return {
    signs,
    upheld: shareOfCounts(upheld, decided),
    calledBack: shareOfCounts(satisfied, calledBack),
    additional: shareOfCounts(countAdditionalRatings(store), signs.ratings),
  };
}
