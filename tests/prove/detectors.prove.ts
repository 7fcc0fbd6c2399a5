import { beforeAll, describe, expect, it } from 'vitest';
import { chanceOfMore } from '../../src/detect/chance/count-tails.ts';
import { FALSE_LEADS } from '../../src/detect/false-lead-budget.ts';
import { runDetectors, type DetectedDatabase } from '../../src/jobs/detect/run-detectors.ts';
import {
  concealmentLadder,
  type LadderChoice,
  type LadderStep,
} from '../../src/jobs/laboratory/concealment-ladder.ts';
import { simulateScenario } from '../../src/jobs/simulate/simulate-scenario.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { closeStore, openInMemory } from '../../src/store/open.ts';
import { clock, knowledge } from '../builders.ts';
import { bySize } from './size.ts';

/** Seeds that no threshold was chosen with, and none of those of the table in docs/detectors.md. */
const FIRST_SEED = 301;
const SEEDS = bySize({ small: 1, full: 10 });
const basis = { knowledge, programVersion: 'test', clock };

describe('detectors on a clean world of 64 units and a year', () => {
  let found: DetectedDatabase;

  beforeAll(async () => {
    const { store, truth } = openInMemory();
    const scenario = parseScenario(
      {
        name: 'clean',
        title: { zh: '没有操纵', en: 'Nothing manipulated' },
        ...{ from: '2025-01-01', to: '2025-12-31', names: 'coded', rectification: { chance: 0.97 } },
        units: knowledge.reference.places.coded.units
          .filter(({ fictional }) => !fictional)
          .map(({ code }) => code),
        casesPerYear: bySize({ small: 6000, full: 60_000 }),
      },
      'clean',
    );
    await simulateScenario(
      store,
      truth,
      { scenario, seed: FIRST_SEED, threads: 1, programVersion: 'test' },
      knowledge,
      clock,
    );
    found = runDetectors(store, knowledge);
    closeStore(truth);
    closeStore(store);
  }, 600_000);

  it('stay, each of them, within the budget of false leads: units in which its tests flag anything, of all it tested', () => {
    const tested = found.results.filter(({ tests }) => tests.size > 0);
    expect(tested.length).toBeGreaterThan(5);
    for (const { rule, tests, suspicions } of tested) {
      const flagged = [...tests.keys()].filter((unit) => suspicions.some((one) => one.unit === unit)).length;
      console.log(
        `${rule.id}: ${String(flagged)} of ${String(tests.size)} units, ${String(suspicions.length)} leads`,
      );
      // The 99% interval of the binomial distribution, from above: fewer are welcome.
      const chance = chanceOfMore(flagged, tests.size, { share: FALSE_LEADS, correlation: 0 });
      expect(chance, rule.id).toBeGreaterThan(0.005);
    }
  });

  it('see no written rule broken, but for some texts of a hundred thousand', () => {
    const rules = found.results.filter(({ candidates }) => candidates.every(({ p }) => p === null));
    const leads = rules.flatMap(({ suspicions }) =>
      suspicions.flatMap(({ detector, keys }) => keys.map(() => detector)),
    );
    expect(leads.filter((detector) => detector !== 'praise-at-one')).toEqual([]);
    expect(leads.length).toBeLessThanOrEqual(2 + found.ratings / 100_000);
  });
});

interface Counted {
  flagged: number;
  right: number;
  injected: number;
}

type Tried = Omit<LadderChoice, 'seed'>;

/** The steps of every seed, made once for all that is asked of them. */
const ladders = new Map<string, Promise<readonly LadderStep[]>>();

function stepsOf(choice: Tried): Promise<readonly LadderStep[]> {
  const name = JSON.stringify(choice);
  const made = ladders.get(name) ?? makeSteps(choice);
  ladders.set(name, made);
  return made;
}

