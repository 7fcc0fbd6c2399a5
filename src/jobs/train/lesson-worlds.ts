import type { DecomposedGap } from '../../audit/decomposition/decompose-gap.ts';
import { testScoreDifference } from '../../measure/change/score-tests.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { parseScenario } from '../../model/scenario/check-scenario.ts';
import { dimensionIds } from '../../model/reference.ts';
import { parsePeriod } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { gapsByTruth } from '../audit/decompose-gaps.ts';
import { computeMeasurement, computeScores } from '../measure/measure-period.ts';
import { inMemoryWorld, type WorldBasis } from '../simulate/in-memory-world.ts';

/** A province of a lesson as it is ranked, and whether it can be told from the next one. */
export interface RankedProvince {
  readonly name: string;
  readonly nameEn: string;
  readonly score: number;
  readonly low: number;
  readonly high: number;
  readonly rank: number;
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  /** Null for the last one, and where nothing is known of a new draw. */
  readonly next: { readonly difference: number; readonly p: number; readonly isApart: boolean } | null;
}

/** Provinces under coded names in one simulated month, the first one first. */
export interface LessonRanking {
  readonly month: string;
  readonly provinces: readonly RankedProvince[];
}

/** Two provinces of the same quality, measured in one draw after the other. */
export interface EqualProvinces {
  readonly month: string;
  readonly names: readonly { readonly name: string; readonly nameEn: string }[];
  /** The overall scores of both, draw by draw. */
  readonly draws: readonly (readonly [number, number])[];
}

/** A coded province with its gap between published and felt. */
export interface BentProvince {
  readonly month: string;
  readonly name: string;
  readonly nameEn: string;
  readonly gap: DecomposedGap;
}

const MONTH = '2025-03';
const PAIR = ['980100', '980200'] as const;
const DRAWS = 20;

/** Worlds of lessons have seeds that a person would not give, and those of exercises do not reach. */
const FIRST_SEED = 4_200_000_000;

/** Where two scores differ with a smaller chance than this by chance alone, the units can be told apart. */
const SURE = 0.05;

/**
 * The month of a coded province in which few answer, many of the unhappy are pressed or find that a bad rating is not taken, and who
 * does not answer is entered as content. All fields are assumptions, chosen so that each part is seen; `tiny` with them is the same
 * scenario, so that a reader can run it.
 */
export const bentMonth = {
  seed: FIRST_SEED + 100,
  settings: {
    units: ['981900'],
    casesPerYear: 200_000,
    experience: { cuts: [-1.6, -1.28, -0.7, -0.1] },
    answering: {
      online: 0.35,
      hall: 0.5,
      retained: { 1: 0.35, 2: 0.4, 3: 0.5, 4: 0.7, 5: 1 },
      preselected: 0.3,
      pressed: 0.6,
      suppressed: 0.7,
      lost: 0.3,
      defaulting: { share: 0.8, afterDays: 7, level: 5 },
    },
  },
} as const;

const head = {
  name: 'lessons',
  title: { zh: '十分钟课所用的世界', en: 'The world of lessons' },
  from: `${MONTH}-01`,
  to: `${MONTH}-31`,
  names: 'coded',
};

/** Looks at the world of these settings. */
const inWorld = <T>(
  settings: Readonly<Record<string, unknown>>,
  seed: number,
  basis: WorldBasis,
  look: (store: Store, truth: Store) => T,
): Promise<T> => inMemoryWorld(parseScenario({ ...head, ...settings }, head.name), seed, basis, look);

/** The gap between what is published and what is felt in a province where much comes between the two: see `bentMonth`. */
export async function decomposeBentMonth(basis: WorldBasis): Promise<BentProvince> {
  const { settings, seed } = bentMonth;
  const gaps = await inWorld(settings, seed, basis, (store, truth) =>
    gapsByTruth(store, truth, basis.knowledge),
  );
  const [province] = gaps?.units ?? [];
  if (province === undefined) throw new Error('the world of the lesson has no ratings');
  const { name, nameEn, gap } = province;
  return { month: MONTH, name, nameEn, gap };
}

/** Ranks all provinces of a small world in which nothing bends the ratings. */
export async function rankLesson(basis: WorldBasis): Promise<LessonRanking> {
  const units = basis.knowledge.reference.places.coded.units
    .filter(({ kind, fictional }) => kind === 'province' && !fictional)
    .map(({ code }) => code);
  const settings = { units, casesPerYear: 20_000 };
  const found = await inWorld(
    settings,
    FIRST_SEED,
    basis,
    (store) => computeMeasurement(store, basis.knowledge, parsePeriod(MONTH)).units,
  );
  const ranked = found
    .filter(({ code, rank }) => units.includes(code) && rank !== null)
    .sort((a, b) => (b.overall?.score ?? 0) - (a.overall?.score ?? 0));
  return {
    month: MONTH,
    provinces: ranked.flatMap((unit, i): RankedProvince[] => {
      const { name, nameEn, overall, rank, rankLow, rankHigh } = unit;
      if (overall === null || rank === null) return [];
      return [{ name, nameEn, ...overall, rank, rankLow, rankHigh, next: besideNext(unit, ranked[i + 1]) }];
    }),
  };
}

function besideNext(unit: UnitResult, next: UnitResult | undefined): RankedProvince['next'] {
  const tested = next === undefined ? null : testScoreDifference(unit, next, 'overall');
  return tested && { difference: tested.value, p: tested.p, isApart: tested.p < SURE };
}

/** Measures two provinces again and again that were given the same quality, the same volume and the same list of themes. */
export async function drawEqualProvinces(basis: WorldBasis): Promise<EqualProvinces> {
  const same = Object.fromEntries(dimensionIds.map((id) => [id, 0.5]));
  const settings = {
    units: PAIR,
    casesPerYear: 10_000,
    quality: { units: Object.fromEntries(PAIR.map((code) => [code, same])) },
    catalogue: { local: 0, approvalOffices: 0 },
    demand: { populationPower: 0, localTaste: 0 },
    handling: { unitSpread: 0 },
  };
  const draws: [number, number][] = [];
  for (let draw = 1; draw <= DRAWS; draw++) {
    const units = await inWorld(
      settings,
      FIRST_SEED + draw,
      basis,
      (store) => computeScores(store, basis.knowledge, parsePeriod(MONTH)).units,
    );
    const [a, b] = PAIR.map((code) => units.find((unit) => unit.code === code)?.overall?.score);
    if (a !== undefined && b !== undefined) draws.push([a, b]);
  }
  const { units } = basis.knowledge.reference.places.coded;
  return {
    month: MONTH,
    names: PAIR.map((code) => {
      const unit = units.find((one) => one.code === code);
      return { name: unit?.name ?? code, nameEn: unit?.nameEn ?? code };
    }),
    draws,
  };
}
