import type { Baseline, ScoredDetector } from '../../detect/score-detection.ts';
import { defects, type DefectId } from '../../model/defect.ts';
import { isFictionalCode } from '../../model/names/unit-codes.ts';
import { parseScenario } from '../../model/scenario/check-scenario.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { runDetectors } from '../detect/run-detectors.ts';
import { scoreDetected } from '../detect/score-detected.ts';
import { inMemoryWorld, type WorldBasis } from '../simulate/in-memory-world.ts';

/** Which worlds detectors are tried on: what is injected, how often, in how many cases, and the seed. */
export interface LadderChoice {
  readonly anomaly: DefectId;
  /** Share of the records that the anomaly can affect, 0 < rate ≤ 1. */
  readonly rate: number;
  /** Cases in a year of the largest unit. */
  readonly casesPerYear: number;
  readonly seed: number;
}

/** Without a choice: scripts at a tenth, in a small world. */
export const usualLadderChoice: LadderChoice = { anomaly: 'A3', rate: 0.1, casesPerYear: 60_000, seed: 7 };

/** The detectors of an anomaly at a concealment level. */
export interface LadderStep {
  readonly level: number;
  readonly services: number;
  readonly ratings: number;
  readonly officeMonths: number;
  readonly detectors: readonly ScoredDetector[];
  readonly baselines: readonly Baseline[];
}

/** Where the anomaly is injected: two of the six fictional units, so that most offices are honest. */
export const AFFECTED_UNITS = ['990100', '991100'];

/** The world of a step: six fictional units in one month, in which people rate as they felt. */
export const ladderScenario = (
  { anomaly, rate, casesPerYear }: Omit<LadderChoice, 'seed'>,
  level: number,
  units: readonly string[],
): Scenario =>
  parseScenario(
    {
      name: 'concealment',
      title: { zh: '隐蔽程度', en: 'Concealment' },
      from: '2025-03-01',
      to: '2025-03-31',
      units,
      names: 'fictional',
      casesPerYear,
      answering: {
        ...{ online: 0.4, hall: 0.5, retained: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1 } },
        defaulting: { share: 0 },
      },
      rectification: { chance: 0.97 },
      defects: [
        {
          ...{ id: anomaly, rate, units: AFFECTED_UNITS },
          ...(defects[anomaly].concealmentLevels > 1 && { rung: level }),
        },
      ],
    },
    'concealment',
  );

/** The detectors of an anomaly against the same misdeed, better and better concealed: a world a level, each in memory. */
export async function concealmentLadder(choice: LadderChoice, basis: WorldBasis): Promise<LadderStep[]> {
  const levels = Array.from({ length: defects[choice.anomaly].concealmentLevels }, (_, i) => i + 1);
  const steps: LadderStep[] = [];
  for (const level of levels) steps.push(await stepOf(choice, level, basis));
  return steps;
}

function stepOf(choice: LadderChoice, level: number, basis: WorldBasis): Promise<LadderStep> {
  const { knowledge } = basis;
  const units = knowledge.reference.units.map(({ code }) => code).filter(isFictionalCode);
  const scenario = ladderScenario(choice, level, units);
  return inMemoryWorld(scenario, choice.seed, basis, (store, truth) => {
    const detected = runDetectors(store, knowledge);
    const scorecard = scoreDetected(store, truth, detected);
    const ofAnomaly = (scorecard?.detectors ?? []).filter(({ rule }) => rule.anomaly === choice.anomaly);
    const { services, ratings, officeMonths } = detected;
    return {
      ...{ level, services, ratings, officeMonths, detectors: ofAnomaly },
      baselines: scorecard?.baselines ?? [],
    };
  });
}