async function makeSteps(choice: Tried): Promise<LadderStep[]> {
  const steps: LadderStep[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++)
    steps.push(...(await concealmentLadder({ ...choice, seed }, basis)));
  return steps;
}

/** What a detector flags at a level over all seeds, by record or by office and month. */
async function counted(
  choice: Tried,
  level: number,
  id: string,
  by: 'byRecord' | 'byMonth',
): Promise<Counted> {
  const sum = { flagged: 0, right: 0, injected: 0 };
  for (const step of await stepsOf(choice)) {
    const score = step.detectors.find(({ rule }) => rule.id === id)?.[by];
    if (step.level !== level || score === null || score === undefined) continue;
    sum.flagged += score.flagged;
    sum.right += score.right;
    sum.injected += score.injected;
  }
  return sum;
}

/** What is asked of detectors; what is not asked here is not possible at these volumes: docs/detectors.md says why. */
const asked = [
  {
    anomaly: 'A1',
    rate: 0.05,
    casesPerYear: 60_000,
    id: 'quick-ratings',
    by: 'byRecord',
    level: 1,
    recall: 0.93,
  },
  {
    anomaly: 'A1',
    rate: 0.3,
    casesPerYear: 600_000,
    id: 'pad-surplus',
    by: 'byMonth',
    level: 2,
    recall: 0.6,
  },
  {
    anomaly: 'A1',
    rate: 0.3,
    casesPerYear: 600_000,
    id: 'pad-surplus',
    by: 'byMonth',
    level: 3,
    recall: 0.45,
  },
  {
    anomaly: 'A3',
    rate: 0.1,
    casesPerYear: 60_000,
    id: 'shared-accounts',
    by: 'byRecord',
    level: 1,
    recall: 0.9,
  },
  {
    anomaly: 'A3',
    rate: 0.1,
    casesPerYear: 60_000,
    id: 'shared-accounts',
    by: 'byRecord',
    level: 2,
    recall: 0.8,
  },
  {
    anomaly: 'A3',
    rate: 0.1,
    casesPerYear: 60_000,
    id: 'shared-accounts',
    by: 'byMonth',
    level: 3,
    recall: 0.5,
  },
  {
    anomaly: 'A4',
    rate: 0.1,
    casesPerYear: 60_000,
    id: 'shared-telephones',
    by: 'byRecord',
    level: 1,
    recall: 0.95,
  },
  {
    anomaly: 'A4',
    rate: 0.1,
    casesPerYear: 60_000,
    id: 'shared-telephones',
    by: 'byRecord',
    level: 2,
    recall: 0.8,
  },
  {
    anomaly: 'A4',
    rate: 0.1,
    casesPerYear: 60_000,
    id: 'shared-telephones',
    by: 'byMonth',
    level: 3,
    recall: 0.5,
  },
  {
    anomaly: 'A11',
    rate: 0.03,
    casesPerYear: 240_000,
    id: 'attacks',
    by: 'byRecord',
    level: 1,
    recall: 0.95,
  },
  { anomaly: 'A11', rate: 0.03, casesPerYear: 240_000, id: 'attacks', by: 'byRecord', level: 2, recall: 0.8 },
  {
    anomaly: 'A11',
    rate: 0.03,
    casesPerYear: 240_000,
    id: 'unhappy-surplus',
    by: 'byMonth',
    level: 3,
    recall: 0.5,
  },
] as const;

describe('detectors against a misdeed that is better and better concealed', () => {
  it.each(asked)(
    '$anomaly, level $level, by $id: right in nine of ten, and finds $recall',
    async ({ anomaly, rate, casesPerYear, id, by, level, recall }) => {
      const choice = { anomaly, rate, casesPerYear };
      const { flagged, right, injected } = await counted(choice, level, id, by);
      console.log(id, level, by, { flagged, right, injected });
      expect(right).toBeGreaterThanOrEqual(0.9 * flagged);
      expect(right).toBeGreaterThanOrEqual(recall * injected);
    },
    1_200_000,
  );
});
